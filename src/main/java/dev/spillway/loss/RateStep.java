package dev.spillway.loss;

/** A stretch of time with one constant rate. */
record RateStep(double fromSeconds, double toSeconds, double eventsPerSecond) {
    double seconds() {
        return toSeconds - fromSeconds;
    }

    double events() {
        return eventsPerSecond * seconds();
    }
}
