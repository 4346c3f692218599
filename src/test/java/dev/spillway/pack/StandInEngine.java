package dev.spillway.pack;

import com.google.protobuf.Empty;
import dev.spillway.intake.StructWriter;
import dev.spillway.rule.Rule;
import dev.spillway.rules.Catalogue;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceOptions;
import dev.spillway.view.ResourceView;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;

/** Asks a policy pack over a socket what Pulumi's engine asks it. It is not the engine: nothing is planned or deployed. */
final class StandInEngine implements AutoCloseable {
    private final Server server;
    private final ManagedChannel channel;
    private final AnalyzerGrpc.AnalyzerBlockingStub pack;

    private StandInEngine(PolicyPack pack) throws IOException {
        this.server = PackServer.serve(pack);
        this.channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
        this.pack = AnalyzerGrpc.newBlockingStub(channel);
    }

    static StandInEngine withCatalogue() throws IOException {
        return new StandInEngine(new PolicyPack(Catalogue.rules(), Optional.empty()));
    }

    static StandInEngine with(Rule<?>... rules) throws IOException {
        return new StandInEngine(new PolicyPack(List.of(rules), Optional.empty()));
    }

    static StandInEngine reportingInto(Path folder) throws IOException {
        return new StandInEngine(new PolicyPack(Catalogue.rules(), Optional.of(folder)));
    }

    AnalyzerInfo info() {
        return pack.getAnalyzerInfo(Empty.getDefaultInstance());
    }

    void startStack(String stack, boolean dryRun, Map<String, String> secretConfig) {
        pack.configureStack(AnalyzerStackConfigureRequest.newBuilder()
                .setProject("shop")
                .setStack(stack)
                .setDryRun(dryRun)
                .putAllConfig(secretConfig)
                .addAllConfigSecretKeys(secretConfig.keySet())
                .build());
    }

    void configure(Map<String, PolicyConfig> config) {
        pack.configure(
                ConfigureAnalyzerRequest.newBuilder().putAllPolicyConfig(config).build());
    }

    void configure(String policy, EnforcementLevel level) {
        configure(Map.of(policy, config(level)));
    }

    AnalyzeResponse analyze(ResourceView resource) {
        return pack.analyze(request(resource));
    }

    RemediateResponse remediate(ResourceView resource) {
        return pack.remediate(request(resource));
    }

    AnalyzeResponse analyzeStack(ResourceGraph graph) {
        AnalyzeStackRequest.Builder stack = AnalyzeStackRequest.newBuilder();
        graph.resources().forEach(resource -> stack.addResources(inStack(resource)));
        return pack.analyzeStack(stack.build());
    }

    /** Every resource, then the stack: all that is said. */
    AnalyzeResponse analyzeAll(ResourceGraph graph) {
        AnalyzeResponse.Builder all = AnalyzeResponse.newBuilder();
        graph.resources().forEach(resource -> all.mergeFrom(analyze(resource)));
        return all.mergeFrom(analyzeStack(graph)).build();
    }

    static PolicyConfig config(EnforcementLevel level) {
        return PolicyConfig.newBuilder().setEnforcementLevel(level).build();
    }

    static AnalyzeRequest request(ResourceView resource) {
        AnalyzeRequest.Builder request = AnalyzeRequest.newBuilder()
                .setUrn(resource.urn())
                .setType(resource.type())
                .setName(resource.name())
                .setProperties(StructWriter.write(resource.inputs()));
        if (!resource.options().equals(ResourceOptions.NOT_TOLD)) {
            request.setOptions(options(resource));
        }
        return request.build();
    }

    static AnalyzerResource inStack(ResourceView resource) {
        AnalyzerResource.Builder inStack = AnalyzerResource.newBuilder()
                .setUrn(resource.urn())
                .setType(resource.type())
                .setName(resource.name())
                .setParent(resource.parent())
                .setProperties(StructWriter.write(resource.inputs()))
                .addAllDependencies(resource.dependencies());
        resource.propertyDependencies()
                .forEach((property, urns) -> inStack.putPropertyDependencies(
                        property,
                        AnalyzerPropertyDependencies.newBuilder()
                                .addAllUrns(urns)
                                .build()));
        if (!resource.options().equals(ResourceOptions.NOT_TOLD)) {
            inStack.setOptions(options(resource));
        }
        return inStack.build();
    }

    private static AnalyzerResourceOptions options(ResourceView resource) {
        return AnalyzerResourceOptions.newBuilder()
                .setProtect(resource.options().protect())
                .addAllIgnoreChanges(resource.options().ignoreChanges())
                .setDeleteBeforeReplace(resource.options().deleteBeforeReplace())
                .addAllAliases(resource.options().aliases())
                .setParent(resource.parent())
                .build();
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }
}
