package dev.spillway.loss;

/** Events on top of whatever else is offered, at a steady rate for a while. */
public record Spike(double startSeconds, double durationSeconds, double extraEventsPerSecond) {
    public Spike {
        Require.zeroOrMore("startSeconds", startSeconds);
        Require.positive("durationSeconds", durationSeconds);
        Require.zeroOrMore("extraEventsPerSecond", extraEventsPerSecond);
    }

    double endSeconds() {
        return startSeconds + durationSeconds;
    }
}
