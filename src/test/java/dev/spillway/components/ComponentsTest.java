package dev.spillway.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.facts.ClientLibrary;
import dev.spillway.intake.GraphJson;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Profile;
import dev.spillway.model.ClientSpec;
import dev.spillway.model.HubReference;
import dev.spillway.model.HubSpec;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.Problems;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Settings;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Finding;
import dev.spillway.rules.Catalogue;
import dev.spillway.testsupport.Golden;
import dev.spillway.units.Bytes;
import dev.spillway.units.Percent;
import dev.spillway.units.Rate;
import dev.spillway.view.EventTopology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The components as a Java program uses them: what they register, and what they refuse. */
class ComponentsTest {
    private static final Path APPROVED = Path.of("src/test/resources/components");

    @Test
    void smallestNamespaceRegistersTheApprovedResources() {
        Capture capture =
                run(context -> new EventHubsNamespace("orders", smallest().build(), none()));

        assertThat(capture.errors()).isEmpty();
        Golden.assertMatches(APPROVED.resolve("smallest.approved.json"), GraphJson.write(capture.graph()));
    }

    @Test
    void namespaceWithAWorkloadRegistersTheApprovedResources() {
        Capture capture = run(ComponentsTest::pipeline);

        assertThat(capture.errors()).isEmpty();
        Golden.assertMatches(APPROVED.resolve("pipeline.approved.json"), GraphJson.write(capture.graph()));
    }

    @Test
    void twoRunsRegisterTheSame() {
        assertThat(GraphJson.write(run(ComponentsTest::pipeline).graph()))
                .isEqualTo(GraphJson.write(run(ComponentsTest::pipeline).graph()));
    }

    /** Copies and alarms are asked for apart; the stacks that have them are judged by every rule. */
    @Test
    void ourOwnRulesMissCopiesAndAlarmsInOurOwnComponentsAndNothingElse() {
        EventTopology topology = EventTopology.of(run(ComponentsTest::pipeline).graph());

        assertThat(Judge.judge(Catalogue.rules(), topology, Deployed.NOTHING_KNOWN, Profile.STRICT)
                        .findings())
                .extracting(Finding::rule)
                .containsOnly("CX-020", "CP-001", "AL-001", "AL-005");
    }

    @Test
    void outputsTellSettingsWithReasonsAndTheLoss() {
        Capture capture = run(ComponentsTest::pipeline);

        var namespace = Objects.requireNonNull(
                capture.componentOutputs().get("urn:pulumi:test::test::" + EventHubsNamespace.TYPE + "::orders"));
        var units = namespace.path("effectiveSettings").path("eventHubs.orders.throughputUnits");
        assertThat(units.path("value").asText()).isEqualTo("2");
        assertThat(units.path("reason").asText()).isEqualTo("peak 1,380/s at 1,000/s a unit; live capacity not read");
        assertThat(namespace.path("lossForecast").path("computable").asBoolean())
                .isFalse();
        assertThat(namespace.path("fullyQualifiedNamespace").asText())
                .isEqualTo("contoso-orders.servicebus.windows.net");
    }

