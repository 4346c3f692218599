package dev.spillway.provider;

import com.google.protobuf.Empty;
import dev.spillway.plugin.PluginServer;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc;

/** The engine's monitor as a provider meets it, over a port: takes everything, and keeps it. */
final class RecordingEngine extends ResourceMonitorGrpc.ResourceMonitorImplBase implements AutoCloseable {
    static final String STACK = "urn:pulumi:dev::sample::pulumi:pulumi:Stack::sample-dev";

    private final Map<String, RegisterResourceRequest> registered = new ConcurrentSkipListMap<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final Server server;

    RecordingEngine() throws IOException {
        server = PluginServer.start(this, new QuietEngine());
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    /** Everything that was registered, by type and name. */
    Map<String, RegisterResourceRequest> registered() {
        return Map.copyOf(registered);
    }

    RegisterResourceRequest registered(String type, String name) {
        RegisterResourceRequest request = registered.get(type + " " + name);
        if (request == null) {
            throw new AssertionError("no " + type + " " + name + " among " + registered.keySet());
        }
        return request;
    }

    /** The types and names, sorted. */
    List<String> names() {
        return List.copyOf(registered.keySet());
    }

    /** From now on, nothing of a type is registered. */
    void refuse(String type, String reason) {
        refusals.put(type, reason);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    @Override
    public void supportsFeature(SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> to) {
        to.onNext(SupportsFeatureResponse.newBuilder().setHasSupport(true).build());
        to.onCompleted();
    }

    @Override
    public void registerResource(RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> to) {
        String refusal = refusals.get(request.getType());
        if (refusal != null) {
            to.onError(Status.INVALID_ARGUMENT.withDescription(refusal).asRuntimeException());
            return;
        }
        registered.put(request.getType() + " " + request.getName(), request);
        to.onNext(RegisterResourceResponse.newBuilder()
                .setUrn("urn:pulumi:dev::sample::" + request.getType() + "::" + request.getName())
                .setId(request.getCustom() ? "id-" + request.getName() : "")
                .setObject(request.getObject())
                .build());
        to.onCompleted();
    }

    @Override
    public void invoke(ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> to) {
        to.onNext(ResourceInvokeResponse.getDefaultInstance());
        to.onCompleted();
    }

    @Override
    public void registerResourceOutputs(RegisterResourceOutputsRequest request, StreamObserver<Empty> to) {
        to.onNext(Empty.getDefaultInstance());
        to.onCompleted();
    }

    /** Hears what the SDK logs. */
    private static final class QuietEngine extends EngineGrpc.EngineImplBase {
        @Override
        public void log(LogRequest request, StreamObserver<Empty> to) {
            to.onNext(Empty.getDefaultInstance());
            to.onCompleted();
        }
    }
}
