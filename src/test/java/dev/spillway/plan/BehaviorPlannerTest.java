package dev.spillway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How fast an autoscaler may move, from load and retry window. */
final class BehaviorPlannerTest {
    private static final String LOAD = "baselineEventsPerSecond: 1000, peakEventsPerSecond: 2000";

    @Test
    void aLongWindowLeavesTheDocumentedStep() {
        PlannedStack stack = PlannedStack.pipeline(LOAD, "", "", "maxReplicas: 10, podStartSeconds: 30");

        assertThat(stack.setting("workloads.p.behavior.scaleUp")).isEqualTo("100 % or 4 pods / 15 s default");
        assertThat(stack.setting("workloads.p.behavior.scaleDown")).isEqualTo("1 pod / 60 s after 300 s default");
    }

    /** 31.3 s of retries less 1 s of start are two periods for the 38 pods beyond the first two. */
    @Test
    void aShortWindowAsksForAllPodsWithinIt() {
        PlannedStack stack = PlannedStack.pipeline(
                LOAD, "", "", "minReplicas: 2, maxReplicas: 40, podStartSeconds: 1, client: { maxRetries: 3 }");

        assertThat(stack.setting("workloads.p.behavior.scaleUp")).isEqualTo("100 % or 19 pods / 15 s derived");
        assertThat(stack.reason("workloads.p.behavior.scaleUp"))
                .isEqualTo("all 40 pods are asked for within the retry window of 31.3 s, shrink one pod at a time");
    }

    /** Kubernetes accepts an hour at most. */
    @Test
    void podsStayUntilRetriesAndFlushAreOver() {
        PlannedStack retries = PlannedStack.pipeline(
                LOAD, "", "", "client: { maxRetries: 20, delaySeconds: 30, maxDelaySeconds: 60 }");
        PlannedStack endless = PlannedStack.pipeline(
                LOAD, "", "", "client: { maxRetries: 100, delaySeconds: 60, maxDelaySeconds: 100 }");
        PlannedStack flush = PlannedStack.pipeline(LOAD, "", "", "flushSeconds: 400");

        assertThat(settle(retries)).isEqualTo((int) Math.ceil(retries.producer().guaranteedWindowSeconds()));
        assertThat(settle(retries)).isGreaterThan(300);
        assertThat(settle(endless)).isEqualTo(3600);
        assertThat(settle(flush)).isEqualTo(400);
    }

    /** The log waits for a reader, so nothing hurries it. */
    @Test
    void aReadersStepIsTheDocumentedOne() {
        PlannedStack stack = PlannedStack.pipeline(
                "baselineEventsPerSecond: 1000, peakEventsPerSecond: 9000", "", "partitionCount: 32", "");

        assertThat(stack.consumer().behavior().value().upPods()).isEqualTo(4);
    }

    private static int settle(PlannedStack stack) {
        return stack.producer().behavior().value().downWindowSeconds();
    }
}
