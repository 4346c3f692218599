package dev.spillway.testsupport.amqp;

import com.azure.core.amqp.AmqpRetryOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/**
 * A load of events, offered in real time by unchanged clients to a stand-in with a limited capacity.
 *
 * @param patience how long after the load is waited for what is still under way
 */
public record LoadRun(
        List<Step> load,
        double capacity,
        double depthSeconds,
        long largestSendBytes,
        AmqpRetryOptions retry,
        Duration patience) {
    private static final double NANOS = 1e9;
    private static final long TICK_NANOS = 2_000_000;
    private static final int PARTITIONS = 4;

    /** Runs it with the sender that is made for the stand-in. */
    public LoadOutcome with(BiFunction<String, AmqpRetryOptions, LoadSender> maker) {
        RunClock clock = new RunClock();
        Conduct conduct =
                Conduct.of(new TokenBucket(capacity, depthSeconds, clock)).withLargestSend(largestSendBytes);
        try (EventHubStandIn hub = EventHubStandIn.start("orders", PARTITIONS, conduct);
                LoadSender sender = maker.apply(hub.connectionString(), retry)) {
            sender.warmUp();
            Set<String> warm = ids(hub.stored());
            Drive drive = drive(hub, sender, clock);
            List<StoredEvent> stored = hub.stored().stream()
                    .filter(event -> !warm.contains(event.id()))
                    .toList();
            return new LoadOutcome(
                    drive.offered,
                    ids(stored).size(),
                    stored.size(),
                    sender.pendingEvents(),
                    hub.tally().refusedEvents(),
                    sender.gaveUpAfter(),
                    drive.stoodStill,
                    drive.acceptedBySecond);
        }
    }

    private static final class Drive {
        private int offered;
        private double stoodStill;
        private final List<Long> acceptedBySecond = new ArrayList<>();
    }

    private Drive drive(EventHubStandIn hub, LoadSender sender, RunClock clock) {
        Drive drive = new Drive();
        double duration = Step.duration(load);
        long before = hub.tally().acceptedEvents();
        clock.tick();
        long start = clock.getAsLong();
        long stoodStill = clock.stoodStillNanos();
        while (true) {
            clock.tick();
            double now = (clock.getAsLong() - start) / NANOS;
            // One send at a time, so that what a busy machine holds up does not leave in a heap: heaps are refused
            // together.
            int due = (int) Math.round(Step.offered(load, now)) - drive.offered;
            int next = Math.min(due, sender.eventsPerSend());
            if (next > 0 && (next == sender.eventsPerSend() || now >= duration)) {
                sender.offer(drive.offered, next);
                drive.offered += next;
            }
            while (drive.acceptedBySecond.size() <= now) {
                drive.acceptedBySecond.add(hub.tally().acceptedEvents() - before);
            }
            boolean isOver = now >= duration
                    && due <= next
                    && (sender.pendingEvents() == 0 || now > duration + seconds(patience));
            if (isOver) {
                drive.stoodStill = (clock.stoodStillNanos() - stoodStill) / NANOS;
                return drive;
            }
            LockSupport.parkNanos(TICK_NANOS);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static Set<String> ids(List<StoredEvent> events) {
        Set<String> ids = new HashSet<>();
        events.forEach(event -> ids.add(event.id()));
        return ids;
    }
}
