package dev.spillway.monitor;

import com.pulumi.deployment.internal.Runner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Waits for everything a program started, also after a failure. The SDK's own runner leaves at the first failure it
 * happens to see, so that what is registered and reported would depend on the timing of threads.
 */
final class PatientRunner implements Runner {
    private final Queue<CompletableFuture<?>> tasks = new ConcurrentLinkedQueue<>();
    private final Set<Throwable> failures = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public <T> void registerTask(String description, CompletableFuture<T> task) {
        tasks.add(task);
    }

    @Override
    public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> callback) {
        Optional<T> value = attempt(callback);
        // A task enters the queue before the one that started it is done, so an empty queue means all is done.
        for (CompletableFuture<?> task = tasks.poll(); task != null; task = tasks.poll()) {
            attempt(task::join);
        }
        return CompletableFuture.completedFuture(new Outcome<>(value, failures.isEmpty()));
    }

    /** Each once, whatever the number of values that failed with it. */
    List<Throwable> failures() {
        return new ArrayList<>(failures);
    }

    private <T> Optional<T> attempt(Supplier<T> work) {
        try {
            return Optional.ofNullable(work.get());
        } catch (Throwable failure) {
            failures.add(cause(failure));
            return Optional.empty();
        }
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The result type of the SDK, which only subclasses can make. */
    private static final class Outcome<T> extends Result<T> {
        Outcome(Optional<T> value, boolean successful) {
            super(
                    successful ? ProcessExitedSuccessfully : ProcessExitedAfterLoggingUserActionableMessage,
                    List.of(),
                    value);
        }
    }
}
