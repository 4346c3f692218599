package dev.spillway.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.Output;
import com.pulumi.core.internal.Constants;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.InlineDeploymentSettings;
import com.pulumi.internal.PulumiInternal;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.DependencyResource;
import com.pulumi.resources.StackOptions;
import dev.spillway.components.AutoscaledWorkload;
import dev.spillway.components.EventHubsNamespace;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.ResourceProviderGrpc;

/** The components as the engine asks for them, over a port and against a monitor on another. */
final class ProviderServiceTest {
    private static final String NAMESPACE = "azure-native:eventhub:Namespace";
    private static final String HUB = "azure-native:eventhub:EventHub";
    private static final String GROUP_URN = "urn:pulumi:dev::sample::azure-native:resources:ResourceGroup::group";
    private static final String AZURE =
            "urn:pulumi:dev::sample::pulumi:providers:azure-native::west::11111111-1111-1111-1111-111111111111";

    private final ServedProvider provider;
    private final RecordingEngine engine;

    ProviderServiceTest() throws IOException {
        provider = new ServedProvider();
        engine = provider.engine();
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void aProgramInAnyLanguageGetsWhatAJavaProgramGets() throws IOException {
        construct(namespace(SampleComponents.NAMESPACE));
        construct(workload(SampleComponents.WORKLOAD));

        try (RecordingEngine ofJava = new RecordingEngine()) {
            declareInJava(ofJava);
            assertThat(engine.names()).hasSize(12).isEqualTo(ofJava.names());
            for (RegisterResourceRequest expected : ofJava.registered().values()) {
                assertThat(told(engine.registered(expected.getType(), expected.getName())))
                        .isEqualTo(told(expected));
            }
        }
    }

    @Test
    void whatTheEngineRefusesIsSaidAlsoWhereMuchFailsWithIt() {
        engine.refuse(NAMESPACE, "no namespace on a Sunday");

        StatusRuntimeException refused = catchThrowableOfType(
                StatusRuntimeException.class, () -> construct(namespace(SampleComponents.NAMESPACE)));

        assertThat(refused.getStatus().getDescription())
                .contains("no namespace on a Sunday")
                .doesNotContain("Multiple exceptions");
    }

    @Test
    void outputsArePublishedWithWhatTheyDependOn() throws IOException {
        ConstructResponse made = construct(namespace(SampleComponents.NAMESPACE));

        assertThat(made.getUrn()).isEqualTo("urn:pulumi:dev::sample::spillway:index:EventHubsNamespace::orders");
        assertThat(made.getState().getFieldsOrThrow("fullyQualifiedNamespace").getStringValue())
                .isEqualTo("orders-sample.servicebus.windows.net");
        assertThat(made.getState()
                        .getFieldsOrThrow("partitionCounts")
                        .getStructValue()
                        .getFieldsMap())
                .containsOnlyKeys("orders");
        assertThat(made.getStateDependenciesOrThrow("id").getUrnsList())
                .containsExactly("urn:pulumi:dev::sample::" + NAMESPACE + "::orders");
    }

    @Test
    void anUnknownResourceGroupStaysUnknown() throws IOException {
        construct(with(namespace(SampleComponents.NAMESPACE), "resourceGroupName", text(Constants.UnknownValue)));

        assertThat(engine.registered(NAMESPACE, "orders").getObject().getFieldsOrThrow("resourceGroupName"))
                .isEqualTo(text(Constants.UnknownValue));
    }

    @Test
    void aSecretResourceGroupStaysSecretAndKeepsItsSource() throws IOException {
        Value group = value(envelope(Constants.SpecialOutputSig)
                .putFields("value", text("rg-hidden"))
                .putFields("secret", Value.newBuilder().setBoolValue(true).build())
                .putFields(
                        "dependencies",
                        Value.newBuilder()
                                .setListValue(ListValue.newBuilder().addValues(text(GROUP_URN)))
                                .build()));

        construct(with(namespace(SampleComponents.NAMESPACE), "resourceGroupName", group));

        RegisterResourceRequest namespace = engine.registered(NAMESPACE, "orders");
        assertThat(namespace.getObject().getFieldsOrThrow("resourceGroupName"))
                .isEqualTo(value(envelope(Constants.SpecialSecretSig).putFields("value", text("rg-hidden"))));
        assertThat(namespace.getPropertyDependenciesOrThrow("resourceGroupName").getUrnsList())
                .containsExactly(GROUP_URN);
    }

    @Test
    void optionsReachTheComponentAndProvidersItsChildren() throws IOException {
        construct(namespace(SampleComponents.NAMESPACE)
                .setProtect(true)
                .putProviders("azure-native", AZURE)
                .addDependencies(GROUP_URN)
                .addAliases(Alias.newBuilder().setUrn("urn:pulumi:dev::sample::old:index:Type::orders"))
                .addAliases(Alias.newBuilder().setSpec(Alias.Spec.newBuilder().setName("former"))));

        RegisterResourceRequest component = engine.registered(EventHubsNamespace.TYPE, "orders");
        assertThat(component.getParent()).isEqualTo(RecordingEngine.STACK);
        assertThat(component.getProtect()).isTrue();
        assertThat(component.getDependenciesList()).containsExactly(GROUP_URN);
        assertThat(component.getAliasesList())
                .containsExactly(
                        Alias.newBuilder()
                                .setUrn("urn:pulumi:dev::sample::old:index:Type::orders")
                                .build(),
                        Alias.newBuilder()
                                .setSpec(Alias.Spec.newBuilder()
                                        .setName("former")
                                        .setParentUrn(""))
                                .build());
        assertThat(engine.registered(HUB, "orders-orders").getProvider()).isEqualTo(AZURE);
    }

    @Test
    void everyProblemIsNamedAtOnceWithItsPlace() throws IOException {
        String wrong = """
                {"namespaceName": "x", "location": "West Europe", "throughputUnit": 3,
                 "hubs": {"orders": {"partitionCount": 64, "load": {"peakEventsPerSecond": -1}}},
                 "workloads": {"api": {"role": "sender", "hub": "order", "image": "a"}},
                 "tags": {"team": "04da6b54-80e4-46f7-96ec-b56ff0331ba9"}}
                """;

        StatusRuntimeException refused =
                catchThrowableOfType(StatusRuntimeException.class, () -> construct(namespace(wrong)));

        assertThat(refused.getStatus().getDescription()).isEqualTo("""
                EventHubsNamespace orders: hubs.orders.load.averageEventBytes: missing, give 1 to 1048576
                EventHubsNamespace orders: hubs.orders.load.baselineEventsPerSecond: missing, give 0 to 1000000000
                EventHubsNamespace orders: hubs.orders.load.peakEventsPerSecond: -1 is not a peak rate, give a number above 0, at most 1000000000
                EventHubsNamespace orders: hubs.orders.partitionCount: 64 is not a partition count on Standard, give 1 to 32
                EventHubsNamespace orders: location: "West Europe" is not a region name, give westeurope
                EventHubsNamespace orders: namespaceName: "x" is not an Event Hubs namespace name, give 6 to 50 letters, digits and hyphens, a letter first and no hyphen last
                EventHubsNamespace orders: resourceGroupName: missing, give the name of the resource group to declare it in
                EventHubsNamespace orders: tags.team: not known before deployment, when the design is made, give a plain value
                EventHubsNamespace orders: throughputUnit: unknown key, did you mean throughputUnits
                EventHubsNamespace orders: workloads.api.hub: orders/order is not declared under eventHubs, give orders/orders
                EventHubsNamespace orders: workloads.api.perReplicaEventsPerSecond: missing, give a number above 0, at most 1000000000
                EventHubsNamespace orders: workloads.api.role: "sender" is not a role, give producer, consumer or receiver""");
        assertThat(engine.names()).isEmpty();
    }

    @Test
    void aSecretWhereTheDesignIsPublishedIsRefusedAndNotPrinted() throws IOException {
        Value secret = value(envelope(Constants.SpecialSecretSig).putFields("value", text("hunter2-westeurope")));

        StatusRuntimeException refused = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> construct(with(namespace(SampleComponents.NAMESPACE), "location", secret)));

        assertThat(refused.getStatus().getDescription())
                .startsWith("EventHubsNamespace orders: location: a secret, and the design is published")
                .doesNotContain("hunter2");
    }

