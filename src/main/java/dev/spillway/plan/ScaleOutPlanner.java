package dev.spillway.plan;

import dev.spillway.loss.RetryWindow;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.plan.ScaleOut.Verdict;
import dev.spillway.units.NumberText;
import dev.spillway.units.Seconds;
import java.time.Duration;

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
     * @param refusal what the namespace does not take at once
     */
    ScaleOut plan(Duration nodeStart, Refusal refusal, RetryWindow window) {
        return new ScaleOut(
                newPods(),
                Planned.derived(
                        nodeSeconds(nodeStart),
                        "scan " + NumberText.number(SCAN_SECONDS) + ", node " + NumberText.number(Seconds.of(nodeStart))
                                + ": only where no node has room"),
                podRoom(),
                senderRoom(refusal, window),
                waitingInPods(newPodSeconds()) > 0,
                needsRoomOnNodes(newPodSeconds() + nodeSeconds(nodeStart), window));
    }

    /** A late pod does harm where clients have given up by then, or the pods that are there overflow. */
    private boolean needsRoomOnNodes(double withNodeSeconds, RetryWindow window) {
        double waiting = waitingInPods(withNodeSeconds);
        return waiting > 0 && (withNodeSeconds > window.guaranteedSeconds() || !fits(waiting));
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
        double waiting = waitingInPods(newPodSeconds());
        if (waiting <= 0) {
            return Planned.derived(Verdict.ENOUGH, nothingWaits());
        }
        String what = NumberText.whole(waiting) + " events wait for "
                + (keepsUp() ? "new pods" : "the end of the burst")
                + ", up to " + NumberText.seconds(waits(waiting)) + "; the pods hold " + NumberText.number(held())
                + ", callers wait " + (Double.isInfinite(patience()) ? "endlessly" : NumberText.seconds(patience()));
        return fits(waiting)
                ? Planned.derived(Verdict.ENOUGH, what)
                : Planned.derived(Verdict.SHORT, what + "; " + podCures(waiting));
    }

    private String nothingWaits() {
        String able = NumberText.count(fewest, "pod") + (fewest == 1 ? " sends " : " send ");
        return fewest * rate() >= load.peak().perSecond()
                ? able + "the peak of " + NumberText.number(load.peak().perSecond()) + "/s, nothing waits for new ones"
                : able + "what comes in until new ones are ready";
    }

    /** Whether all pods that are allowed send the peak; else what waits grows as long as it lasts. */
    private boolean keepsUp() {
        return most * rate() >= load.peak().perSecond();
    }

    private boolean fits(double waiting) {
        return waiting <= held() && waits(waiting) <= patience();
    }

    private double held() {
        return spec.bufferedEvents().isPresent()
                ? (double) fewest * spec.bufferedEvents().getAsLong()
                : Double.POSITIVE_INFINITY;
    }

    private double waits(double waiting) {
        return waiting / (fewest * rate());
    }

    private double patience() {
        return spec.upstreamTimeout().map(Seconds::of).orElse(Double.POSITIVE_INFINITY);
    }

    private String podCures(double waiting) {
        int enough = Ceiling.of(load.peak().perSecond() / rate());
        return (enough > most ? "maxReplicas " + enough + " sends the peak, " : "") + "minReplicas " + enough
                + " leaves nothing waiting, bufferedEvents "
                + NumberText.whole(Math.ceil(waiting / fewest)) + " holds it for callers that wait";
    }

    /** What comes in beyond what the fewest pods send, for that long into the burst. */
    private double waitingInPods(double untilSeconds) {
        double able = fewest * rate();
        double burst = Seconds.of(load.ramp()) + Seconds.of(load.peakHold());
        double until = keepsUp() ? Math.min(untilSeconds, burst) : burst;
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

    /**
     * What a namespace does not take at once, inflate and its staircase included.
     *
     * @param longestWaitSeconds how long an event would wait for units if its client were endlessly patient
     * @param unitsThatSuffice with so many from the start nothing would wait
     */
    record Refusal(double longestWaitSeconds, int unitsThatSuffice) {
        static final Refusal NONE = new Refusal(0, 0);
    }

    private static Planned<Verdict> senderRoom(Refusal refusal, RetryWindow window) {
        double waits = refusal.longestWaitSeconds();
        double patience = window.guaranteedSeconds();
        if (waits <= 0) {
            return Planned.derived(Verdict.ENOUGH, "the units carry the peak, nothing is refused");
        }
        String what = "an event waits up to " + NumberText.seconds(waits) + " for units, the client tries for "
                + NumberText.seconds(patience);
        if (waits > patience) {
            return Planned.derived(
                    Verdict.SHORT,
                    what + "; throughputUnits " + refusal.unitsThatSuffice()
                            + " leave nothing waiting, a retry window of " + NumberText.seconds(2 * waits)
                            + " outlasts it");
        }
        return Planned.derived(
                Verdict.ENOUGH,
                patience >= 2 * waits ? what : what + ", less than twice as long: sends back off one by one");
    }

    private double podStart() {
        return Seconds.of(spec.podStart());
    }

    private double rate() {
        return spec.perReplica().perSecond();
    }
}
