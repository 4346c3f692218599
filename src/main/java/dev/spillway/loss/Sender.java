package dev.spillway.loss;

import dev.spillway.units.InvalidValue;
import java.util.Optional;

/**
 * One workload that sends into the namespace.
 *
 * @param bufferedEventsLimit events that may wait in the client, of all its pods together; infinity is unbounded
 * @param pods empty where the sender itself has no limit
 * @param sending how it uses its client; of weight only where the client retries every send on its own
 */
public record Sender(
        String name,
        Load load,
        RetryWindow window,
        double bufferedEventsLimit,
        Optional<SenderPods> pods,
        Sending sending) {
    public Sender {
        if (name.isBlank()) {
            throw new InvalidValue("sender name", "an empty text", "a name");
        }
        Require.zeroOrMoreOrEndless("bufferedEventsLimit", bufferedEventsLimit);
    }

    /** Whether its sends are simulated one by one, because each retries on its own and refusals are counted per link. */
    public boolean retriesByLink() {
        return Runs.retriesByLink(this);
    }

    /** One that sends as {@link Sending#STANDARD} says. */
    public Sender(String name, Load load, RetryWindow window, double bufferedEventsLimit, Optional<SenderPods> pods) {
        this(name, load, window, bufferedEventsLimit, pods, Sending.STANDARD);
    }

    public Sender withSending(Sending other) {
        return new Sender(name, load, window, bufferedEventsLimit, pods, other);
    }

    /** The same sender with another retry window. */
    public Sender withWindow(RetryWindow other) {
        return new Sender(name, load, other, bufferedEventsLimit, pods, sending);
    }

    /** The same sender with room for that many events in its client. */
    public Sender withBuffer(double events) {
        return new Sender(name, load, window, events, pods, sending);
    }

    /** The same sender with other pods. */
    public Sender withPods(SenderPods other) {
        return new Sender(name, load, window, bufferedEventsLimit, Optional.of(other), sending);
    }

    /** The same sender when its client never gives up and never runs out of room. */
    Sender withEndlessClient() {
        return new Sender(
                name, load, RetryWindow.custom(Double.POSITIVE_INFINITY), Double.POSITIVE_INFINITY, pods, sending);
    }

    Sender withEndlessPodQueue() {
        return new Sender(name, load, window, bufferedEventsLimit, pods.map(SenderPods::withEndlessQueue), sending);
    }
}
