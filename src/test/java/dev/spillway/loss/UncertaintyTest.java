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

    /** Pods that start in 30 to 120 s instead of 60, on a node that takes 120 to 300 s: each end alone, and the corners. */
    @Test
    void podsThatMayNeedANodeHaveBothStartsInTheBand() {
        var tight = Incident.pods()
                .withStart(start -> new PodStart(60, 0, 10, 180, 10))
                .withBuffer(8_000);

        var band = LossModel.forecastWithBand(Incident.with(Incident.LONG_JAVA, tight, Admission.standard(4, 4)))
                .band()
                .orElseThrow();

        assertThat(band.parameters())
                .filteredOn(one -> one.parameter().equals("podStartSeconds"))
                .singleElement()
                .satisfies(one ->
                        assertThat(List.of(one.low(), one.best(), one.high())).containsExactly(30.0, 60.0, 120.0));
        assertThat(band.parameters())
                .filteredOn(one -> one.parameter().equals("nodeProvisionSeconds"))
                .singleElement()
                .satisfies(one ->
                        assertThat(List.of(one.low(), one.best(), one.high())).containsExactly(120.0, 180.0, 300.0));
    }

    /** 180 a second too many fill the pod's 8,000 places at 1,844.4 s; the second pod is wanted at 1,830 s, the burst ends at 1,920 s. */
    @Test
    void theLaterAPodStartsTheMoreIsLostInTheOneBefore() {
        var pods = Incident.pods().withBuffer(8_000);

        var forecast = LossModel.forecastWithBand(Incident.with(Incident.LONG_JAVA, pods, Admission.standard(4, 4)));

        double full = 1_800 + 8_000 / 180.0;
        assertThat(forecast.lostEvents()).isCloseTo(180 * (1_830 + 60 - full), within(0.01));
        assertThat(forecast.band().orElseThrow().hangsOn()).hasValue("podStartSeconds");
        var start = forecast.band().orElseThrow().parameters().get(0);
        assertThat(start.lostAtLow()).isCloseTo(180 * (1_830 + 30 - full), within(0.01));
        assertThat(start.lostAtHigh()).isCloseTo(180 * (1_920 - full), within(0.01));
        assertThat(forecast.band().orElseThrow().low()).isCloseTo(start.lostAtLow(), within(1e-6));
    }

    @Test
    void podsThatNeverChangeAndReadyOnesHaveNoStartInTheBand() {
        var band = LossModel.forecastWithBand(Incident.with(Incident.pods(new Scaling.Fixed(1))))
                .band()
                .orElseThrow();

        assertThat(band.parameters())
                .extracting(Band.Sensitivity::parameter)
                .doesNotContain("podStartSeconds", "nodeProvisionSeconds", "linksPerNamespace", "bucketDepthSeconds");
    }

    /** A loop that waits for each send lives on what the bucket saves up meanwhile. */
    @Test
    void whoWaitsForEachSendHangsOnTheBucket() {
        var loop = new Sender(
                "loop",
                new Load(900, List.of(new Segment.Constant(60, 1_380), new Segment.Constant(600, 100))),
                RetryWindow.of(ClientLibrary.AZURE_SDK_DOTNET, RetryPolicy.LIBRARY_DEFAULT),
                10_000,
                Optional.empty(),
                Sending.STANDARD.withManner(Sending.Manner.ONE_IN_FLIGHT));

        var band = LossModel.forecastWithBand(PipelineFigures.of(List.of(loop), Admission.standard(1, 4)))
                .band()
                .orElseThrow();

        assertThat(band.hangsOn()).hasValue("bucketDepthSeconds");
        assertThat(band.parameters().get(0).low()).isEqualTo(0.2);
        assertThat(band.parameters().get(0).high()).isEqualTo(5);
        assertThat(band.parameters().get(0).lostAtLow())
                .isGreaterThan(band.parameters().get(0).lostAtHigh());
    }
}
