package dev.spillway.plan;

/** What a plan does to the partitions of a hub that is there already. */
public sealed interface PartitionChange {
    PartitionChange NONE = new None();

    /** Nothing: the hub is new, or keeps its partitions, or nobody could be asked. */
    record None() implements PartitionChange {}

    /** More partitions, which senders and readers have to learn of. */
    record Grows(int from, int to, Runbook runbook) implements PartitionChange {}

    /**
     * A count that the hub must not get, so that nothing is deployed.
     *
     * @param message what was met and what would be right
     */
    record Refused(String message) implements PartitionChange {}
}
