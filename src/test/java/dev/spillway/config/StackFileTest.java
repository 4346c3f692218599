package dev.spillway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.facts.Tier;
import dev.spillway.model.CaptureSpec;
import dev.spillway.model.CaptureStorageSpec;
import dev.spillway.model.ClientSpec;
import dev.spillway.model.ConsumerKind;
import dev.spillway.model.HealthSpec;
import dev.spillway.model.HubOptions;
import dev.spillway.model.HubReference;
import dev.spillway.model.HubSpec;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.NamespaceOptions;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.Ordering;
import dev.spillway.model.PartitionGrowth;
import dev.spillway.model.RecoveryTarget;
import dev.spillway.model.RecoveryTarget.Comparison;
import dev.spillway.model.RuleProfile;
import dev.spillway.model.RulesSpec;
import dev.spillway.model.SendMode;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.model.WorkloadSpec.Role;
import dev.spillway.units.Bytes;
import dev.spillway.units.Percent;
import dev.spillway.units.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Files without mistakes become the stack they describe. */
final class StackFileTest {
    private static final String MINIMAL = """
            apiVersion: spillway.dev/v1
            name: orders
            location: westeurope
            """;

    @Test
    void minimalFileHasTheDocumentedDefaults() {
        var spec = Reading.spec(MINIMAL);

        assertThat(spec)
                .isEqualTo(new StackSpec(
                        "orders",
                        SizingProfile.STANDARD,
                        "westeurope",
                        "rg-orders",
                        Map.of(),
                        Optional.empty(),
                        new RecoveryTarget(
                                OptionalDouble.empty(), OptionalDouble.empty(), Comparison.BEST, Duration.ofHours(24)),
                        List.of(),
                        List.of(),
                        new RulesSpec(Optional.empty(), Map.of(), Map.of(), List.of())));
    }

