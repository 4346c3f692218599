package dev.spillway.monitor;

import com.pulumi.deployment.internal.Engine;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;

/** The engine's other side, as far as programs talk to it: keeps what they log as a warning or an error. */
final class RecordingEngine implements Engine {
    private final String stackUrn;
    private final Queue<LogRequest> log = new ConcurrentLinkedQueue<>();

    RecordingEngine(String stackUrn) {
        this.stackUrn = stackUrn;
    }

    List<String> messages(LogSeverity severity) {
        return sorted(log.stream()
                .filter(line -> line.getSeverity() == severity)
                .map(LogRequest::getMessage)
                .toList());
    }

    @Override
    public CompletableFuture<Void> logAsync(LogRequest request) {
        // The SDK sends a debug line for every step of every resource.
        if (request.getSeverity() == LogSeverity.WARNING || request.getSeverity() == LogSeverity.ERROR) {
            log.add(request);
        }
        return CompletableFuture.allOf();
    }

    @Override
    public CompletableFuture<GetRootResourceResponse> getRootResourceAsync(GetRootResourceRequest request) {
        return CompletableFuture.completedFuture(
                GetRootResourceResponse.newBuilder().setUrn(stackUrn).build());
    }

    /** There is no engine whose version could be wrong. */
    @Override
    public CompletableFuture<RequirePulumiVersionResponse> requirePulumiVersionAsync(
            RequirePulumiVersionRequest request) {
        return CompletableFuture.completedFuture(RequirePulumiVersionResponse.getDefaultInstance());
    }

    private static List<String> sorted(Collection<String> messages) {
        return messages.stream().map(String::strip).sorted().distinct().toList();
    }
}
