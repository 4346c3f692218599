package dev.spillway.loss;

import java.util.Arrays;
import java.util.Optional;

/**
 * The pods of one consumer group that read all partitions.
 *
 * @param podEventsPerSecond what one pod can process, measured by its owner
 * @param partitionEventsPerSecond limit of one partition's serial pump; infinity where there is none
 */
public record Consumers(
        double podEventsPerSecond,
        double partitionEventsPerSecond,
        PodStart start,
        Scaling scaling,
        Balancing balancing,
        Checkpoints checkpoints) {
    public Consumers {
        Require.positive("podEventsPerSecond", podEventsPerSecond);
        Require.positiveOrEndless("partitionEventsPerSecond", partitionEventsPerSecond);
    }

    /** Without a pump limit, 30 s to a ready pod, and balancing and checkpoints as the libraries have them. */
    public static Consumers of(double podEventsPerSecond, Scaling scaling) {
        return new Consumers(
                podEventsPerSecond,
                Double.POSITIVE_INFINITY,
                PodStart.after(30),
                scaling,
                Balancing.STANDARD,
                Checkpoints.STANDARD);
    }

    /** The same consumers in another number. */
    public Consumers withScaling(Scaling other) {
        return new Consumers(podEventsPerSecond, partitionEventsPerSecond, start, other, balancing, checkpoints);
    }

    /**
     * How partitions find their pods.
     *
     * @param intervalSeconds between two looks at who owns what, counted from the beginning of the run
     * @param handoverPauseSeconds how long a claimed partition is not read
     */
    public record Balancing(Strategy strategy, double intervalSeconds, double handoverPauseSeconds) {
        /** What EventProcessorClient does, with an assumed pause of 2 s. */
        public static final Balancing STANDARD = new Balancing(Strategy.BALANCED, 10, 2);

        public Balancing {
            Require.positive("loadBalancingIntervalSeconds", intervalSeconds);
            Require.zeroOrMore("handoverPauseSeconds", handoverPauseSeconds);
        }
    }

    /** How many partitions a pod claims at once. */
    public enum Strategy {
        /** One at a time. */
        BALANCED("balanced"),
        /** Whatever it is entitled to. */
        GREEDY("greedy");

        private final String key;

        Strategy(String key) {
            this.key = key;
        }

        /** The name in scenarios. */
        public String key() {
            return key;
        }

        public static Optional<Strategy> byKey(String key) {
            return Arrays.stream(values())
                    .filter(value -> value.key.equals(key))
                    .findFirst();
        }
    }

    /**
     * How far a new owner may have to go back.
     *
     * @param intervalSeconds between two checkpoints of a partition
     * @param onShutdown whether a pod that stops writes one more, and is given the time to
     */
    public record Checkpoints(double intervalSeconds, boolean onShutdown) {
        /** Every 10 s, and once more at the end. */
        public static final Checkpoints STANDARD = new Checkpoints(10, true);

        public Checkpoints {
            Require.zeroOrMore("checkpointIntervalSeconds", intervalSeconds);
        }
    }
}
