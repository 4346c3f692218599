package dev.spillway.sdk;

import com.pulumi.deployment.internal.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Waits for everything a program started, also after a failure. The SDK's own runner leaves at the first failure it
 * happens to see, so that what is registered and reported would depend on the timing of threads.
 */
public final class PatientRunner implements Runner {
    private final Queue<CompletableFuture<?>> tasks = new ConcurrentLinkedQueue<>();
    private final List<Throwable> failures = new ArrayList<>();

    @Override
    public <T> void registerTask(String description, CompletableFuture<T> task) {
        tasks.add(task);
    }

    @Override
    public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> callback) {
        Optional<T> value = run(callback);
        return CompletableFuture.completedFuture(new Outcome<>(
                failures.isEmpty() ? ProcessExitedSuccessfully : ProcessExitedAfterLoggingUserActionableMessage,
                value));
    }

    /** Runs a program and all that it starts; empty where it failed. */
    <T> Optional<T> run(Supplier<T> callback) {
        Optional<T> value = attempt(callback);
        await();
        return value;
    }

    /** Waits until nothing is left to wait for. */
    void await() {
        // A task enters the queue before the one that started it is done, so an empty queue means all is done.
        for (CompletableFuture<?> task = tasks.poll(); task != null; task = tasks.poll()) {
            attempt(task::join);
        }
    }

    /** In the order in which they were met, each once, whatever the number of values that failed with it. */
    public List<Throwable> failures() {
        return List.copyOf(failures);
    }

    private <T> Optional<T> attempt(Supplier<T> work) {
        try {
            return Optional.ofNullable(work.get());
        } catch (Throwable failure) {
            Throwable cause = cause(failure);
            if (failures.stream().noneMatch(met -> met == cause)) {
                failures.add(cause);
            }
            return Optional.empty();
        }
    }

    /** What failed, without what futures wrap it in. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