    @Test
    void minimalWorkloadHasTheDocumentedDefaults() {
        var spec = Reading.spec(
                Resources.text("pieces/hub.yaml") + "workloads:\n  api:\n" + Resources.text("pieces/producer.yaml"));

        assertThat(spec.workloads())
                .containsExactly(new WorkloadSpec(
                        "api",
                        Role.PRODUCER,
                        new HubReference("orders", "orders"),
                        Optional.empty(),
                        Optional.empty(),
                        "registry.example.com/api:1",
                        Rate.perSecond(100),
                        OptionalLong.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        "500m",
                        "512Mi",
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(20),
                        Optional.empty(),
                        new TreeSet<>(List.of(5671)),
                        new ClientSpec(
                                ClientLibrary.AZURE_SDK_JAVA,
                                OptionalInt.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    @Test
    void everyTopLevelKeyArrives() {
        var spec = Reading.spec(Resources.text("maximal.yaml"));

        assertThat(spec.name()).isEqualTo("orders-reference");
        assertThat(spec.profile()).isEqualTo(SizingProfile.MISSION_CRITICAL);
        assertThat(spec.location()).isEqualTo("northeurope");
        assertThat(spec.resourceGroup()).isEqualTo("rg-Orders_(EU).v1");
        assertThat(spec.tags()).isEqualTo(Map.of("team", "orders", "release", "1.10"));
        assertThat(spec.load()).contains(load(1380.5, 900));
        assertThat(spec.recovery())
                .isEqualTo(new RecoveryTarget(
                        OptionalDouble.of(0.001),
                        OptionalDouble.of(12),
                        Comparison.BEST,
                        Duration.ofHours(12).plusMinutes(30)));
        assertThat(spec.rules()).isEqualTo(RulesSpec.of(RuleProfile.STRICT));
    }

    @Test
    void everyNamespaceAndHubKeyArrives() {
        var spec = Reading.spec(Resources.text("maximal.yaml"));

        assertThat(spec.namespaces())
                .containsExactly(
                        new NamespaceSpec(
                                "orders",
                                Optional.of("contoso-orders"),
                                Optional.of(load(2000, 900)),
                                Tier.STANDARD,
                                OptionalInt.of(2),
                                Optional.of(true),
                                OptionalInt.of(6),
                                Optional.of(Duration.ofMinutes(1)),
                                true,
                                List.of(
                                        new HubSpec(
                                                "orders",
                                                Optional.of(load(2000, 1000)),
                                                OptionalInt.of(8),
                                                Optional.of(Duration.ofDays(3)),
                                                List.of("billing", "shipping"),
                                                HubOptions.NONE,
                                                Optional.of(Ordering.PER_KEY),
                                                Optional.of(
                                                        new PartitionGrowth(8, "billing at lag 0, 21:14, A. Meier")),
                                                Optional.of(new CaptureSpec.On(
                                                        Optional.of(Duration.ofMinutes(2)),
                                                        Optional.of(Duration.ofMinutes(5)),
                                                        Optional.of(Bytes.of(20_000_000)),
                                                        Optional.of(true),
                                                        Optional.of(
                                                                "{Namespace}_{EventHub}_{PartitionId}/{Year}{Month}{Day}"
                                                                        + "/{Hour}{Minute}{Second}"),
                                                        Optional.of("orders-files")))),
                                        new HubSpec(
                                                "audit",
                                                Optional.empty(),
                                                OptionalInt.empty(),
                                                Optional.empty(),
                                                List.of(),
                                                HubOptions.NONE,
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.of(new CaptureSpec.Off("Copied by the audit team itself")))),
                                NamespaceOptions.NONE,
                                Optional.of(new CaptureStorageSpec(
                                        Optional.of("contosocaptured"),
                                        Optional.empty(),
                                        Optional.of(CaptureStorageSpec.Redundancy.GEO_ZONE),
                                        CaptureStorageSpec.Authentication.KEY,
                                        OptionalInt.of(20),
                                        OptionalInt.of(10),
                                        OptionalInt.of(400),
                                        OptionalInt.of(90)))),
                        new NamespaceSpec(
                                "payments",
                                Optional.empty(),
                                Optional.empty(),
                                Tier.STANDARD,
                                OptionalInt.empty(),
                                Optional.empty(),
                                OptionalInt.empty(),
                                Optional.empty(),
                                false,
                                List.of(),
                                NamespaceOptions.NONE));
    }

    @Test
    void everyWorkloadKeyArrives() {
        var spec = Reading.spec(Resources.text("maximal.yaml"));

        assertThat(spec.workloads().get(0))
                .isEqualTo(new WorkloadSpec(
                        "order-api",
                        Role.PRODUCER,
                        new HubReference("orders", "orders"),
                        Optional.empty(),
                        Optional.of(load(2500, 1000)),
                        "registry.example.com/order-api@sha256:0123",
                        Rate.perSecond(1200),
                        OptionalLong.of(60_000),
                        OptionalInt.of(2),
                        OptionalInt.of(4),
                        Optional.of(Percent.of(60)),
                        "1",
                        "2Gi",
                        Duration.ofMillis(30_500),
                        Duration.ofSeconds(10),
                        Optional.of(Duration.ofSeconds(45)),
                        new TreeSet<>(List.of(443, 5671)),
                        new ClientSpec(
                                ClientLibrary.AZURE_SDK_DOTNET,
                                OptionalInt.of(7),
                                Optional.of(Duration.ofSeconds(2)),
                                Optional.of(Duration.ofSeconds(30)),
                                Optional.of(Duration.ofSeconds(60))),
                        Optional.of(SendMode.KEY),
                        Optional.empty(),
                        WorkloadSpec.Signal.CPU,
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        HealthSpec.STANDARD,
                        Optional.empty(),
                        true));
        assertThat(spec.workloads().get(1).consumerGroup()).contains("billing");
        assertThat(spec.workloads().get(1).consumerKind()).contains(ConsumerKind.DIRECT);
    }

    @Test
    void missionCriticalComparesWithTheHighEndUnlessTold() {
        var spec = Reading.spec(MINIMAL + "profile: mission-critical\n");

        assertThat(spec.recovery().compare()).isEqualTo(Comparison.HIGH);
    }

    @Test
    void aliasRepeatsAValue() {
        var spec = Reading.spec(MINIMAL + """
                eventHubs:
                  orders: &namespace { tier: Standard, throughputUnits: 3 }
                  payments: *namespace
                """);

        assertThat(spec.namespaces().get(1).throughputUnits()).hasValue(3);
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsAreFine() {
        var spec = Reading.spec("\uFEFF" + MINIMAL.replace("\n", "\r\n"));

        assertThat(spec.name()).isEqualTo("orders");
    }

    @Test
    void flowStyleMeansTheSameAsBlockStyle() {
        var spec = Reading.spec("{ apiVersion: spillway.dev/v1, name: orders, location: westeurope }");

        assertThat(spec).isEqualTo(Reading.spec(MINIMAL));
    }

    @Test
    void boundsBelongToTheirRange() {
        var yaml = MINIMAL + """
                load:
                  baselineEventsPerSecond: 1380
                  peakEventsPerSecond: 1380
                  rampSeconds: 900
                  averageEventBytes: 1048576
                recovery: { maxEventLossRatio: 1, maxLostEvents: 0, consumerOutageHours: 0 }
                eventHubs:
                  orders:
                    tier: Standard
                    throughputUnits: 40
                    maximumThroughputUnits: 40
                    hubs:
                      least: { partitionCount: 1, retentionHours: 1 }
                      most: { partitionCount: 32, retentionHours: 168 }
                workloads:
                  api:
                    role: producer
                    hub: orders/most
                    image: a
                    perReplicaEventsPerSecond: 0.1
                    minReplicas: 3
                    maxReplicas: 3
                    cpuTargetPercent: 100
                    egress: [1, 443, 65535]
                    client: { maxRetries: 100, delaySeconds: 2, maxDelaySeconds: 6 }
                """;

        assertThat(Reading.problems(yaml)).isEmpty();
    }

    private static LoadProfile load(double peak, long averageBytes) {
        return new LoadProfile(
                Rate.perSecond(600),
                Rate.perSecond(peak),
                Duration.ofSeconds(30),
                Duration.ofSeconds(120),
                Duration.ofHours(2),
                Bytes.of(averageBytes),
                Bytes.of(65_536));
    }
}
