package dev.spillway.testsupport.amqp;

import java.util.List;

/**
 * What became of the events of a run.
 *
 * @param undecided events that their client had not given up when nobody waited any longer
 * @param gaveUpAfterSeconds for each send that failed, how long its client had tried, ascending
 * @param stoodStillSeconds how long the machine stood still, which is no part of the run
 * @param acceptedBySecond events let in since the beginning, at each second
 */
public record LoadOutcome(
        int offered,
        int accepted,
        int stored,
        int undecided,
        long refused,
        List<Double> gaveUpAfterSeconds,
        double stoodStillSeconds,
        List<Long> acceptedBySecond) {
    public LoadOutcome {
        gaveUpAfterSeconds = gaveUpAfterSeconds.stream().sorted().toList();
        acceptedBySecond = List.copyOf(acceptedBySecond);
    }

    public int lost() {
        return offered - accepted - undecided;
    }

    public int duplicates() {
        return stored - accepted;
    }

    public double lostPercent() {
        return 100.0 * lost() / offered;
    }

    /** Events let in per second, between two seconds of the run. */
    public double acceptedPerSecond(int from, int to) {
        return (double) (acceptedBySecond.get(to) - acceptedBySecond.get(from)) / (to - from);
    }

    /** One of the windows that were measured, from 0 for the shortest to 1 for the longest; zero where none failed. */
    public double gaveUpAfter(double quantile) {
        return gaveUpAfterSeconds.isEmpty()
                ? 0
                : gaveUpAfterSeconds.get((int) Math.round(quantile * (gaveUpAfterSeconds.size() - 1)));
    }
}
