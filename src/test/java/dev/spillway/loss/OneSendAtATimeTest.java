package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Senders that wait for each send, by hand: 1,380 a second for 60 s and then 100, at a door of 1,000. After a refusal .NET sleeps for
 * 7.6 s in the mean, so 1,000 / 7.6 a second get through: the loss model, section 4.4.
 */
final class OneSendAtATimeTest {
    private static final double THROTTLED = 1_000 / 7.6;

    @Test
    void aLoopLosesWhatItsBufferDoesNotHold() {
        var forecast = forecast(Sending.STANDARD.withManner(Sending.Manner.ONE_IN_FLIGHT));

        assertThat(forecast.lostEvents()).isCloseTo((1_380 - THROTTLED) * 60 - 10_000, within(0.01));
        assertThat(forecast.lossCauses().producerBufferOverflow()).isEqualTo(forecast.lostEvents());
        assertThat(forecast.peaks().producerRetryBacklog()).isCloseTo(10_000, within(0.01));
    }

    /** Callers wait as long as a send is retried, 23.2 s, and then until the 10,000 before them have gone. */
    @Test
    void aBufferedProducerLosesWhatItsCallersDoNotWaitFor() {
        var forecast = forecast(Sending.STANDARD.withManner(Sending.Manner.BUFFERED));

        double patience = 23.2 + 10_000 / THROTTLED;
        double firstGivenUp = patience / (1 - THROTTLED / 1_380);
        assertThat(forecast.lostEvents()).isCloseTo((1_380 - THROTTLED) * (60 + patience - firstGivenUp), within(0.01));
        assertThat(forecast.firstLossAtSeconds().orElseThrow()).isCloseTo(firstGivenUp, within(1e-6));
        assertThat(forecast.lastLossAtSeconds().orElseThrow()).isCloseTo(60 + patience, within(1e-6));
    }

    @Test
    void fourLinksGetThroughFourTimesAsMuch() {
        var forecast = forecast(
                Sending.STANDARD.withManner(Sending.Manner.ONE_IN_FLIGHT).withLinks(4));

        assertThat(forecast.lostEvents()).isCloseTo((1_380 - 4 * THROTTLED) * 60 - 10_000, within(0.01));
    }

    private static LossForecast forecast(Sending sending) {
        var load = new Load(900, List.of(new Segment.Constant(60, 1_380), new Segment.Constant(1_200, 100)));
        var sender = new Sender("s", load, Incident.DOTNET_DEFAULT, 10_000, Optional.empty(), sending);
        return LossModel.forecast(PipelineFigures.of(List.of(sender), Admission.standard(1, 4)));
    }
}
