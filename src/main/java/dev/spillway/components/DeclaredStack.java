package dev.spillway.components;

import com.pulumi.azurenative.resources.ResourceGroup;
import com.pulumi.azurenative.resources.ResourceGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec.Role;
import dev.spillway.plan.NamespacePlan;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import dev.spillway.plan.WorkloadPlan;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that a {@code stack.yaml} asks for: planned once as a whole, then declared. */
public final class DeclaredStack {
    private static final String CLUSTER = "cluster";

    private final Map<String, Output<?>> outputs = new TreeMap<>();
    private final Map<String, EventHubsNamespace> namespaces = new HashMap<>();

    private DeclaredStack() {}

    /**
     * Declares the stack's resource group, namespaces, Event Grid, cluster and workloads in the running Pulumi program.
     *
     * @param kubernetesIsConfigured whether the program was told which cluster to use; else a new cluster's workloads go there
     * @param clock tells how old a right is that something waits for
     */
    public static DeclaredStack declare(StackSpec spec, boolean kubernetesIsConfigured, Clock clock) {
        StackPlan plan = StackPlanner.plan(spec, LiveStack.ofProgram().read(spec, Output.of(spec.resourceGroup())));
        PartitionNotice.refuse(plan.refusals());
        DeclaredStack declared = new DeclaredStack();
        Output<String> group = resourceGroup(spec).name();
        EventPipelineMonitoringArgs.Builder watched = EventPipelineMonitoringArgs.builder()
                .resourceGroupName(group)
                .location(spec.location())
                .tags(spec.tags());
        PrivateDns dns = new PrivateDns();
        for (NamespacePlan namespace : plan.namespaces()) {
            watched.namespace(declared.namespace(namespace, EventHubsNamespaceArgs.planned(group, plan, dns)));
        }
        DeclaredEventGrid grid = DeclaredEventGrid.declare(
                group, plan, new GridRoles.Patience(GridRoles.Patience.STANDARD, Optional.of(clock)));
        declared.outputs.putAll(grid.outputs());
        grid.watched().forEach(watched::watch);
        Optional<AksCluster> cluster = plan.cluster()
                .map(known -> new AksCluster(
                        CLUSTER,
                        AksClusterArgs.planned(group, plan),
                        !kubernetesIsConfigured,
                        ComponentResourceOptions.Empty));
        cluster.ifPresent(known -> declared.outputs.put("clusterName", known.clusterName()));
        for (WorkloadPlan workload : plan.workloads()) {
            AutoscaledWorkload component = declared.workload(plan, workload, cluster, grid);
            watched.workload(component);
            declared.outputs.put(workload.name() + "Settings", component.effectiveSettings());
        }
        spec.monitoring()
                .map(monitoring -> new EventPipelineMonitoring(
                        "monitoring", watched.monitoring(monitoring).build(), ComponentResourceOptions.Empty))
                .ifPresent(monitoring -> declared.outputs.put("alertThresholds", monitoring.thresholds()));
        return declared;
    }

    private EventHubsNamespace namespace(NamespacePlan namespace, EventHubsNamespaceArgs args) {
        EventHubsNamespace component = new EventHubsNamespace(namespace.name(), args, ComponentResourceOptions.Empty);
        namespaces.put(namespace.name(), component);
        outputs.put(namespace.name() + "Namespace", component.fullyQualifiedNamespace());
        outputs.put(namespace.name() + "LossForecast", component.lossForecast());
        // A destroy shows the outputs that go, and with them how to let it pass.
        component.breakPairCommand().ifPresent(command -> outputs.put(namespace.name() + "BreakPairCommand", command));
        return component;
    }

    private AutoscaledWorkload workload(
            StackPlan plan, WorkloadPlan workload, Optional<AksCluster> cluster, DeclaredEventGrid grid) {
        String name = workload.name();
        ComponentResourceOptions options = cluster.map(known -> known.hosting(ComponentResourceOptions.Empty))
                .orElse(ComponentResourceOptions.Empty);
        if (workload.spec().role() == Role.RECEIVER) {
            return new AutoscaledWorkload(name, AutoscaledWorkloadArgs.planned(plan, workload.spec()), options);
        }
        EventHubsNamespace namespace =
                Objects.requireNonNull(namespaces.get(workload.spec().hub().namespace()));
        HubWorkload wanted = new HubWorkload(workload.spec(), plan, namespace, cluster, grid.publishedBy(name));
        return workload.sends()
                ? new EventProducerWorkload(name, EventProducerWorkloadArgs.planned(wanted), options).autoscaled()
                : new EventHubsConsumerWorkload(name, EventHubsConsumerWorkloadArgs.planned(wanted), options)
                        .autoscaled();
    }

    /** What the stack exports, by name. */
    public Map<String, Output<?>> outputs() {
        return Map.copyOf(outputs);
    }

    private static ResourceGroup resourceGroup(StackSpec spec) {
        Map<String, String> tags = new TreeMap<>(spec.tags());
        if (spec.profile() != SizingProfile.STANDARD) {
            tags.put("spillway-profile", spec.profile().key());
        }
        return new ResourceGroup(
                spec.name(),
                ResourceGroupArgs.builder()
                        .resourceGroupName(spec.resourceGroup())
                        .location(spec.location())
                        .tags(tags)
                        .build(),
                CustomResourceOptions.builder()
                        .protect(spec.profile() != SizingProfile.DEV)
                        .build());
    }
}
