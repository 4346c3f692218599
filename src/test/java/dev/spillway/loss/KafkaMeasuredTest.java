package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the real Kafka client lost at a broker with a quota, against the forecast. */
final class KafkaMeasuredTest {
    private static final double EVENT_BYTES = 1_000;
    /** 200,000 bytes each second, an event being 1,017 with its overhead. */
    private static final double CAPACITY = 196.6;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "k-timeout120, 276, 40, 120, 0, 5, Infinity",
        "k2-timeout10-inflight1, 276, 40, 10, 0, 1, Infinity",
        "k-timeout10, 276, 40, 10, 0, 5, Infinity",
        "k2-timeout10-4partitions, 276, 40, 10, 0, 5, Infinity",
        "k2-timeout20, 276, 60, 20, 0, 5, Infinity",
        "k2-buffer600k-block0-pool, 276, 40, 120, 0, 5, 576",
        "k-buffer600k-block3-pool, 276, 40, 120, 3, 5, 576",
        "k2-buffer600k-block6-pool, 276, 40, 120, 6, 5, 576",
        "k2-buffer600k-block3-pool-400, 400, 20, 120, 3, 5, 576",
        "k-timeout10-buffer600k-block3-pool, 276, 40, 10, 3, 5, 576",
        "k-buffer600k-block3-single, 276, 40, 120, 3, 5, Infinity",
    })
    void theForecastLosesAndReportsWhatTheRealClientDid(
            String run, double peak, double seconds, double timeout, double maxBlock, int inFlight, double buffer) {
        double offered = Measured.figure("kafka.csv", run, "offered");
        var load = new Load(
                EVENT_BYTES,
                List.of(
                        new Segment.Constant(10, 120),
                        new Segment.Constant(seconds, peak),
                        new Segment.Constant(restSeconds(offered, peak, seconds), 120)));
        var window = RetryWindow.kafkaJava(timeout, maxBlock)
                .withKafka(KafkaSends.of(inFlight, KafkaSends.BATCH_BYTES, EVENT_BYTES));
        var sender = new Sender("real", load, window, buffer, Optional.empty());
        var quota = Admission.standard(1, 4).withOtherIngress(1_000 - CAPACITY);

        var forecast = LossModel.forecast(PipelineFigures.of(List.of(sender), quota));

        assertThat(forecast.offeredEvents()).isCloseTo(offered, within(1e-6));
        assertThat(forecast.lostEvents())
                .isCloseTo(Measured.figure("kafka.csv", run, "not_stored"), within(0.005 * offered));
        double reported = Measured.figure("kafka.csv", run, "reported_failed");
        assertThat(forecast.reportedLost()).isBetween(0.94 * reported, 1.06 * reported);
        assertThat(forecast.retryDuplicates()).isEqualTo(forecast.reportedLost() - forecast.lostEvents());
    }

    @Test
    void memoryIsGivenOutInWholeBatches() {
        assertThat(KafkaSends.eventsInMemory(600_000, KafkaSends.BATCH_BYTES, EVENT_BYTES))
                .isEqualTo(36 * 16);
        assertThat(KafkaSends.eventsInMemory(100_000, KafkaSends.BATCH_BYTES, 40_000))
                .isEqualTo(2);
    }

    @Test
    void oneRequestInFlightReportsWhatItLosesUpToAFewThatAreOnTheWire() {
        assertThat(KafkaSends.of(1, KafkaSends.BATCH_BYTES, EVENT_BYTES).reportsWhatIsStored())
                .isFalse();
    }

    private static double restSeconds(double offered, double peak, double seconds) {
        return (offered - 10 * 120 - peak * seconds) / 120;
    }
}
