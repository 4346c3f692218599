package dev.spillway.plan;

import dev.spillway.loss.RetryWindow;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.model.WorkloadSpec.Role;
import dev.spillway.units.NumberText;
import dev.spillway.units.Seconds;

/** How fast an autoscaler may move: up within what the clients wait for, down only after they have finished waiting. */
final class BehaviorPlanner {
    private static final int PERIOD_SECONDS = 15;
    private static final int SMALLEST_STEP_PODS = 4;
    private static final int SHORTEST_SETTLE_SECONDS = 300;
    /** What Kubernetes accepts. */
    private static final int LONGEST_SETTLE_SECONDS = 3600;

    private final WorkloadSpec spec;
    private final Replicas replicas;
    private final RetryWindow window;

    BehaviorPlanner(WorkloadSpec spec, Replicas replicas, RetryWindow window) {
        this.spec = spec;
        this.replicas = replicas;
        this.window = window;
    }

    Planned<ScalingBehavior> plan() {
        int step = stepPods();
        int settle = settleSeconds();
        ScalingBehavior behavior = new ScalingBehavior(0, 100, step, PERIOD_SECONDS, settle, 1, 60);
        if (step == SMALLEST_STEP_PODS && settle == SHORTEST_SETTLE_SECONDS) {
            return Planned.byDefault(behavior, "grow at once, shrink one pod at a time");
        }
        String up = step == SMALLEST_STEP_PODS
                ? "grow at once"
                : "all " + replicas.most().value() + " pods are asked for within the retry window of "
                        + NumberText.seconds(window.guaranteedSeconds());
        String down = settle == SHORTEST_SETTLE_SECONDS
                ? "shrink one pod at a time"
                : "shrink once flush and retries are over, one pod at a time";
        return Planned.derived(behavior, up + ", " + down);
    }

    /**
     * Pods for each period, so that the longest way up is asked for before retries run out: doubling alone takes more periods
     * than a short window has. A reader is in no such hurry, the log waits for it.
     */
    private int stepPods() {
        if (spec.role() != Role.PRODUCER) {
            return SMALLEST_STEP_PODS;
        }
        int missing = replicas.most().value() - replicas.fewest().value();
        double left = window.guaranteedSeconds() - Seconds.of(spec.podStart());
        int periods = Math.max(1, (int) (left / PERIOD_SECONDS));
        return Math.max(SMALLEST_STEP_PODS, Ceiling.of((double) missing / periods));
    }

    private int settleSeconds() {
        double busy = Math.max(Seconds.of(spec.flush()), spec.role() == Role.PRODUCER ? window.guaranteedSeconds() : 0);
        return Math.min(LONGEST_SETTLE_SECONDS, Math.max(SHORTEST_SETTLE_SECONDS, Ceiling.of(busy)));
    }
}