    @Test
    void aWorkloadNeedsANamespaceOfThisProvider() throws IOException {
        StatusRuntimeException stranger = catchThrowableOfType(
                StatusRuntimeException.class, () -> construct(workload(SampleComponents.WORKLOAD)));
        StatusRuntimeException missing = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> construct(request(AutoscaledWorkload.TYPE, "api", SampleComponents.WORKLOAD)));

        assertThat(stranger.getStatus().getDescription())
                .startsWith("AutoscaledWorkload api: namespace: urn:pulumi:dev::sample::" + EventHubsNamespace.TYPE
                        + "::orders is not known to this provider");
        assertThat(missing.getStatus().getDescription())
                .isEqualTo("AutoscaledWorkload api: namespace: missing, give an EventHubsNamespace of this package");
    }

    @Test
    void aWorkloadsProblemsAreNamedByItsOwnInputs() throws IOException {
        construct(namespace(SampleComponents.NAMESPACE));

        StatusRuntimeException refused =
                catchThrowableOfType(StatusRuntimeException.class, () -> construct(workload("""
                        {"role": "consumer", "hub": "orders", "image": "a", "perReplicaEventsPerSecond": 0}
                        """)));

        assertThat(refused.getStatus().getDescription()).isEqualTo("""
                AutoscaledWorkload api: consumerGroup: missing, give one of the hub's consumerGroups to a consumer
                AutoscaledWorkload api: perReplicaEventsPerSecond: 0 is not a rate, give a number above 0, at most 1000000000""");
    }

    /** The engine asks for all components of a program at once. */
    @Test
    void componentsThatAreMadeAtOnceDoNotMix() throws IOException {
        ConstructRequest request = namespace(SampleComponents.NAMESPACE).build();

        List<ListenableFuture<ConstructResponse>> made = IntStream.range(0, 8)
                .mapToObj(at -> ResourceProviderGrpc.newFutureStub(provider.channel())
                        .construct(request.toBuilder()
                                .setName("orders" + at)
                                .setParent("urn:pulumi:dev::sample::any:index:Parent::p" + at)
                                .build()))
                .toList();

        for (int at = 0; at < made.size(); at++) {
            assertThat(Futures.getUnchecked(made.get(at)).getUrn()).endsWith("::orders" + at);
            assertThat(engine.registered(EventHubsNamespace.TYPE, "orders" + at).getParent())
                    .endsWith("::p" + at);
            assertThat(engine.registered(NAMESPACE, "orders" + at).getParent()).endsWith("::orders" + at);
        }
    }

    @Test
    void theRehearsalMakesBothComponents() throws IOException {
        assertThat(Rehearsal.run().getUrn()).endsWith("AutoscaledWorkload::api");
    }

    @Test
    void theEnginesAddressIsFoundAmongItsFlags() {
        assertThat(ComponentProvider.engineAddress("--logtostderr", "-v=9", "--tracing", "x", "127.0.0.1:7"))
                .isEqualTo("127.0.0.1:7");
        assertThat(ComponentProvider.engineAddress()).isEmpty();
    }

    private ConstructResponse construct(ConstructRequest.Builder request) {
        return provider.construct(request);
    }

    private ConstructRequest.Builder namespace(String inputs) throws IOException {
        return request(EventHubsNamespace.TYPE, "orders", inputs);
    }

    private ConstructRequest.Builder workload(String inputs) throws IOException {
        Value namespace = value(envelope(Constants.SpecialResourceSig)
                .putFields("urn", text("urn:pulumi:dev::sample::" + EventHubsNamespace.TYPE + "::orders")));
        return with(request(AutoscaledWorkload.TYPE, "api", inputs), "namespace", namespace);
    }

    private ConstructRequest.Builder request(String type, String name, String inputs)
            throws InvalidProtocolBufferException {
        return provider.request(type, name, inputs);
    }

    private static ConstructRequest.Builder with(ConstructRequest.Builder request, String name, Value value) {
        return request.setInputs(request.getInputs().toBuilder().putFields(name, value));
    }

    private static void declareInJava(RecordingEngine engine) {
        PulumiInternal sdk = PulumiInternal.fromInline(
                InlineDeploymentSettings.builder()
                        .monitorAddr(engine.address())
                        .engineAddr(engine.address())
                        .project("sample")
                        .stack("dev")
                        .organization("")
                        .isDryRun(true)
                        .build(),
                StackOptions.Empty);
        try {
            sdk.runInlineAsync(context -> {
                        SampleComponents.declare(
                                Output.of("rg-orders"),
                                ComponentResourceOptions.builder()
                                        .parent(new DependencyResource(RecordingEngine.STACK))
                                        .build());
                        return CompletableFuture.completedFuture("declared");
                    })
                    .join();
        } finally {
            DeploymentInstanceHolder.setInstance(null);
        }
    }

    /** All but where in the code it was made, and the order of what is a set. */
    private static RegisterResourceRequest told(RegisterResourceRequest request) {
        RegisterResourceRequest.Builder told = request.toBuilder()
                .clearSourcePosition()
                .clearStackTrace()
                .clearDependencies()
                .addAllDependencies(new TreeSet<>(request.getDependenciesList()));
        request.getPropertyDependenciesMap()
                .forEach((name, urns) -> told.putPropertyDependencies(
                        name,
                        RegisterResourceRequest.PropertyDependencies.newBuilder()
                                .addAllUrns(new TreeSet<>(urns.getUrnsList()))
                                .build()));
        return told.build();
    }

    private static Struct.Builder envelope(String signature) {
        return Struct.newBuilder().putFields(Constants.SpecialSigKey, text(signature));
    }

    private static Value value(Struct.Builder struct) {
        return Value.newBuilder().setStructValue(struct).build();
    }

    private static Value text(String value) {
        return Value.newBuilder().setStringValue(value).build();
    }
}
