package dev.spillway.plan;

/**
 * The HPA's {@code behavior} block. It is always written, because without one the controller follows another rule than the
 * documented one.
 *
 * @param upPercent growth allowed per {@code upPeriodSeconds}, or {@code upPods} if that is more
 * @param downPods pods that may go per {@code downPeriodSeconds}
 */
public record ScalingBehavior(
        int upWindowSeconds,
        int upPercent,
        int upPods,
        int upPeriodSeconds,
        int downWindowSeconds,
        int downPods,
        int downPeriodSeconds) {
    String up() {
        return upPercent + " % or " + upPods + " pods / " + upPeriodSeconds + " s";
    }

    String down() {
        return downPods + " pod / " + downPeriodSeconds + " s after " + downWindowSeconds + " s";
    }
}
