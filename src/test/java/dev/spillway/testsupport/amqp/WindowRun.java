package dev.spillway.testsupport.amqp;

import com.azure.core.amqp.AmqpRetryOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** How long the unchanged client tries, in seconds, when everything is refused. */
public record WindowRun(AmqpRetryOptions retry) {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long LOOK_NANOS = 20_000_000;

    /** So many sends at once on one link; how long each was tried, ascending. */
    public List<Double> of(int sends) {
        AtomicBoolean isOpen = new AtomicBoolean(true);
        try (EventHubStandIn hub = EventHubStandIn.start("orders", 1, events -> isOpen.get());
                LoadSender sender = new ConcurrentSender(hub.connectionString(), retry, 1, 1)) {
            sender.warmUp();
            isOpen.set(false);
            sender.offer(0, sends);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (sender.pendingEvents() > 0 && System.nanoTime() < end) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            return sender.gaveUpAfter().stream().sorted().toList();
        }
    }
}
