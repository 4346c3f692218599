package dev.spillway.loss;

/** Something that breaks for a while. */
public sealed interface Fault {
    double startSeconds();

    double durationSeconds();

    default double endSeconds() {
        return startSeconds() + durationSeconds();
    }

    /** All consumers stop reading; their pods stay. */
    record ConsumerOutage(double startSeconds, double durationSeconds) implements Fault {
        public ConsumerOutage {
            Require.zeroOrMore("startSeconds", startSeconds);
            Require.positive("durationSeconds", durationSeconds);
        }
    }

    /**
     * The region with the namespace is gone.
     *
     * @param durationSeconds infinity where it never comes back
     */
    record RegionOutage(double startSeconds, double durationSeconds) implements Fault {
        public RegionOutage {
            Require.zeroOrMore("startSeconds", startSeconds);
            Require.positiveOrEndless("durationSeconds", durationSeconds);
        }
    }
}
