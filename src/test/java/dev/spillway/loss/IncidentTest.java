package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.facts.ClientLibrary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The incident taken apart, measure by measure: the table of the loss model, section 11.1. */
final class IncidentTest {
    private static final double NONE = 0;
    private static final double UNCHANGED = 22_400;

    static Stream<Arguments> measures() {
        var unscaled = Admission.standard(1, 4);
        return Stream.of(
                Arguments.of("none", Incident.with(Incident.pods()), UNCHANGED),
                Arguments.of("no retry", Incident.with(RetryWindow.custom(0)), 45_600.0),
                Arguments.of("Java default in order", Incident.with(javaDefaultInOrder()), 14_304.0),
                Arguments.of("retries 7/2/30", Incident.with(Incident.LONG_JAVA), NONE),
                Arguments.of("endless retry", Incident.with(RetryWindow.custom(Double.POSITIVE_INFINITY)), NONE),
                Arguments.of("2 units", Incident.with(Admission.standard(2, 4)), NONE),
                Arguments.of("inflate 30 s", Incident.inflatingAfter(30), NONE),
                Arguments.of("inflate 60 s", Incident.inflatingAfter(60), NONE),
                Arguments.of("inflate 90 s", Incident.inflatingAfter(90), NONE),
                Arguments.of("inflate 120 s", Incident.inflatingAfter(120), 7_953.0),
                Arguments.of("inflate 140 s", Incident.inflatingAfter(140), 21_184.0),
                Arguments.of("inflate 300 s", Incident.inflatingAfter(300), UNCHANGED),
                Arguments.of("HPA 60 %", Incident.with(autoscaled(1, 60)), UNCHANGED),
                Arguments.of("HPA 40 %", Incident.with(autoscaled(1, 40)), UNCHANGED),
                Arguments.of("minReplicas 2", Incident.with(autoscaled(2, 80)), UNCHANGED),
                Arguments.of("pod start 5 s", Incident.with(startingIn(5)), UNCHANGED),
                Arguments.of("maxReplicas 1", Incident.with(Incident.pods(new Scaling.Fixed(1))), 8_000.0),
                Arguments.of("one pod of 1,000/s", Incident.with(limitedTo(1_000)), NONE),
                Arguments.of("32 partitions", Incident.with(Admission.standard(1, 32)), UNCHANGED),
                Arguments.of("8,000 events a pod", Incident.with(holding(8_000, 1)), UNCHANGED),
                Arguments.of(
                        "8,000 events a pod, 7/2/30",
                        Incident.with(Incident.LONG_JAVA, holding(8_000, 1), unscaled),
                        8_200.0),
                Arguments.of(
                        "8,000 events a pod, 2 units",
                        Incident.with(Incident.DOTNET_DEFAULT, holding(8_000, 1), Admission.standard(2, 4)),
                        8_200.0),
                Arguments.of("8,000 events a pod, minReplicas 2", Incident.with(holding(8_000, 2)), UNCHANGED),
                Arguments.of(
                        "8,000 events a pod, 7/2/30 and minReplicas 2",
                        Incident.with(Incident.LONG_JAVA, holding(8_000, 2), unscaled),
                        NONE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("measures")
    void everyMeasureLosesWhatTheTableSays(String measure, PipelineFigures figures, double lost) {
        assertThat(LossModel.forecast(figures).lostEvents()).as(measure).isCloseTo(lost, within(0.5));
    }

    @Test
    void theSlowestUsefulInflateReactionIs112Seconds() {
        assertThat(LossModel.forecast(Incident.inflatingAfter(111.9)).lostEvents())
                .isZero();
        assertThat(LossModel.forecast(Incident.inflatingAfter(112.9)).lostEvents())
                .isPositive();
    }

    @Test
    void moreSenderPodsCanLoseMore() {
        double onePod = LossModel.forecast(Incident.with(Incident.pods(new Scaling.Fixed(1))))
                .lostEvents();
        double twoPods = LossModel.forecast(Incident.with(Incident.pods(new Scaling.Fixed(2))))
                .lostEvents();

        assertThat(twoPods).isGreaterThan(onePod);
    }

    @Test
    void theBurstLosesAlmostAnEighthOfItself() {
        var forecast = LossModel.forecast(Incident.with(Incident.pods()));

        assertThat(forecast.burst().offeredEvents()).isCloseTo(165_600, within(1e-6));
        assertThat(forecast.burst().lostPercentOfBurst()).isCloseTo(13.527, within(0.001));
    }

    @Test
    void independentSendsRangeUpToNoRetry() {
        var range = LossModel.forecast(Incident.with(Incident.pods())).range();

        assertThat(range.low()).isEqualTo(range.best());
        assertThat(range.high()).isCloseTo(45_600, within(0.01));
    }

    @Test
    void orderedClientsHaveNoRange() {
        var range = LossModel.forecast(Incident.with(RetryWindow.kafkaJava(23.2, 0)))
                .range();

        assertThat(range.low()).isEqualTo(range.best()).isEqualTo(range.high());
    }

    @Test
    void theDecisionSaysWhatWouldBeEnough() {
        var decisions = LossModel.forecast(Incident.with(Incident.pods())).decidedBy();

        assertThat(decisions).singleElement().satisfies(decision -> {
            assertThat(decision.constraint()).isEqualTo(LossForecast.Constraint.RETRY_WINDOW);
            assertThat(decision.lostEvents()).isCloseTo(22_400, within(0.01));
            assertThat(decision.text())
                    .isEqualTo(
                            "22,400 events of orders outlive its retry window of 23.2 s. Nothing would be lost there "
                                    + "with a window of 45.6 s and room for 45,600 events, or with 2 throughput units from the "
                                    + "start.");
        });
    }

    @Test
    void aSmallPodMovesAPartOfTheLossIntoItself() {
        var causes = LossModel.forecast(Incident.with(holding(8_000, 1))).lossCauses();

        assertThat(causes.producerPodOverload()).isCloseTo(8_200, within(0.01));
        assertThat(causes.retryWindowExceeded()).isCloseTo(14_200, within(0.01));
    }

    @Test
    void thePodQueueIsNamedBesideTheWindow() {
        var decisions = LossModel.forecast(Incident.with(holding(8_000, 1))).decidedBy();

        assertThat(decisions)
                .extracting(LossForecast.Decision::constraint)
                .containsExactly(LossForecast.Constraint.RETRY_WINDOW, LossForecast.Constraint.SENDER_POD_QUEUE);
        assertThat(decisions.get(1).text()).contains("room for 16,200 events").contains("2 pods ready");
    }

    @Test
    void theTimelineStaysBounded() {
        var ramps = new Load(900, List.of(new Segment.Ramp(3_000, 100, 2_500, 1), new Segment.Constant(600, 100)));
        var sender = new Sender("ramp", ramps, RetryWindow.custom(5), 1e9, Optional.of(Incident.pods()));

        var forecast = LossModel.forecast(PipelineFigures.of(List.of(sender), Admission.standard(1, 4)));

        assertThat(forecast.timeline()).hasSizeBetween(100, 300);
        assertThat(forecast.timeline().get(forecast.timeline().size() - 1).lostEventsSoFar())
                .isCloseTo(forecast.lostEvents(), within(1e-6));
    }

    private static RetryWindow javaDefaultInOrder() {
        return RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, RetryPolicy.LIBRARY_DEFAULT)
                .withDiscipline(Discipline.FIFO);
    }

    private static SenderPods autoscaled(int minReplicas, double target) {
        return Incident.pods(Scaling.CpuAutoscaling.of(minReplicas, 10, target));
    }

    private static SenderPods startingIn(double seconds) {
        return new SenderPods(1200, 60_000, Double.POSITIVE_INFINITY, seconds, Scaling.CpuAutoscaling.of(1, 10, 80));
    }

    private static SenderPods limitedTo(double eventsPerSecond) {
        return new SenderPods(eventsPerSecond, 60_000, Double.POSITIVE_INFINITY, 60, new Scaling.Fixed(1));
    }

    private static SenderPods holding(double eventsPerPod, int minReplicas) {
        return new SenderPods(
                1200, eventsPerPod, Double.POSITIVE_INFINITY, 60, Scaling.CpuAutoscaling.of(minReplicas, 10, 80));
    }
}
