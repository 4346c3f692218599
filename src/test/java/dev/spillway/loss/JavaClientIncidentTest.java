package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.facts.ClientLibrary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The incident with the Java client, simulated send by send: minutes where every send is watched, so a class of its own. */
final class JavaClientIncidentTest {
    @ParameterizedTest(name = "{0} links, {1} events a send")
    @CsvSource({"1, 10, 350, 900", "2, 10, 2700, 3850", "10, 10, 4300, 5100", "10, 50, 3500, 5100"})
    void theJavaClientLosesWithItsLinks(int links, double eventsPerSend, double least, double most) {
        var sending = Sending.STANDARD.withLinks(links).withEventsPerSend(eventsPerSend);

        var forecast = LossModel.forecast(java(sending, Optional.empty()));

        assertThat(forecast.lostEvents()).isBetween(least, most);
        assertThat(forecast.range().low()).isZero();
        assertThat(forecast.range().best()).isEqualTo(forecast.lostEvents());
        assertThat(forecast.range().high()).isCloseTo(45_600, within(0.01));
        assertThat(forecast.delaySeconds().maximum()).isBetween(170.0, 276.3);
        assertThat(forecast.conservationError()).isCloseTo(0, within(0.01));
    }

    @Test
    void theJavaClientBehindPodsLosesBetweenOneAndTenLinks() {
        var forecast = LossModel.forecast(java(Sending.STANDARD, Optional.of(Incident.pods())));

        assertThat(forecast.lostEvents()).isBetween(350.0, 5_060.0);
        assertThat(forecast.producerScaling()).isNotEmpty();
        assertThat(forecast.timeline().get(forecast.timeline().size() - 1).lostEventsSoFar())
                .isEqualTo(forecast.lostEvents());
    }

    @Test
    void theSameForecastTwiceIsTheSame() {
        var figures = java(Sending.STANDARD, Optional.of(Incident.pods()));

        assertThat(LossModel.forecast(figures)).isEqualTo(LossModel.forecast(figures));
    }

    @Test
    void theLongRetriesOfTheJavaClientLoseNothing() {
        var window = RetryWindow.of(
                ClientLibrary.AZURE_SDK_JAVA, new RetryPolicy(7, 2, 30, 60, RetryPolicy.Mode.EXPONENTIAL));

        assertThat(LossModel.forecast(Incident.with(window)).lostEvents()).isZero();
    }

    @Test
    void theJavaClientHangsOnItsLinks() {
        var window = RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, RetryPolicy.LIBRARY_DEFAULT);
        var sender = new Sender("orders", Incident.LOAD, window, Double.POSITIVE_INFINITY, Optional.empty());
        var figures = PipelineFigures.of(List.of(sender), Admission.standard(1, 4));

        var first = LossModel.forecastWithBand(figures);
        var again = LossModel.forecastWithBand(figures);

        assertThat(first.band().orElseThrow().hangsOn()).hasValue("linksPerNamespace");
        assertThat(first.band().orElseThrow().low()).isLessThanOrEqualTo(first.lostEvents());
        assertThat(first.band().orElseThrow().high()).isBetween(3_500.0, 6_500.0);
        assertThat(again.band()).isEqualTo(first.band());
    }

    private static PipelineFigures java(Sending sending, Optional<SenderPods> pods) {
        var window = RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, RetryPolicy.LIBRARY_DEFAULT);
        var sender = new Sender("orders", Incident.LOAD, window, Double.POSITIVE_INFINITY, pods, sending);
        return PipelineFigures.of(List.of(sender), Admission.standard(1, 4));
    }
}
