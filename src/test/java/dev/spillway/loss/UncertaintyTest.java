package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.facts.ClientLibrary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The band over what nobody publishes, and the figure it hangs on. */
final class UncertaintyTest {
    @Test
    void theIncidentWithInflateHangsOnItsReaction() {
        var forecast = LossModel.forecastWithBand(Incident.inflatingAfter(60));
        var band = forecast.band().orElseThrow();

        assertThat(forecast.lostEvents()).isZero();
        assertThat(band.low()).isZero();
        assertThat(band.high()).isGreaterThanOrEqualTo(22_400 - 1e-6);
        assertThat(band.hangsOn()).hasValue("autoInflateReactionSeconds");
        assertThat(forecast.assumptions()).anyMatch(sentence -> sentence.contains("autoInflateReactionSeconds"));
    }

    @Test
    void oneFigureAloneStandsWithBothOfItsEnds() {
        var band =
                LossModel.forecastWithBand(Incident.inflatingAfter(60)).band().orElseThrow();

        var reaction = band.parameters().get(0);
        assertThat(List.of(reaction.low(), reaction.best(), reaction.high())).containsExactly(30.0, 60.0, 300.0);
        assertThat(reaction.lostAtLow()).isZero();
        assertThat(reaction.lostAtHigh()).isCloseTo(22_400, within(0.5));
        assertThat(reaction.source()).contains("no figure is published");
    }

    @Test
    void cornersReachFurtherThanAnyFigureAlone() {
        var window = RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, RetryPolicy.LIBRARY_DEFAULT);
        var sender = new Sender("orders", Incident.LOAD, window, Double.POSITIVE_INFINITY, Optional.empty());
        var inflating = Admission.standard(1, 4).withAutoInflate(4, 60);
        var figures = PipelineFigures.of(List.of(sender), inflating);
        var band = LossModel.forecastWithBand(figures).band().orElseThrow();
        double most = band.parameters().stream()
                .mapToDouble(one -> Math.max(one.lostAtLow(), one.lostAtHigh()))
                .max()
                .orElseThrow();

        assertThat(band.high()).isGreaterThan(most);
    }

    @Test
    void whereNothingUnpublishedMattersTheBandIsTheForecast() {
        var sender = new Sender(
                "quiet",
                new Load(900, List.of(new Segment.Constant(100, 500))),
                RetryWindow.custom(0),
                Double.POSITIVE_INFINITY,
                Optional.empty());

        var band = LossModel.forecastWithBand(PipelineFigures.of(List.of(sender), Admission.standard(1, 4)))
                .band()
                .orElseThrow();

        assertThat(band.low()).isEqualTo(band.high()).isZero();
        assertThat(band.hangsOn()).isEmpty();
    }

    @Test
    void aHotPartitionHangsOnWhetherItsLimitIsEnforced() {
        var sender = new Sender(
                "hot",
                new Load(900, List.of(new Segment.Constant(600, 2_000), new Segment.Constant(600, 100))),
                RetryWindow.custom(10),
                Double.POSITIVE_INFINITY,
                Optional.empty());
        var admission = Admission.standard(4, 8).withHotPartition(0.8);

        var band = LossModel.forecastWithBand(PipelineFigures.of(List.of(sender), admission))
                .band()
                .orElseThrow();

        assertThat(band.hangsOn()).hasValue("partitionIngressEventsPerSecond");
        assertThat(band.low()).isZero();
        assertThat(band.high()).isCloseTo(600 * 600 - 10 * 1_000, within(1.0));
    }
}
