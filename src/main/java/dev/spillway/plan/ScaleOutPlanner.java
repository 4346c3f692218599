package dev.spillway.plan;

import dev.spillway.loss.RetryWindow;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.plan.ScaleOut.Verdict;
import dev.spillway.units.NumberText;
import dev.spillway.units.Seconds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The scale-out budget of a producer, by closed forms: how long new pods take, what waits for them, and what waits for units.
 */
final class ScaleOutPlanner {
    /** Kubernetes' metrics server samples every 15 s over 15 s; the HorizontalPodAutoscaler looks every 15 s. */
    private static final double METRICS_SECONDS = 30;

    private static final double LOOP_SECONDS = 15;

    /** The cluster autoscaler's scan (https://learn.microsoft.com/azure/aks/cluster-autoscaler, 2026-11-20). */
    private static final double SCAN_SECONDS = 10;

    private static final double ALL_CPU_PERCENT = 100;
    private static final double STEP_SECONDS = 1;

    private final WorkloadSpec spec;
    private final LoadProfile load;
    private final int fewest;
    private final int most;
    private final int cpuTargetPercent;

    ScaleOutPlanner(WorkloadSpec spec, LoadProfile load, Replicas replicas, int cpuTargetPercent) {
        this.spec = spec;
        this.load = load;
        this.fewest = replicas.fewest().value();
        this.most = replicas.most().value();
        this.cpuTargetPercent = cpuTargetPercent;
    }

    /**
     * @param nodeStart how long a node takes, whether or not one is needed
     * @param longestWaitSeconds how long an event would wait for the namespace if its client were endlessly patient
     */
    ScaleOut plan(Duration nodeStart, double longestWaitSeconds, RetryWindow window) {
        return new ScaleOut(
                newPods(),
                Planned.derived(
                        nodeSeconds(nodeStart),
                        "scan " + NumberText.number(SCAN_SECONDS) + ", node " + NumberText.number(Seconds.of(nodeStart))
                                + ": only where no node has room"),
                podRoom(),
                senderRoom(longestWaitSeconds, window));
    }

    static double nodeSeconds(Duration nodeStart) {
        return SCAN_SECONDS + Seconds.of(nodeStart);
    }

    /** From the burst until the pods that it needs are ready. */
    double newPodSeconds() {
        return METRICS_SECONDS + LOOP_SECONDS + podStart() + (steps() - 1) * (METRICS_SECONDS + podStart());
    }

    private Planned<Double> newPods() {
        String once = "metrics " + NumberText.number(METRICS_SECONDS) + ", loop " + NumberText.number(LOOP_SECONDS)
                + ", pod " + NumberText.number(podStart());
        return Planned.derived(
                newPodSeconds(),
                steps() == 1
                        ? once
                        : once + "; " + steps() + " steps, since a pod at full work shows no more than "
                                + NumberText.number(ALL_CPU_PERCENT / cpuTargetPercent) + " x its target");
    }

    /** A pod that drowns shows its full CPU and no more, so one step multiplies the pods by 1 / target at most. */
    private int steps() {
        double factor = ALL_CPU_PERCENT / cpuTargetPercent;
        double needed = Math.min(most, Math.max(fewest, load.peak().perSecond() / rate()));
        if (needed <= fewest || factor <= 1) {
            return 1;
        }
        return Math.max(1, Ceiling.of(Math.log(needed / fewest) / Math.log(factor)));
    }

    private Planned<Verdict> podRoom() {
        double waiting = waitingInPods();
        double held = spec.bufferedEvents().isPresent()
                ? (double) fewest * spec.bufferedEvents().getAsLong()
                : Double.POSITIVE_INFINITY;
        double waits = waiting / (fewest * rate());
        double patience = spec.upstreamTimeout().map(Seconds::of).orElse(Double.POSITIVE_INFINITY);
        if (waiting <= 0) {
            return Planned.derived(
                    Verdict.ENOUGH,
                    fewest + " pods send the peak of " + NumberText.number(load.peak().perSecond())
                            + "/s, nothing waits for new ones");
        }
        String what = NumberText.whole(waiting) + " events wait for new pods, up to " + NumberText.seconds(waits)
                + "; the pods hold " + NumberText.number(held) + ", callers wait "
                + (Double.isInfinite(patience) ? "endlessly" : NumberText.seconds(patience));
        boolean fits = waiting <= held && waits <= patience;
        return Planned.derived(fits ? Verdict.ENOUGH : Verdict.SHORT, fits ? what : what + "; " + podCures(waiting));
    }

    private String podCures(double waiting) {
        List<String> cures = new ArrayList<>();
        int enough = Ceiling.of(load.peak().perSecond() / rate());
        if (enough <= most) {
            cures.add("minReplicas " + enough + " leaves nothing waiting");
        }
        cures.add("bufferedEvents " + NumberText.whole(Math.ceil(waiting / fewest)) + " holds it where callers wait");
        return String.join(", ", cures);
    }

    /** What comes in beyond what the fewest pods send, until the pods that are needed are there. */
    private double waitingInPods() {
        double able = fewest * rate();
        double until = Math.min(newPodSeconds(), Seconds.of(load.ramp()) + Seconds.of(load.peakHold()));
        double waiting = 0;
        for (double at = 0; at < until; at += STEP_SECONDS) {
            double step = Math.min(STEP_SECONDS, until - at);
            waiting = Math.max(0, waiting + (offered(at + step / 2) - able) * step);
        }
        return waiting;
    }

    private double offered(double secondsIntoBurst) {
        double ramp = Seconds.of(load.ramp());
        double climbed = ramp == 0 ? 1 : Math.min(1, secondsIntoBurst / ramp);
        return load.baseline().perSecond()
                + climbed * (load.peak().perSecond() - load.baseline().perSecond());
    }

    private static Planned<Verdict> senderRoom(double waits, RetryWindow window) {
        double patience = window.guaranteedSeconds();
        if (waits <= 0) {
            return Planned.derived(Verdict.ENOUGH, "the units carry the peak, nothing is refused");
        }
        String what = "an event waits up to " + NumberText.seconds(waits) + " for units; the client tries for "
                + NumberText.seconds(patience);
        if (waits > patience) {
            return Planned.derived(
                    Verdict.SHORT, what + "; more throughputUnits shorten the wait, more retries outlast it");
        }
        return Planned.derived(
                Verdict.ENOUGH,
                patience >= 2 * waits ? what : what + ", less than twice it: sends back off one by one");
    }

    private double podStart() {
        return Seconds.of(spec.podStart());
    }

    private double rate() {
        return spec.perReplica().perSecond();
    }
}
