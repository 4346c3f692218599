package dev.spillway.plan;

import static dev.spillway.plan.PlannedStack.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scale-out budget: two rooms, and what makes each of them large enough. */
final class ScaleOutTest {
    private static final String AT = "workloads.p.scaleOut.";
    private static final String LOAD = "baselineEventsPerSecond: 600, peakEventsPerSecond: 1380, peakHoldSeconds: 120";

    /** One unit and one pod for a burst of 1,380/s: the incident. */
    private static final String ONE_UNIT = "throughputUnits: 1, autoInflate: false";

    @Test
    void newPodsTakeMetricsLoopAndStart() {
        PlannedStack stack = pipeline(LOAD, "", "", "podStartSeconds: 40");

        assertThat(stack.setting(AT + "newPodSeconds")).isEqualTo("85 s derived");
        assertThat(stack.reason(AT + "newPodSeconds")).isEqualTo("metrics 30, loop 15, pod 40");
        assertThat(stack.setting(AT + "nodeSeconds")).isEqualTo("190 s derived");
    }

    /** At 80 % a step multiplies by 1.25: from 1 pod to the 5 that are needed are eight steps. */
    @Test
    void aHighTargetTakesManySteps() {
        PlannedStack stack = pipeline(
                "baselineEventsPerSecond: 600, peakEventsPerSecond: 5000, peakHoldSeconds: 900",
                "",
                "",
                "minReplicas: 1, maxReplicas: 10, cpuTargetPercent: 80, podStartSeconds: 60");

        assertThat(stack.setting(AT + "newPodSeconds")).isEqualTo("735 s derived");
        assertThat(stack.reason(AT + "newPodSeconds"))
                .isEqualTo("metrics 30, loop 15, pod 60; 8 steps, since a pod at full work shows no more than 1.3 x its"
                        + " target");
    }

    @Test
    void theIncidentIsShortInTheSendersRoomAndNotInThePods() {
        PlannedStack stack = pipeline(
                LOAD,
                ONE_UNIT,
                "",
                "minReplicas: 1, maxReplicas: 10, podStartSeconds: 60, bufferedEvents: 60000,"
                        + " client: { library: azureSdkDotNet, maxRetries: 3 }");

        assertThat(stack.setting(AT + "podRoom")).isEqualTo("enough derived");
        assertThat(stack.reason(AT + "podRoom"))
                .isEqualTo(
                        "39,900 events wait for new pods, up to 39.9 s; the pods hold 60,000, callers wait endlessly");
        assertThat(stack.setting(AT + "senderRoom")).isEqualTo("short derived");
        assertThat(stack.reason(AT + "senderRoom"))
                .isEqualTo("an event waits up to 45.6 s for units, the client tries for 23.2 s; throughputUnits 2 leave"
                        + " nothing waiting, a retry window of 91.2 s outlasts it");
    }

    /** What makes one room larger leaves the other as it is. */
    @Test
    void unitsAndRetriesDoNotHelpPodsNorPodsTheSenders() {
        String short_ = "minReplicas: 1, podStartSeconds: 60, bufferedEvents: 100";
        String few = ", client: { maxRetries: 0 }";
        PlannedStack bothShort = pipeline(LOAD, ONE_UNIT, "", short_ + few);
        PlannedStack moreUnits = pipeline(LOAD, "throughputUnits: 3", "", short_ + few);
        PlannedStack morePods =
                pipeline(LOAD, ONE_UNIT, "", short_.replace("minReplicas: 1", "minReplicas: 2, maxReplicas: 4") + few);

        assertThat(rooms(bothShort)).isEqualTo("short short");
        assertThat(rooms(moreUnits)).isEqualTo("short enough");
        assertThat(rooms(morePods)).isEqualTo("enough short");
        assertThat(bothShort.reason(AT + "podRoom"))
                .endsWith("; maxReplicas 2 sends the peak, minReplicas 2 leaves nothing waiting, bufferedEvents 45,600"
                        + " holds it for callers that wait");
    }

    @Test
    void callersThatDoNotWaitMakeTheRoomOfThePodsShort() {
        PlannedStack patient = pipeline(LOAD, "", "", "minReplicas: 1, upstreamTimeoutSeconds: 40");
        PlannedStack hasty = pipeline(LOAD, "", "", "minReplicas: 1, upstreamTimeoutSeconds: 39.8");

        assertThat(rooms(patient)).startsWith("enough");
        assertThat(rooms(hasty)).startsWith("short");
    }

    /** The forecast simulates what the budget computes: whoever is short loses, whoever is not does not. */
    @ParameterizedTest
    @CsvSource({"100, 1, true", "60000, 1, false", "100, 2, false"})
    void aShortRoomOfThePodsIsALossInTheForecast(int buffered, int fewest, boolean loses) {
        PlannedStack stack = pipeline(
                LOAD,
                "throughputUnits: 3",
                "",
                "maxReplicas: 4, minReplicas: " + fewest + ", bufferedEvents: " + buffered);

        double lost = stack.plan().forecast(stack.namespace()).orElseThrow().lostEvents();

        assertThat(lost > 0).isEqualTo(loses);
        assertThat(rooms(stack)).startsWith(loses ? "short" : "enough");
    }

    /** A ramp gives the new pods time: nothing waits before it has passed what the pods send. */
    @Test
    void aRampLeavesLessWaiting() {
        PlannedStack steep = pipeline(LOAD, "", "", "minReplicas: 1");
        PlannedStack slow = pipeline(LOAD + ", rampSeconds: 600", "", "", "minReplicas: 1");

        assertThat(steep.reason(AT + "podRoom")).startsWith("39,900 events");
        assertThat(slow.reason(AT + "podRoom")).isEqualTo("1 pod sends what comes in until new ones are ready");
    }

    /** With one pod at most 380/s are too many for 120 s, however fast it starts. */
    @Test
    void tooFewPodsAtMostLeaveMoreWaitingAsLongAsTheBurstLasts() {
        PlannedStack stack = pipeline(
                LOAD,
                "throughputUnits: 3",
                "",
                "minReplicas: 1, maxReplicas: 1, podStartSeconds: 1, bufferedEvents: 45599");

        assertThat(rooms(stack)).startsWith("short");
        assertThat(stack.reason(AT + "podRoom"))
                .isEqualTo(
                        "45,600 events wait for the end of the burst, up to 45.6 s; the pods hold 45,599, callers wait"
                                + " endlessly; maxReplicas 2 sends the peak, minReplicas 2 leaves nothing waiting, bufferedEvents"
                                + " 45,600 holds it for callers that wait");
    }

    @Test
    void readersAndReceiversHaveNoBudget() {
        assertThat(pipeline(LOAD, "", "", "").consumer().scaleOut()).isEmpty();
    }

    private static String rooms(PlannedStack stack) {
        return (stack.setting(AT + "podRoom") + " " + stack.setting(AT + "senderRoom")).replace(" derived", "");
    }
}
