package dev.spillway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.intake.StructReader;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/** A running stand-in and the engine's part of the conversation with it. */
final class StandInRun implements AutoCloseable {
    static final String GROUP = "azure-native:resources:ResourceGroup";
    static final String NAMESPACE = "azure-native:eventhub:Namespace";
    static final String HUB = "azure-native:eventhub:EventHub";
    static final String CONSUMERS = "azure-native:eventhub:ConsumerGroup";
    static final String PAIRING = "azure-native:eventhub:DisasterRecoveryConfig";

    private static final String ROOT = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg";

    /** A crash that a test survives. */
    static final class Crash extends RuntimeException {
        Crash() {
            super("the stand-in crashed");
        }
    }

    private final Path folder;
    private final Server server;
    private final ManagedChannel channel;

    private StandInRun(Path folder) throws IOException {
        this.folder = folder;
        Map<String, String> variables =
                new HashMap<>(Map.of(AzureStandIn.CLOUD, cloudFile(folder).toString()));
        Path faults = folder.resolve("faults.json");
        if (Files.exists(faults)) {
            variables.put(AzureStandIn.FAULTS, faults.toString());
        }
        server = AzureStandIn.start(AzureStandIn.environment(variables, () -> {
            throw new Crash();
        }));
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
    }

    static StandInRun in(Path folder) {
        try {
            return new StandInRun(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stand-in with that script of faults, quotes written as apostrophes. */
    static StandInRun withFaults(Path folder, String script) {
        try {
            Files.writeString(folder.resolve("faults.json"), script.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return in(folder);
    }

    ResourceProviderBlockingStub provider() {
        return ResourceProviderGrpc.newBlockingStub(channel);
    }

    // ---- inputs

    static ObjectNode inputs(String text) {
        return Json.literal(text);
    }

    static ObjectNode group() {
        return inputs("{'resourceGroupName': 'rg', 'location': 'westeurope'}");
    }

    static ObjectNode namespace(String name) {
        return inputs("{'resourceGroupName': 'rg', 'location': 'westeurope',"
                        + " 'sku': {'name': 'Standard', 'tier': 'Standard', 'capacity': 2}}")
                .put("namespaceName", name);
    }

    static ObjectNode premium(String name) {
        ObjectNode inputs = namespace(name);
        ((ObjectNode) inputs.path("sku")).put("name", "Premium").put("tier", "Premium");
        return inputs;
    }

    static ObjectNode hub(String namespace, String name) {
        return inputs("{'resourceGroupName': 'rg', 'partitionCount': 4}")
                .put("namespaceName", namespace)
                .put("eventHubName", name);
    }

    static ObjectNode consumers(String namespace, String hub, String name) {
        return inputs("{'resourceGroupName': 'rg'}")
                .put("namespaceName", namespace)
                .put("eventHubName", hub)
                .put("consumerGroupName", name);
    }

    static ObjectNode pairing(String primary, String secondary) {
        return inputs("{'resourceGroupName': 'rg', 'alias': 'orders-alias'}")
                .put("namespaceName", primary)
                .put("partnerNamespace", namespaceId(secondary));
    }

    static String namespaceId(String name) {
        return ROOT + "/providers/Microsoft.EventHub/namespaces/" + name;
    }

    static String hubId(String namespace, String name) {
        return namespaceId(namespace) + "/eventhubs/" + name;
    }

    // ---- the engine's calls

    static String urn(String type) {
        return "urn:pulumi:dev::shop::spillway:index:EventHubsNamespace$" + type + "::it";
    }

    CheckResponse check(String type, ObjectNode inputs) {
        return provider()
                .check(CheckRequest.newBuilder()
                        .setUrn(urn(type))
                        .setNews(Json.struct(inputs))
                        .build());
    }

    /** Property to reason. */
    Map<String, String> failures(String type, ObjectNode inputs) {
        Map<String, String> failures = new TreeMap<>();
        for (CheckFailure failure : check(type, inputs).getFailuresList()) {
            failures.put(failure.getProperty(), failure.getReason());
        }
        return failures;
    }

    CreateResponse create(String type, ObjectNode inputs) {
        return provider()
                .create(CreateRequest.newBuilder()
                        .setUrn(urn(type))
                        .setProperties(Json.struct(inputs))
                        .build());
    }

    ObjectNode created(String type, ObjectNode inputs) {
        return StructReader.read(create(type, inputs).getProperties());
    }

    ObjectNode previewed(String type, ObjectNode inputs) {
        return StructReader.read(provider()
                .create(CreateRequest.newBuilder()
                        .setUrn(urn(type))
                        .setProperties(Json.struct(inputs))
                        .setPreview(true)
                        .build())
                .getProperties());
    }

    ObjectNode updated(String type, String id, ObjectNode news) {
        return StructReader.read(provider()
                .update(UpdateRequest.newBuilder()
                        .setUrn(urn(type))
                        .setId(id)
                        .setNews(Json.struct(news))
                        .build())
                .getProperties());
    }

    DiffResponse diff(String type, ObjectNode olds, ObjectNode news) {
        return provider()
                .diff(DiffRequest.newBuilder()
                        .setUrn(urn(type))
                        .setOldInputs(Json.struct(olds))
                        .setNews(Json.struct(news))
                        .build());
    }

    ReadResponse read(String type, String id, ObjectNode inputs, ObjectNode outputs) {
        return provider()
                .read(ReadRequest.newBuilder()
                        .setUrn(urn(type))
                        .setId(id)
                        .setInputs(Json.struct(inputs))
                        .setProperties(Json.struct(outputs))
                        .build());
    }

    void delete(String type, String id) {
        var unused = provider()
                .delete(DeleteRequest.newBuilder().setUrn(urn(type)).setId(id).build());
    }

    ObjectNode invoke(String function, ObjectNode arguments) {
        return StructReader.read(provider()
                .invoke(InvokeRequest.newBuilder()
                        .setTok(function)
                        .setArgs(Json.struct(arguments))
                        .build())
                .getReturn());
    }

    /** The words with which the stand-in refuses. */
    static String refusal(Supplier<?> call) {
        StatusRuntimeException refusal = Assertions.assertThrows(StatusRuntimeException.class, call::get);
        return Optional.ofNullable(refusal.getStatus().getDescription()).orElse("");
    }

    // ---- its cloud

    private static Path cloudFile(Path folder) {
        return folder.resolve("cloud.json");
    }

    JsonNode cloud() {
        try {
            return Json.MAPPER.readTree(cloudFile(folder).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> ids() {
        return Json.fields(cloud().path("resources")).stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What a hand does to the file. */
    void drift(String id, String pointer, JsonNode value) {
        ObjectNode cloud = (ObjectNode) cloud();
        ObjectNode at = (ObjectNode) cloud.path("resources").path(id);
        String[] steps = pointer.split("\\.", -1);
        for (int i = 0; i < steps.length - 1; i++) {
            at = (ObjectNode) at.path(steps[i]);
        }
        at.set(steps[steps.length - 1], value);
        try {
            Files.writeString(cloudFile(folder), cloud.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }
}
