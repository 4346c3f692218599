package dev.spillway.plan;

/** What is known of the partitions that a hub has now. */
public sealed interface LivePartitions {
    LivePartitions NOT_CREATED = new NotCreated();

    /** As in a preview without an engine. */
    LivePartitions NOBODY_ASKED = new NotRead("nobody was asked", false);

    /**
     * The partitions it has.
     *
     * @param seen where, in a word: {@code live}, or the file that says so
     */
    record Count(int partitions, String seen) implements LivePartitions {}

    /** There is no hub yet, and no key is anywhere. */
    record NotCreated() implements LivePartitions {}

    /**
     * Nothing is known: the plan may ask for a count that the hub cannot have.
     *
     * @param failed whether the hub was asked and did not answer
     */
    record NotRead(String why, boolean failed) implements LivePartitions {}
}
