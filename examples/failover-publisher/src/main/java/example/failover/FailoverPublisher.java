package example.failover;

import com.azure.core.models.CloudEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Publishes to the better of two Event Grid topics, and to the other one while the better one is not well. An event that was
 * sent and not acknowledged is sent again with the same id, so that receivers drop what they have met.
 *
 * <p>Nothing is dropped in silence: {@link #publish} returns when somebody has taken the events, and throws when nobody has
 * within the time that the settings give, so that the caller still has them. To be used by one thread.
 */
public final class FailoverPublisher {
    /** One topic. */
    public interface Topic {
        /** Publishes, or throws whatever went wrong. */
        void publish(List<CloudEvent> events);

        /** Whether its health endpoint answers as it should. */
        boolean isHealthy();
    }

    /** Waits between two tries; a test lets its clock go on instead. */
    public interface Pause {
        void until(Duration later) throws InterruptedException;
    }

    /** Thrown when no topic took the events in time. They are still the caller's. */
    public static final class NobodyTakesThem extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NobodyTakesThem(int events, Duration tried, RuntimeException last) {
            super(events + " events were taken by no topic within " + tried.toSeconds() + " s", last);
        }
    }

    private final FailoverSettings settings;
    private final Clock clock;
    private final Pause pause;
    private final List<State> topics;
    private int turn;
    private long resent;

    /** @param topics the better one first */
    public FailoverPublisher(FailoverSettings settings, List<Topic> topics, Clock clock, Pause pause) {
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
        this.topics = topics.stream().map(State::new).toList();
    }

    /** Returns when one topic has taken all of the events. */
    public void publish(List<CloudEvent> events) throws InterruptedException {
        Instant start = clock.instant();
        RuntimeException last = null;
        while (true) {
            topics.forEach(State::lookIfItIsTime);
            for (int at : order()) {
                try {
                    topics.get(at).topic.publish(events);
                    topics.get(at).worked();
                    return;
                } catch (RuntimeException refused) {
                    topics.get(at).failed();
                    resent += events.size();
                    last = refused;
                }
            }
            if (Duration.between(start, clock.instant()).compareTo(settings.retry()) >= 0) {
                throw new NobodyTakesThem(events.size(), settings.retry(), last);
            }
            pause.until(settings.probeInterval());
        }
    }

    /** Events that were sent once more because an answer was missing: so many duplicates there may be at most. */
    public long resent() {
        return resent;
    }

    /** The topic that is used now, by its place in the list; with both in use, the one whose turn it is. */
    public int current() {
        return order().get(0);
    }

    /** Those that are well in their order, then the others: a refusal is better than not having asked. */
    private List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        IntStream.range(0, topics.size()).filter(at -> topics.get(at).isUsed).forEach(order::add);
        if (settings.isActiveActive() && order.size() > 1) {
            turn = (turn + 1) % order.size();
            java.util.Collections.rotate(order, turn);
        }
        IntStream.range(0, topics.size()).filter(at -> !topics.get(at).isUsed).forEach(order::add);
        return order;
    }

    /** What is known of one topic. */
    private final class State {
        private final Topic topic;
        private boolean isUsed = true;
        private int failures;
        private Instant lastLook = Instant.MIN;
        private Instant healthySince = Instant.MIN;

        private State(Topic topic) {
            this.topic = topic;
        }

        private void lookIfItIsTime() {
            Instant now = clock.instant();
            if (lastLook.plus(settings.probeInterval()).isAfter(now) && !lastLook.equals(Instant.MIN)) {
                return;
            }
            lastLook = now;
            if (topic.isHealthy()) {
                healthySince = healthySince.equals(Instant.MIN) ? now : healthySince;
                if (isUsed) {
                    failures = 0;
                } else if (!now.isBefore(healthySince.plus(settings.healthyToReturn()))) {
                    isUsed = true;
                    failures = 0;
                }
            } else {
                failed();
            }
        }

        private void worked() {
            failures = 0;
        }

        private void failed() {
            failures++;
            healthySince = Instant.MIN;
            if (failures >= settings.failuresToLeave()) {
                isUsed = false;
            }
        }
    }
}
