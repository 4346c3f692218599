package dev.spillway.plan;

/** How much of the declared load a namespace would lose. */
public record LossSummary(double lostEvents, double lossPercent) {}
