package dev.spillway.examples;

import dev.spillway.testsupport.amqp.Conduct;
import dev.spillway.testsupport.amqp.Door;
import dev.spillway.testsupport.amqp.EventHubStandIn;
import dev.spillway.testsupport.amqp.StoredEvent;
import dev.spillway.testsupport.amqp.TokenBucket;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One producer that is told to end, or killed, at a moment of chance while callers bring it events. */
record KilledProducer(long seed, Path classes) {
    private static final int CALLERS = 3;
    private static final int BUFFERED = 4_000;
    private static final int FLUSH_SECONDS = 90;
    private static final int ACCEPTED = 202;
    private static final double THROTTLED_SHARE = 0.2;
    private static final double CAPACITY = 400;

    /**
     * What became of the events.
     *
     * @param unsettled events that the producer said were not acknowledged, the last time it was asked
     * @param acceptedSince events accepted after it was asked for the last time
     */
    record End(
            long seed,
            boolean isThrottled,
            int accepted,
            int lost,
            int duplicates,
            long unsettled,
            int acceptedSince,
            boolean endedByItself,
            double seconds) {
        @Override
        public String toString() {
            return "seed " + seed + (isThrottled ? ", throttled" : "") + ": accepted " + accepted + ", lost " + lost
                    + ", twice " + duplicates + ", unsettled " + unsettled + " + " + acceptedSince + ", "
                    + (endedByItself ? "ended" : "KILLED") + " after " + Math.round(seconds) + " s";
        }
    }

    /** SIGTERM. */
    End terminated() throws IOException, InterruptedException {
        return run(true);
    }

    /** SIGKILL. */
    End killed() throws IOException, InterruptedException {
        return run(false);
    }

    private End run(boolean mildly) throws IOException, InterruptedException {
        Random chance = new Random(seed);
        boolean isThrottled = chance.nextDouble() < THROTTLED_SHARE;
        Door door = isThrottled ? new TokenBucket(CAPACITY, 1, System::nanoTime) : Door.OPEN;
        Conduct conduct = Conduct.of(door).withAnswerTime(Duration.ofMillis(chance.nextInt(120)));
        try (EventHubStandIn hub = EventHubStandIn.start("orders", 4, conduct);
                ExamplePod pod = ExamplePod.start(
                                classes,
                                "example.producer.Main",
                                MountedSettings.of("order-api"),
                                ProducerTest.environment(hub, BUFFERED, FLUSH_SECONDS))
                        .untilReady()) {
            List<String> accepted = Collections.synchronizedList(new ArrayList<>());
            List<Thread> callers = callers(pod, chance, accepted);
            callers.forEach(Thread::start);
            TimeUnit.MILLISECONDS.sleep(200 + chance.nextInt(2_000));
            int before = accepted.size();
            long unsettled = pod.metric("producer_events_unsettled");
            long start = System.nanoTime();
            if (mildly) {
                pod.terminate();
            } else {
                pod.kill();
            }
            boolean ended = pod.hasEndedWithin(Duration.ofSeconds(FLUSH_SECONDS + 10));
            double seconds = (System.nanoTime() - start) / 1e9;
            for (Thread caller : callers) {
                caller.join();
            }
            Fate fate = Fate.of(hub, List.copyOf(accepted));
            return new End(
                    seed,
                    isThrottled,
                    accepted.size(),
                    fate.lost,
                    fate.duplicates,
                    unsettled,
                    accepted.size() - before,
                    ended,
                    seconds);
        }
    }

    private record Fate(int lost, int duplicates) {
        static Fate of(EventHubStandIn hub, List<String> accepted) {
            List<String> stored = hub.stored().stream().map(StoredEvent::id).toList();
            Set<String> distinct = new HashSet<>(stored);
            int lost =
                    (int) accepted.stream().filter(id -> !distinct.contains(id)).count();
            return new Fate(lost, stored.size() - distinct.size());
        }
    }

    /** Each brings events until nobody answers any more, and keeps the ids of those that were promised to it. */
    private static List<Thread> callers(ExamplePod pod, Random chance, List<String> accepted) {
        List<Thread> callers = new ArrayList<>();
        for (int number = 0; number < CALLERS; number++) {
            Random own = new Random(chance.nextLong());
            Thread caller = new Thread(() -> {
                try {
                    while (true) {
                        String event = "x".repeat(100 + own.nextInt(1_500)) + "\n";
                        HttpResponse<String> answer = pod.post("/events", event.repeat(1 + own.nextInt(12)));
                        if (answer.statusCode() == ACCEPTED) {
                            accepted.addAll(answer.body().lines().toList());
                        }
                        TimeUnit.MILLISECONDS.sleep(own.nextInt(30));
                    }
                } catch (IOException nobodyAnswers) {
                    // The pod has ended.
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            caller.setDaemon(true);
            callers.add(caller);
        }
        return callers;
    }
}
