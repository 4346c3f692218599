package dev.spillway.pack;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Answers in place of a call that takes too long: the engine would wait for ever, and say nothing. */
final class Patience {
    /** Names the number of seconds. */
    static final String VARIABLE = "SPILLWAY_PACK_PATIENCE_SECONDS";

    /** Far above what ten thousand resources take. */
    private static final Duration STANDARD = Duration.ofMinutes(2);

    private final Duration limit;
    private final Clock clock;

    /** Runs something later, unless that is cancelled. */
    interface Clock {
        Future<?> after(Duration time, Runnable action);
    }

    Patience(Duration limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** As the user wants it, on a thread of its own. */
    static Patience of(Map<String, String> environment) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "patience");
            thread.setDaemon(true);
            return thread;
        });
        Duration limit = Optional.ofNullable(environment.get(VARIABLE))
                .filter(text -> text.matches("[1-9][0-9]{0,5}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(STANDARD);
        return new Patience(limit, (time, action) -> timer.schedule(action, time.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Passes on one answer, or the first error, or says that there was none in time. */
    <T> StreamObserver<T> guard(StreamObserver<T> to, String about) {
        AtomicBoolean isAnswered = new AtomicBoolean();
        Future<?> alarm = clock.after(limit, () -> {
            if (isAnswered.compareAndSet(false, true)) {
                to.onError(Status.DEADLINE_EXCEEDED
                        .withDescription(about + ": not judged within " + limit.toSeconds()
                                + " s, so it has not passed. On a slow machine set " + VARIABLE
                                + " to more; otherwise disable rules in --policy-pack-config to find the slow one.")
                        .asRuntimeException());
            }
        });
        return new StreamObserver<>() {
            @Override
            public void onNext(T value) {
                if (isAnswered.compareAndSet(false, true)) {
                    alarm.cancel(false);
                    to.onNext(value);
                    to.onCompleted();
                }
            }

            @Override
            public void onError(Throwable failure) {
                if (isAnswered.compareAndSet(false, true)) {
                    alarm.cancel(false);
                    to.onError(failure);
                }
            }

            @Override
            public void onCompleted() {
                // Said with the answer.
            }
        };
    }
}
