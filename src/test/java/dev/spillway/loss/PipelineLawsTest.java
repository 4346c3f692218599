package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of the loss model, section 10, on whole pipelines by chance; the seed is the test's name. */
final class PipelineLawsTest {
    private static final int SEEDS = 60;
    private static final double RELATIVE = 1e-6;

    static LongStream seeds() {
        return LongStream.rangeClosed(1_001, 1_000 + SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyEventHasOneOutcomeAndNoneIsNegative(long seed) {
        var forecast = LossModel.forecast(pipeline(seed));
        var outcomes = forecast.outcomes();

        assertThat(Math.abs(forecast.conservationError())).isLessThanOrEqualTo(RELATIVE * forecast.offeredEvents());
        assertThat(Stream.of(
                        outcomes.deliveredOnTime(),
                        outcomes.delayed(),
                        outcomes.lostAtProducer(),
                        outcomes.lostByRetention(),
                        outcomes.recoverableFromCapture(),
                        outcomes.unavailableInRegion(),
                        outcomes.inFlightAtEnd(),
                        forecast.duplicatesUpperBound()))
                .allMatch(volume -> volume >= 0);
        assertThat(forecast.delaySeconds().p50())
                .isLessThanOrEqualTo(forecast.delaySeconds().p99());
        assertThat(forecast.delaySeconds().p99())
                .isLessThanOrEqualTo(forecast.delaySeconds().maximum() + 1e-6);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moreUnitsALongerWindowAndALargerBufferNeverLoseMoreAtTheSender(long seed) {
        PipelineFigures figures = withoutInflate(pipeline(seed));
        Sender sender = figures.senders().get(0);
        double lost = lostBySender(figures);

        assertThat(lostBySender(figures.withAdmission(
                        figures.admission().withFixedUnits(figures.admission().throughputUnits() + 1))))
                .isLessThanOrEqualTo(lost * (1 + RELATIVE) + 0.01);
        assertThat(lostBySender(figures.withSenders(List.of(sender.withWindow(
                        RetryWindow.custom(1.5 * sender.window().simulatedSeconds() + 5))))))
                .isLessThanOrEqualTo(lost * (1 + RELATIVE) + 0.01);
        assertThat(lostBySender(figures.withSenders(List.of(new Sender(
                        sender.name(),
                        sender.load(),
                        sender.window(),
                        2 * sender.bufferedEventsLimit(),
                        sender.pods())))))
                .isLessThanOrEqualTo(lost * (1 + RELATIVE) + 0.01);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLongerRetentionNeverExpiresMoreAndCaptureOnlyRenamesIt(long seed) {
        PipelineFigures figures = pipeline(seed);
        Reading reading = figures.reading().orElseThrow();
        var forecast = LossModel.forecast(figures).outcomes();
        double expired = forecast.lostByRetention() + forecast.recoverableFromCapture();

        var longer = LossModel.forecast(figures.withReading(reading.keptFor(2 * reading.retentionHours())))
                .outcomes();
        var captured = LossModel.forecast(figures.withReading(new Reading(
                        reading.retentionSeconds(), true, reading.consumerGroupCount(), reading.consumers())))
                .outcomes();

        assertThat(longer.lostByRetention() + longer.recoverableFromCapture())
                .isLessThanOrEqualTo(expired * (1 + RELATIVE) + 0.01);
        assertThat(captured.lostByRetention()).isZero();
        assertThat(captured.recoverableFromCapture()).isEqualTo(expired);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void splittingEverySegmentChangesNothing(long seed) {
        PipelineFigures figures = pipeline(seed);
        Sender sender = figures.senders().get(0);
        var pieces = new ArrayList<Segment>();
        for (Segment segment : sender.load().segments()) {
            var half =
                    new Segment.Constant(segment.durationSeconds() / 2, ((Segment.Constant) segment).eventsPerSecond());
            pieces.add(half);
            pieces.add(half);
        }
        var split = new Sender(
                sender.name(),
                new Load(sender.load().averageEventBytes(), pieces),
                sender.window(),
                sender.bufferedEventsLimit(),
                sender.pods());

        assertSame(LossModel.forecast(figures.withSenders(List.of(split))), LossModel.forecast(figures), 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void scalingAllRatesScalesAllVolumesAndKeepsAllDelays(long seed) {
        assertSame(LossModel.forecast(scaled(pipeline(seed), 3)), LossModel.forecast(scaled(pipeline(seed), 1)), 3);
    }

    @Test
    void onePodThatKeepsUpDelaysNothing() {
        var load = new Load(900, List.of(new Segment.Constant(600, 800)));
        var sender = new Sender("one", load, RetryWindow.custom(0), 0, Optional.empty());
        var figures = PipelineFigures.of(List.of(sender), Admission.standard(1, 32))
                .withReading(Reading.by(Consumers.of(800, new Scaling.Fixed(1))));

        var forecast = LossModel.forecast(figures);

        assertThat(forecast.outcomes().deliveredOnTime()).isCloseTo(480_000, within(0.01));
        assertThat(forecast.delaySeconds().maximum()).isZero();
        assertThat(forecast.peaks().partitionLogBacklog()).isZero();
    }

    private static void assertSame(LossForecast one, LossForecast other, double factor) {
        double allowed = RELATIVE * factor * other.offeredEvents();
        assertThat(one.lostEvents()).isCloseTo(factor * other.lostEvents(), within(allowed));
        assertThat(one.outcomes().lostByRetention())
                .isCloseTo(factor * other.outcomes().lostByRetention(), within(allowed));
        assertThat(one.outcomes().unavailableInRegion())
                .isCloseTo(factor * other.outcomes().unavailableInRegion(), within(allowed));
        assertThat(one.outcomes().delayed()).isCloseTo(factor * other.outcomes().delayed(), within(allowed));
        assertThat(one.duplicatesUpperBound()).isCloseTo(factor * other.duplicatesUpperBound(), within(allowed));
        assertThat(one.delaySeconds().maximum()).isCloseTo(other.delaySeconds().maximum(), within(0.01));
        assertThat(one.delaySeconds().mean()).isCloseTo(other.delaySeconds().mean(), within(0.01));
        assertThat(one.consumerScaling()).isEqualTo(other.consumerScaling());
        assertThat(one.producerScaling()).isEqualTo(other.producerScaling());
    }

    /** All rates, thresholds and buffers, over a namespace whose rate its owner measured. */
    private static PipelineFigures scaled(PipelineFigures figures, double factor) {
        Sender sender = figures.senders().get(0);
        var segments = sender.load().segments().stream()
                .<Segment>map(segment -> new Segment.Constant(
                        segment.durationSeconds(), factor * ((Segment.Constant) segment).eventsPerSecond()))
                .toList();
        var pods = sender.pods()
                .map(given -> new SenderPods(
                        factor * given.podEventsPerSecond(),
                        factor * given.bufferedEventsPerPod(),
                        given.upstreamTimeoutSeconds(),
                        given.start(),
                        given.scaling()));
        Admission given = figures.admission();
        Admission premium = Admission.premium(given.throughputUnits(), factor, given.partitionCount());
        Reading reading = figures.reading().orElseThrow();
        Consumers consumers = reading.consumers();
        Scaling scaling = consumers.scaling() instanceof Scaling.LagAutoscaling lag
                ? new Scaling.LagAutoscaling(
                        lag.minReplicas(),
                        lag.maxReplicas(),
                        factor * lag.unprocessedEventThreshold(),
                        lag.tolerance(),
                        lag.behavior())
                : consumers.scaling();
        return new PipelineFigures(
                List.of(new Sender(
                        sender.name(),
                        new Load(1_000, segments),
                        sender.window(),
                        factor * sender.bufferedEventsLimit(),
                        pods)),
                given.hotPartitionShare().isPresent()
                        ? premium.withHotPartition(given.hotPartitionShare().getAsDouble())
                        : premium,
                1,
                86_400,
                15,
                Optional.of(new Reading(
                        reading.retentionSeconds(),
                        reading.captureEnabled(),
                        1,
                        new Consumers(
                                factor * consumers.podEventsPerSecond(),
                                factor * consumers.partitionEventsPerSecond(),
                                consumers.start(),
                                scaling,
                                consumers.balancing(),
                                consumers.checkpoints()))),
                figures.faults(),
                figures.recovery());
    }

    private static PipelineFigures withoutInflate(PipelineFigures figures) {
        return figures.withAdmission(
                figures.admission().withFixedUnits(figures.admission().throughputUnits()));
    }

    private static double lostBySender(PipelineFigures figures) {
        return LossModel.forecast(figures).outcomes().lostAtProducer();
    }

    private static PipelineFigures pipeline(long seed) {
        return new RandomPipelines(seed).next();
    }
}
