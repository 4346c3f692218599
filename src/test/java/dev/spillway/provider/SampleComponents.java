package dev.spillway.provider;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.components.AutoscaledWorkload;
import dev.spillway.components.AutoscaledWorkloadArgs;
import dev.spillway.components.EventHubsNamespace;
import dev.spillway.components.EventHubsNamespaceArgs;
import dev.spillway.facts.ClientLibrary;
import dev.spillway.model.ClientSpec;
import dev.spillway.model.HubReference;
import dev.spillway.model.HubSpec;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.units.Bytes;
import dev.spillway.units.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;

/** One namespace and one workload, written twice: as a Java program has them, and as the inputs of a YAML program. */
public final class SampleComponents {
    /** The namespace's inputs, in YAML that is JSON as well. */
    public static final String NAMESPACE = """
            {"resourceGroupName": "rg-orders", "namespaceName": "orders-sample", "location": "westeurope", "profile": "dev",
             "load": {"baselineEventsPerSecond": 600, "peakEventsPerSecond": 1380, "rampSeconds": 0, "peakHoldSeconds": 120,
              "windowSeconds": 3600, "averageEventBytes": 900, "maxEventBytes": 65536},
             "hubs": {"orders": {"retentionHours": 96, "consumerGroups": ["billing"]}},
             "workloads": {"api": {"role": "producer", "hub": "orders", "image": "registry.example.com/api:1",
              "perReplicaEventsPerSecond": 1200}},
             "tags": {"team": "orders"}}
            """;

    /** The workload's inputs, without its namespace. */
    public static final String WORKLOAD = """
            {"role": "producer", "hub": "orders", "image": "registry.example.com/api:1", "perReplicaEventsPerSecond": 1200}
            """;

    private SampleComponents() {}

    /** Declares both as a Java program does. */
    public static void declare(Output<String> resourceGroup, ComponentResourceOptions options) {
        EventHubsNamespace namespace = new EventHubsNamespace(
                "orders",
                EventHubsNamespaceArgs.builder()
                        .resourceGroupName(resourceGroup)
                        .namespaceName("orders-sample")
                        .location("westeurope")
                        .profile(SizingProfile.DEV)
                        .load(new LoadProfile(
                                Rate.perSecond(600),
                                Rate.perSecond(1380),
                                Duration.ZERO,
                                Duration.ofMinutes(2),
                                Duration.ofHours(1),
                                Bytes.of(900),
                                Bytes.of(65_536)))
                        .hub(new HubSpec(
                                "orders",
                                Optional.empty(),
                                OptionalInt.empty(),
                                Optional.of(Duration.ofDays(4)),
                                List.of("billing")))
                        .workload(api())
                        .tags(Map.of("team", "orders"))
                        .build(),
                options);
        new AutoscaledWorkload("api", AutoscaledWorkloadArgs.of(api(), namespace), options);
    }

    private static WorkloadSpec api() {
        return new WorkloadSpec(
                "api",
                WorkloadSpec.Role.PRODUCER,
                new HubReference("orders", "orders"),
                Optional.empty(),
                Optional.empty(),
                "registry.example.com/api:1",
                Rate.perSecond(1200),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                "500m",
                "512Mi",
                Duration.ofMinutes(1),
                Duration.ofSeconds(20),
                Optional.empty(),
                new TreeSet<>(List.of(5671)),
                new ClientSpec(
                        ClientLibrary.AZURE_SDK_JAVA,
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
