package dev.spillway.provider;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import com.pulumi.core.internal.Constants;
import dev.spillway.components.AutoscaledWorkload;
import dev.spillway.components.EventHubsNamespace;
import dev.spillway.plugin.PluginServer;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc;
import pulumirpc.ResourceProviderGrpc;

/** Asks for each component once, over a port and against a monitor that takes everything: what class data is made from. */
final class Rehearsal {
    private static final String NAMESPACE = """
            {"resourceGroupName": "a", "namespaceName": "orders-a", "location": "westeurope",
             "load": {"baselineEventsPerSecond": 600, "peakEventsPerSecond": 1380, "averageEventBytes": 900},
             "hubs": {"orders": {"consumerGroups": ["a"]}}}
            """;

    private static final String WORKLOAD = """
            {"role": "producer", "hub": "orders", "image": "a", "perReplicaEventsPerSecond": 1200}
            """;

    private Rehearsal() {}

    /** What the last component became. */
    static ConstructResponse run() throws IOException {
        Server monitor = PluginServer.start(new AgreeableMonitor(), new QuietEngine());
        Server provider = PluginServer.start(new ProviderService("127.0.0.1:" + monitor.getPort()));
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", provider.getPort())
                .usePlaintext()
                .build();
        try {
            var stub = ResourceProviderGrpc.newBlockingStub(channel);
            stub.getSchema(GetSchemaRequest.getDefaultInstance());
            ConstructRequest.Builder request = ConstructRequest.newBuilder()
                    .setProject("a")
                    .setStack("a")
                    .setDryRun(true)
                    .setMonitorEndpoint("127.0.0.1:" + monitor.getPort())
                    .setParent("urn:pulumi:a::a::pulumi:pulumi:Stack::a-a");
            String urn = stub.construct(request.setType(EventHubsNamespace.TYPE)
                            .setName("orders")
                            .setInputs(struct(NAMESPACE))
                            .build())
                    .getUrn();
            return stub.construct(request.setType(AutoscaledWorkload.TYPE)
                    .setName("api")
                    .setInputs(struct(WORKLOAD).toBuilder().putFields("namespace", reference(urn)))
                    .build());
        } finally {
            channel.shutdownNow();
            provider.shutdownNow();
            monitor.shutdownNow();
        }
    }

    private static Struct struct(String json) throws IOException {
        Struct.Builder struct = Struct.newBuilder();
        JsonFormat.parser().merge(json, struct);
        return struct.build();
    }

    private static Value reference(String urn) {
        return Value.newBuilder()
                .setStructValue(Struct.newBuilder()
                        .putFields(Constants.SpecialSigKey, text(Constants.SpecialResourceSig))
                        .putFields(Constants.ResourceUrnName, text(urn)))
                .build();
    }

    private static Value text(String value) {
        return Value.newBuilder().setStringValue(value).build();
    }

    /** Registers everything as it is. */
    private static final class AgreeableMonitor extends ResourceMonitorGrpc.ResourceMonitorImplBase {
        @Override
        public void supportsFeature(SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> to) {
            to.onNext(SupportsFeatureResponse.newBuilder().setHasSupport(true).build());
            to.onCompleted();
        }

        @Override
        public void registerResource(RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> to) {
            to.onNext(RegisterResourceResponse.newBuilder()
                    .setUrn("urn:pulumi:a::a::" + request.getType() + "::" + request.getName())
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
