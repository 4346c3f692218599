package dev.spillway.plan;

/** What is known of the throughput units that a namespace has now. */
public sealed interface LiveCapacity {
    LiveCapacity NOT_CREATED = new NotCreated();

    /** As in a preview without an engine. */
    LiveCapacity NOBODY_ASKED = new NotRead("nobody was asked", false);

    /**
     * The units it has.
     *
     * @param seen where, in a word: {@code live}, or the file that says so
     */
    record Units(int units, String seen) implements LiveCapacity {}

    /** There is no namespace yet, and nothing to take back. */
    record NotCreated() implements LiveCapacity {}

    /**
     * Nothing is known: there may be units that this plan takes back.
     *
     * @param failed whether the namespace was asked and did not answer
     */
    record NotRead(String why, boolean failed) implements LiveCapacity {}
}
