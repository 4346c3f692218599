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

    /** How long a flow may go on until the bucket is empty; infinity if it never is. */
    double secondsOfFlow(double flowEventsPerSecond) {
        double net = flowEventsPerSecond - eventsPerSecond;
        return net > ROUNDING * eventsPerSecond ? Math.max(0, tokens) / net : Double.POSITIVE_INFINITY;
    }

    /** Lets a send in or not; one larger than the bucket needs a full one, and leaves a debt. */
    boolean admits(double events) {
        if (!has(events)) {
            return false;
        }
        take(events);
        return true;
    }

    boolean has(double events) {
        return eventsPerSecond > 0 && tokens + ROUNDING >= Math.min(events, depth());
    }

    void take(double events) {
        tokens -= events;
    }

    private void fill(double untilSeconds) {
        tokens = Math.min(depth(), tokens + eventsPerSecond * (untilSeconds - nowSeconds));
        nowSeconds = untilSeconds;
    }

    private double depth() {
        return depthSeconds * eventsPerSecond;
    }
}
