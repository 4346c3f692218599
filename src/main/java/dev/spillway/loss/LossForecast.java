package dev.spillway.loss;

/** STUB: what becomes of every offered event. */
public record LossForecast(
        double offeredEvents, double lostEvents, LossCauses lossCauses, double retryWindowSeconds, Range range) {
    /** The losses by their cause. */
    public record LossCauses(double retryWindowExceeded) {}

    /** Lost events, from the best to the worst reading. */
    public record Range(double low, double best, double high) {}

    public double lossPercent() {
        return offeredEvents == 0 ? 0 : 100 * lostEvents / offeredEvents;
    }
}