    @Test
    void everyImpossibleArgumentIsNamedAtOnce() {
        Capture capture = run(context -> new EventHubsNamespace(
                "orders",
                EventHubsNamespaceArgs.builder()
                        .namespaceName("no")
                        .throughputUnits(41)
                        .autoInflate(false)
                        .maximumThroughputUnits(2)
                        .hub(hub("orders", OptionalInt.of(33), Optional.of(Duration.ofHours(200))))
                        .hub(hub("orders", OptionalInt.empty(), Optional.empty()))
                        .build(),
                none()));

        assertThat(capture.failure(Problems.class).orElseThrow().problems())
                .extracting(Object::toString)
                .containsExactly(
                        "EventHubsNamespace orders: hub.orders: given twice, give each hub a name of its own",
                        "EventHubsNamespace orders: hub.orders.partitionCount: 33 is not possible, give 1 to 32 partitions",
                        "EventHubsNamespace orders: hub.orders.retention: 200 is not possible, give 1 to 168 hours",
                        "EventHubsNamespace orders: location: missing, an EventHubsNamespace needs it",
                        "EventHubsNamespace orders: maximumThroughputUnits: 2 is below throughputUnits, give 41 or more",
                        "EventHubsNamespace orders: maximumThroughputUnits: 2 with auto-inflate off is refused by Azure,"
                                + " leave it out",
                        "EventHubsNamespace orders: namespaceName: \"no\" is not a namespace name, give 6 to 50 letters,"
                                + " digits and hyphens, a letter first and no hyphen last",
                        "EventHubsNamespace orders: resourceGroupName: missing, an EventHubsNamespace needs it",
                        "EventHubsNamespace orders: throughputUnits: 41 is not possible, give 1 to 40 throughput units");
    }

    @Test
    void namespaceWithoutHubsIsRefused() {
        Capture capture = run(context -> new EventHubsNamespace(
                "orders",
                EventHubsNamespaceArgs.builder()
                        .resourceGroupName(Output.of("rg"))
                        .namespaceName("contoso-orders")
                        .location("westeurope")
                        .build(),
                none()));

        assertThat(capture.failure(Problems.class).orElseThrow())
                .hasMessage("EventHubsNamespace orders: hub: none, give at least one hub");
    }

    @Test
    void devProfileLeavesNothingProtected() {
        Capture capture = run(context -> new EventHubsNamespace(
                "orders", smallest().profile(SizingProfile.DEV).build(), none()));

        assertThat(capture.graph().resources())
                .noneMatch(resource -> resource.options().protect());
    }

    private static void pipeline(Context context) {
        EventHubsNamespace namespace = new EventHubsNamespace(
                "orders",
                smallest()
                        .maximumThroughputUnits(6)
                        .load(new LoadProfile(
                                Rate.perSecond(600),
                                Rate.perSecond(1380),
                                Duration.ZERO,
                                Duration.ofSeconds(120),
                                Duration.ofHours(1),
                                Bytes.of(900),
                                Bytes.of(65_536)))
                        .inflateReaction(Duration.ofSeconds(90))
                        .tags(Map.of("team", "orders"))
                        .build(),
                none());
        WorkloadSpec sender = new WorkloadSpec(
                "order-api",
                WorkloadSpec.Role.PRODUCER,
                new HubReference("orders", "orders"),
                Optional.empty(),
                Optional.empty(),
                "registry.example.com/order-api:1.0.0",
                Rate.perSecond(1200),
                OptionalLong.of(60_000),
                OptionalInt.empty(),
                OptionalInt.of(4),
                Optional.of(Percent.of(60)),
                "500m",
                "512Mi",
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Optional.empty(),
                new TreeSet<>(List.of(443)),
                new ClientSpec(
                        ClientLibrary.AZURE_SDK_DOTNET,
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        new AutoscaledWorkload("order-api", AutoscaledWorkloadArgs.of(sender, namespace), none());
    }

    private static EventHubsNamespaceArgs.Builder smallest() {
        return EventHubsNamespaceArgs.builder()
                .resourceGroupName(Output.of("rg-orders"))
                .namespaceName("contoso-orders")
                .location("westeurope")
                .hub(hub("orders", OptionalInt.empty(), Optional.empty()));
    }

    private static HubSpec hub(String name, OptionalInt partitions, Optional<Duration> retention) {
        return new HubSpec(name, Optional.empty(), partitions, retention, List.of("billing"));
    }

    private static ComponentResourceOptions none() {
        return ComponentResourceOptions.Empty;
    }

    private static Capture run(Consumer<Context> program) {
        return EmbeddedMonitor.run(program, new Settings("test", "test", Map.of()));
    }
}
