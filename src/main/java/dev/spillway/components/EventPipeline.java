package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.model.WorkloadSpec.Role;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A whole pipeline in one statement: namespaces, Event Grid, the cluster, workloads, and the monitoring of all of it with what
 * else is watched. A {@code stack.yaml} becomes one of these.
 *
 * <p>It is no resource itself, so that the names of what holds events do not depend on whether they were declared one by one
 * or together: going over to it, or back, replaces nothing.
 */
public final class EventPipeline {
    private final ComponentResourceOptions options;
    private final Map<String, EventHubsNamespace> namespaces = new LinkedHashMap<>();
    private final DeclaredEventGrid grid;
    private final Optional<AksCluster> cluster;
    private final Map<String, AutoscaledWorkload> workloads = new LinkedHashMap<>();
    private final Optional<EventPipelineMonitoring> monitoring;
    private final Map<String, Output<?>> outputs = new TreeMap<>();

    /** For arguments that were checked. */
    private EventPipeline(EventPipelineArgs args, ComponentResourceOptions options) {
        this.options = options;
        args.existingNamespaces()
                .forEach(existing -> namespaces.put(existing.plan().name(), existing));
        args.namespaces().forEach(this::declare);
        this.grid = DeclaredEventGrid.declare(args.eventGrid(), args.existingEventGrid(), options);
        outputs.putAll(grid.outputs());
        this.cluster = args.existingCluster().or(() -> args.cluster().map(this::declare));
        cluster.ifPresent(known -> outputs.put("clusterName", known.clusterName()));
        args.existingWorkloads()
                .forEach(existing -> workloads.put(existing.plan().name(), existing));
        args.workloads().values().forEach(this::declare);
        this.monitoring = args.existingMonitoring().or(() -> declareMonitoring(args));
        monitoring.ifPresent(known -> outputs.put("alertThresholds", known.thresholds()));
    }

    /**
     * Declares what is described, in the running Pulumi program.
     *
     * @throws dev.spillway.model.Problems everything that is wrong with the arguments, before anything is declared
     */
    public static EventPipeline declare(EventPipelineArgs args) {
        return declare(args, ComponentResourceOptions.Empty);
    }

    /**
     * Declares what is described.
     *
     * @param options of each child, such as its parent
     * @throws dev.spillway.model.Problems everything that is wrong with the arguments, before anything is declared
     */
    public static EventPipeline declare(EventPipelineArgs args, ComponentResourceOptions options) {
        args.check();
        return new EventPipeline(args, options);
    }

    /**
     * Declares everything that a stack asks for below a component, which may hold resources of other names besides.
     *
     * @param resourceGroupName where everything is declared; the stack's own is not looked at
     * @param clock tells how old a right is that something waits for
     */
    public static EventPipeline below(
            ComponentResource parent, Output<String> resourceGroupName, StackSpec stack, Clock clock) {
        StackPlan plan = StackPlanner.plan(stack, LiveStack.beside(parent).read(stack, resourceGroupName));
        PartitionNotice.refuse(plan.refusals());
        return planned(
                EventPipelineArgs.planned(resourceGroupName, plan, true, clock),
                ComponentResourceOptions.builder().parent(parent).build());
    }

    /** Arguments out of a plan were checked as a stack. */
    static EventPipeline planned(EventPipelineArgs args, ComponentResourceOptions options) {
        return new EventPipeline(args, options);
    }

    /** Declared and existing ones. */
    public List<EventHubsNamespace> namespaces() {
        return List.copyOf(namespaces.values());
    }

    /** A namespace by its name. */
    public EventHubsNamespace namespace(String name) {
        return Objects.requireNonNull(namespaces.get(name), name);
    }

    /** Declared and existing components of Event Grid, by name. */
    public Map<String, EventGridComponent> eventGrid() {
        return Map.copyOf(grid.components());
    }

    /** Empty where none was described and none exists. */
    public Optional<AksCluster> cluster() {
        return cluster;
    }

    /** Declared and existing ones. */
    public List<AutoscaledWorkload> workloads() {
        return List.copyOf(workloads.values());
    }

    /** A workload by its name. */
    public AutoscaledWorkload workload(String name) {
        return Objects.requireNonNull(workloads.get(name), name);
    }

    /** Empty where none was described and none exists. */
    public Optional<EventPipelineMonitoring> monitoring() {
        return monitoring;
    }

    /** What a stack exports of its pipeline, by name. */
    public Map<String, Output<?>> outputs() {
        return Map.copyOf(outputs);
    }

    private void declare(String name, EventHubsNamespaceArgs described) {
        EventHubsNamespace namespace = new EventHubsNamespace(name, described, options);
        namespaces.put(name, namespace);
        outputs.put(name + "Namespace", namespace.fullyQualifiedNamespace());
        outputs.put(name + "LossForecast", namespace.lossForecast());
        // A destroy shows the outputs that go, and with them how to let it pass.
        namespace.breakPairCommand().ifPresent(command -> outputs.put(name + "BreakPairCommand", command));
    }

    private AksCluster declare(EventPipelineArgs.DescribedCluster described) {
        return new AksCluster(described.name(), described.args(), described.ownProvider(), options);
    }

    private void declare(EventPipelineArgs.DescribedWorkload described) {
        AutoscaledWorkload workload = declared(described.spec(), described.plan());
        workloads.put(described.spec().name(), workload);
        outputs.put(described.spec().name() + "Settings", workload.effectiveSettings());
    }

    /** @param plan of the whole stack, where there is one */
    private AutoscaledWorkload declared(WorkloadSpec spec, Optional<StackPlan> plan) {
        String name = spec.name();
        ComponentResourceOptions there =
                cluster.map(known -> known.hosting(options)).orElse(options);
        if (spec.role() == Role.RECEIVER) {
            AutoscaledWorkloadArgs args = plan.map(whole -> AutoscaledWorkloadArgs.planned(whole, spec))
                    .orElseGet(() -> AutoscaledWorkloadArgs.ofReceiver(spec));
            return new AutoscaledWorkload(name, args, there);
        }
        HubWorkload wanted = new HubWorkload(
                spec,
                plan.orElseGet(
                        () -> HubWorkload.planOf(spec, namespace(spec.hub().namespace()))),
                namespace(spec.hub().namespace()),
                cluster,
                grid.publishedBy(name));
        return spec.role() == Role.PRODUCER
                ? new EventProducerWorkload(name, EventProducerWorkloadArgs.planned(wanted), there).autoscaled()
                : new EventHubsConsumerWorkload(name, EventHubsConsumerWorkloadArgs.planned(wanted), there)
                        .autoscaled();
    }

    private Optional<EventPipelineMonitoring> declareMonitoring(EventPipelineArgs args) {
        return args.monitoring().map(watched -> {
            namespaces.values().forEach(watched::namespace);
            grid.watched().forEach(watched::watch);
            args.watched().forEach((resource, id) -> watched.resource(resource.kind(), resource.name(), id));
            workloads.values().forEach(watched::workload);
            return new EventPipelineMonitoring("monitoring", watched.build(), options);
        });
    }
}
