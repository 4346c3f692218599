package dev.spillway.loss;

import dev.spillway.units.InvalidValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a sender hands its events to the client.
 *
 * @param manner how many sends are under way at once
 * @param linksPerNamespace links of all its pods together; absent is what the ready pods have
 * @param linksPerPod links of one pod, where those of all together are not stated
 * @param eventsPerSend events in one send
 * @param bucketDepthSeconds seconds' worth of capacity that the broker lets in at once after a pause: nothing is published
 */
public record Sending(
        Manner manner,
        OptionalInt linksPerNamespace,
        int linksPerPod,
        double eventsPerSend,
        double bucketDepthSeconds) {
    /** Many sends at once, one event each, one link a pod, and a bucket of one second. */
    public static final Sending STANDARD = new Sending(Manner.CONCURRENT, OptionalInt.empty(), 1, 1, 1);

    /** From a send to the broker's answer inside a region: an assumption, without weight against waits of seconds. */
    private static final double ANSWER_SECONDS = 0.01;

    /** Links of all pods together stated, or one a pod. */
    public Sending(Manner manner, OptionalInt linksPerNamespace, double eventsPerSend, double bucketDepthSeconds) {
        this(manner, linksPerNamespace, 1, eventsPerSend, bucketDepthSeconds);
    }

    public Sending {
        linksPerNamespace.ifPresent(links -> Require.atLeast(1, "linksPerNamespace", links));
        Require.atLeast(1, "linksPerPod", linksPerPod);
        Require.positive("bucketDepthSeconds", bucketDepthSeconds);
        if (!(eventsPerSend >= 1) || Double.isInfinite(eventsPerSend)) {
            throw new InvalidValue("eventsPerSend", eventsPerSend, "a finite number, 1 or more");
        }
    }

    public Sending withLinks(int links) {
        return new Sending(manner, OptionalInt.of(links), linksPerPod, eventsPerSend, bucketDepthSeconds);
    }

    Sending withLinksPerPod(int links) {
        return new Sending(manner, linksPerNamespace, links, eventsPerSend, bucketDepthSeconds);
    }

    /** Links of all pods together, so many of which are ready; a sender without pods counts as one. */
    int links(int readyPods) {
        return linksPerNamespace.orElse(linksPerPod * Math.max(1, readyPods));
    }

    public Sending withEventsPerSend(double events) {
        return new Sending(manner, linksPerNamespace, linksPerPod, events, bucketDepthSeconds);
    }

    public Sending withBucketDepth(double seconds) {
        return new Sending(manner, linksPerNamespace, linksPerPod, eventsPerSend, seconds);
    }

    public Sending withManner(Manner other) {
        return new Sending(other, linksPerNamespace, linksPerPod, eventsPerSend, bucketDepthSeconds);
    }

    double answerSeconds() {
        return ANSWER_SECONDS;
    }

    /** How many sends are under way at once. */
    public enum Manner {
        /** As many as there is to send. */
        CONCURRENT("concurrent"),
        /** A loop that waits for each send. */
        ONE_IN_FLIGHT("oneInFlight"),
        /** The buffered producer of the Azure SDK for Java: one batch at a time for each partition. */
        BUFFERED("buffered");

        private final String key;

        Manner(String key) {
            this.key = key;
        }

        /** The name in scenarios and in {@code stack.yaml}. */
        public String key() {
            return key;
        }

        public static Optional<Manner> byKey(String key) {
            return Arrays.stream(values())
                    .filter(value -> value.key.equals(key))
                    .findFirst();
        }
    }
}
