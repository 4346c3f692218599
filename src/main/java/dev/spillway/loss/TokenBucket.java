package dev.spillway.loss;

/** The broker's admission over time: tokens come at the rate of the capacity, and at most some seconds' worth are kept. */
final class TokenBucket {
    private static final double ROUNDING = 1e-9;

    private final StepCurve.Cursor capacity;
    private final double depthSeconds;
    private double eventsPerSecond;
    private double nowSeconds;
    private double tokens;

    /** Full at first. */
    TokenBucket(StepCurve capacity, double depthSeconds) {
        this.capacity = capacity.cursor();
        this.depthSeconds = depthSeconds;
        this.eventsPerSecond = this.capacity.valueAt(0);
        this.tokens = depth();
    }

    double tokens() {
        return tokens;
    }

    double eventsPerSecond() {
        return eventsPerSecond;
    }

    double nextChangeSeconds() {
        return capacity.nextChangeSeconds();
    }

    /** Lets tokens come until then. */
    void advanceTo(double seconds) {
        while (capacity.nextChangeSeconds() <= seconds) {
            double change = capacity.nextChangeSeconds();
            fill(change);
            eventsPerSecond = capacity.valueAt(change);
            tokens = Math.min(tokens, depth());
        }
        fill(seconds);
    }

    /** Uses tokens for a steady flow of events, until a moment before which the capacity does not change. */
    void flow(double flowEventsPerSecond, double untilSeconds) {
        double net = (eventsPerSecond - flowEventsPerSecond) * (untilSeconds - nowSeconds);
        tokens = Math.max(0, Math.min(depth(), tokens + net));
        nowSeconds = untilSeconds;
        advanceTo(untilSeconds);
    }

    /** Lets a send in or not; one larger than the bucket needs a full one, and leaves a debt. */
    boolean admits(double events) {
        if (tokens + ROUNDING < Math.min(events, depth()) || eventsPerSecond == 0) {
            return false;
        }
        tokens -= events;
        return true;
    }

    private void fill(double untilSeconds) {
        tokens = Math.min(depth(), tokens + eventsPerSecond * (untilSeconds - nowSeconds));
        nowSeconds = untilSeconds;
    }

    private double depth() {
        return depthSeconds * eventsPerSecond;
    }
}
