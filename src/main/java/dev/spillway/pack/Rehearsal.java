package dev.spillway.pack;

import com.google.protobuf.Empty;
import dev.spillway.intake.GraphJson;
import dev.spillway.intake.StructWriter;
import dev.spillway.view.ResourceView;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;

/** Asks the pack everything once, over its own port: the launcher writes down the classes that this needs. */
final class Rehearsal {
    /** The least that every rule and the forecast have something to say about. */
    private static final String STACK = """
            [{"type": "azure-native:eventhub:Namespace", "name": "a", "inputs": {"namespaceName": "a", "location": "westeurope",
              "sku": {"name": "Standard", "tier": "Standard", "capacity": 1}}},
             {"type": "azure-native:eventhub:EventHub", "name": "b", "inputs": {"namespaceName": "a", "eventHubName": "b",
              "partitionCount": 2, "retentionDescription": {"retentionTimeInHours": 24}}},
             {"type": "kubernetes:apps/v1:Deployment", "name": "c", "inputs": {"metadata": {"name": "c", "annotations": {
              "spillway.dev/load": "{\\"baselineEventsPerSecond\\":600,\\"peakEventsPerSecond\\":1380,\\"rampSeconds\\":0,\\"peakHoldSeconds\\":120,\\"windowSeconds\\":3600,\\"averageEventBytes\\":900,\\"maxEventBytes\\":65536}"}},
              "spec": {"replicas": 2, "template": {"metadata": {"annotations": {"spillway.dev/role": "producer",
               "spillway.dev/hub": "a/b", "spillway.dev/max-events-per-second": "1200", "spillway.dev/max-bytes-per-second": "1080000",
               "spillway.dev/retry-budget-seconds": "23.2", "spillway.dev/flush-seconds": "40"}}}}}},
             {"type": "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "name": "c", "inputs": {"spec": {
              "scaleTargetRef": {"kind": "Deployment", "name": "c"}, "minReplicas": 1, "maxReplicas": 4}}}]
            """;

    private Rehearsal() {}

    /** All that the pack said. */
    static AnalyzeResponse run(int port) {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        try {
            AnalyzerGrpc.AnalyzerBlockingStub pack = AnalyzerGrpc.newBlockingStub(channel);
            pack.getAnalyzerInfo(Empty.getDefaultInstance());
            AnalyzeResponse.Builder said = AnalyzeResponse.newBuilder();
            AnalyzeStackRequest.Builder stack = AnalyzeStackRequest.newBuilder();
            for (ResourceView resource : resources()) {
                pack.remediate(alone(resource));
                said.mergeFrom(pack.analyze(alone(resource)));
                stack.addResources(inStack(resource));
            }
            return said.mergeFrom(pack.analyzeStack(stack.build())).build();
        } finally {
            channel.shutdownNow();
        }
    }

    static List<ResourceView> resources() {
        return GraphJson.read(STACK, "rehearsal").resources();
    }

    /** Asks for each resource alone, without a port; how many were answered. */
    static int alone(PolicyPack pack) {
        AtomicInteger answers = new AtomicInteger();
        for (ResourceView resource : resources()) {
            pack.analyze(alone(resource), new StreamObserver<>() {
                @Override
                public void onNext(AnalyzeResponse value) {
                    answers.incrementAndGet();
                }

                @Override
                public void onError(Throwable failure) {
                    // The number tells.
                }

                @Override
                public void onCompleted() {
                    // One answer each.
                }
            });
        }
        return answers.get();
    }

    private static AnalyzeRequest alone(ResourceView resource) {
        return AnalyzeRequest.newBuilder()
                .setUrn(resource.urn())
                .setType(resource.type())
                .setName(resource.name())
                .setProperties(StructWriter.write(resource.inputs()))
                .setOptions(AnalyzerResourceOptions.getDefaultInstance())
                .build();
    }

    private static AnalyzerResource inStack(ResourceView resource) {
        return AnalyzerResource.newBuilder()
                .setUrn(resource.urn())
                .setType(resource.type())
                .setName(resource.name())
                .setProperties(StructWriter.write(resource.inputs()))
                .setOptions(AnalyzerResourceOptions.getDefaultInstance())
                .build();
    }
}
