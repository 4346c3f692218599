package dev.spillway.sdk;

import com.pulumi.deployment.internal.EngineLogger;
import com.pulumi.resources.Resource;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/** Leaves out what the SDK traces of its own work; {@code PULUMI_EXCESSIVE_DEBUG_OUTPUT=true} does without this. */
final class LoggerWithoutTrace implements EngineLogger {
    private final EngineLogger all;

    LoggerWithoutTrace(EngineLogger all) {
        this.all = all;
    }

    @Override
    public CompletableFuture<Void> logAsync(
            Level level,
            String message,
            @Nullable Resource resource,
            @Nullable Integer streamId,
            @Nullable Boolean ephemeral) {
        return level.intValue() < Level.INFO.intValue()
                ? CompletableFuture.completedFuture(null)
                : all.logAsync(level, message, resource, streamId, ephemeral);
    }

    @Override
    public int getErrorCount() {
        return all.getErrorCount();
    }

    @Override
    public boolean hasLoggedErrors() {
        return all.hasLoggedErrors();
    }
}
