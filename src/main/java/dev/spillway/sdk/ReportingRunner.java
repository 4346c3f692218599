package dev.spillway.sdk;

import com.google.common.base.Throwables;
import com.pulumi.deployment.internal.EngineLogger;
import com.pulumi.deployment.internal.Runner;
import com.pulumi.exceptions.ResourceException;
import com.pulumi.exceptions.RunException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Tells the engine of the first failure, as the SDK's own runner does; those after it follow from it. */
final class ReportingRunner implements Runner {
    private final PatientRunner runner;
    private final EngineLogger logger;

    ReportingRunner(PatientRunner runner, EngineLogger logger) {
        this.runner = runner;
        this.logger = logger;
    }

    @Override
    public <T> void registerTask(String description, CompletableFuture<T> task) {
        runner.registerTask(description, task);
    }

    @Override
    public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> callback) {
        Optional<T> value = runner.run(callback);
        List<Throwable> failures = runner.failures();
        if (!failures.isEmpty()) {
            report(failures.get(0));
            runner.await();
        }
        return CompletableFuture.completedFuture(new Outcome<>(code(failures), value));
    }

    private int code(List<Throwable> failures) {
        if (!failures.isEmpty()) {
            return ProcessExitedAfterLoggingUserActionableMessage;
        }
        return logger.hasLoggedErrors() ? ProcessExitedBeforeLoggingUserActionableMessage : ProcessExitedSuccessfully;
    }

    private void report(Throwable failure) {
        if (failure instanceof RunException) {
            logger.errorAsync(failure.getMessage());
        } else if (failure instanceof ResourceException ofResource) {
            logger.errorAsync(
                    ofResource.isHideStack() ? ofResource.getMessage() : trace(ofResource),
                    ofResource.getResource().orElse(null));
        } else {
            logger.errorAsync("the program failed with what nobody expected:\n" + trace(failure));
        }
    }

    private static String trace(Throwable failure) {
        return Throwables.getStackTraceAsString(failure);
    }
}
