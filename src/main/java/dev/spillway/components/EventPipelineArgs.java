package dev.spillway.components;

import com.pulumi.core.Output;
import dev.spillway.model.MonitoringSpec;
import dev.spillway.model.Problem;
import dev.spillway.model.Problems;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.plan.MonitoredResource;
import dev.spillway.plan.StackPlan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an {@link EventPipeline} is made of: each part is described, or exists already, and never both. */
public final class EventPipelineArgs {
    private static final String BOTH = "described and existing, give one of them";

    private final Builder given;

    private EventPipelineArgs(Builder given) {
        this.given = given;
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Everything of a plan that was made for a whole stack.
     *
     * @param ownProvider whether a new cluster's credentials are used, or those that the program was configured with
     * @param clock tells how old a right is that something waits for
     */
    static EventPipelineArgs planned(Output<String> group, StackPlan plan, boolean ownProvider, Clock clock) {
        StackSpec spec = plan.spec();
        Builder parts =
                builder().resourceGroupName(group).location(spec.location()).tags(spec.tags());
        PrivateDns dns = new PrivateDns();
        plan.namespaces()
                .forEach(namespace ->
                        parts.namespace(namespace.name(), EventHubsNamespaceArgs.planned(group, plan, dns)));
        EventGridArgs grid = EventGridArgs.planned(
                group, plan, new GridRoles.Patience(GridRoles.Patience.STANDARD, Optional.of(clock)));
        plan.eventGrid().sources().forEach(source -> parts.eventGrid(source.name(), grid));
        plan.eventGrid().pairs().forEach(pair -> parts.eventGrid(pair.name(), grid));
        plan.eventGrid().namespaces().forEach(namespace -> parts.eventGrid(namespace.name(), grid));
        if (plan.cluster().isPresent()) {
            parts.cluster(new DescribedCluster("cluster", AksClusterArgs.planned(group, plan), ownProvider));
        }
        plan.workloads().forEach(workload -> parts.workload(new DescribedWorkload(workload.spec(), Optional.of(plan))));
        spec.monitoring().ifPresent(parts::monitoring);
        return parts.build();
    }

    Map<String, EventHubsNamespaceArgs> namespaces() {
        return given.namespaces;
    }

    List<EventHubsNamespace> existingNamespaces() {
        return given.existingNamespaces;
    }

    Map<String, DescribedWorkload> workloads() {
        return given.workloads;
    }

    List<AutoscaledWorkload> existingWorkloads() {
        return given.existingWorkloads;
    }

    Optional<EventPipelineMonitoring> existingMonitoring() {
        return Optional.ofNullable(given.existingMonitoring);
    }

    /** The components of Event Grid, by name. */
    Map<String, EventGridArgs> eventGrid() {
        return given.eventGrid;
    }

    Map<String, EventGridComponent> existingEventGrid() {
        return given.existingEventGrid;
    }

    Optional<DescribedCluster> cluster() {
        return Optional.ofNullable(given.cluster);
    }

    Optional<AksCluster> existingCluster() {
        return Optional.ofNullable(given.existingCluster);
    }

    /** What is watched although it is no part of the pipeline, with Azure's id of each. */
    Map<MonitoredResource, Output<String>> watched() {
        return given.watched;
    }

    /** What monitoring is asked to be, without what it watches; empty where none is declared. */
    Optional<EventPipelineMonitoringArgs.Builder> monitoring() {
        return Optional.ofNullable(given.monitoring)
                .map(spec -> EventPipelineMonitoringArgs.builder()
                        .resourceGroupName(Objects.requireNonNull(given.resourceGroupName))
                        .location(Objects.requireNonNull(given.location))
                        .monitoring(spec)
                        .tags(given.tags));
    }

    /**
     * A workload that is to be declared on a namespace of the pipeline, or on none.
     *
     * @param plan of the whole stack, where there is one
     */
    record DescribedWorkload(WorkloadSpec spec, Optional<StackPlan> plan) {}

    /**
     * A cluster that is to be declared, or looked up.
     *
     * @param ownProvider whether a new cluster's credentials are used, or those that the program was configured with
     */
    record DescribedCluster(String name, AksClusterArgs args, boolean ownProvider) {}

    /** Throws everything that is wrong with the arguments. */
    void check() {
        List<Problem> problems = new ArrayList<>();
        given.problems()
                .forEach((argument, message) -> problems.add(new Problem("EventPipeline", 0, 0, argument, message)));
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
    }

    /** Collects the parts. */
    public static final class Builder {
        private @Nullable Output<String> resourceGroupName;
        private @Nullable String location;
        private @Nullable MonitoringSpec monitoring;
        private @Nullable EventPipelineMonitoring existingMonitoring;
        private final Map<String, EventHubsNamespaceArgs> namespaces = new LinkedHashMap<>();
        private final List<EventHubsNamespace> existingNamespaces = new ArrayList<>();
        private @Nullable DescribedCluster cluster;
        private @Nullable AksCluster existingCluster;
        private final Map<String, EventGridArgs> eventGrid = new LinkedHashMap<>();
        private final Map<String, EventGridComponent> existingEventGrid = new LinkedHashMap<>();
        private final Map<String, DescribedWorkload> workloads = new LinkedHashMap<>();
        private final List<AutoscaledWorkload> existingWorkloads = new ArrayList<>();
        private final Map<MonitoredResource, Output<String>> watched = new LinkedHashMap<>();
        private final Map<String, String> tags = new TreeMap<>();
        private final Map<String, String> mistakes = new TreeMap<>();

        private Builder() {}

        /** The resource group of the monitoring; needed where it is described. */
        public Builder resourceGroupName(Output<String> name) {
            this.resourceGroupName = name;
            return this;
        }

        /** The resource group by its name. */
        public Builder resourceGroupName(String name) {
            return resourceGroupName(Output.of(name));
        }

        /** Azure region of the monitoring; needed where it is described. */
        public Builder location(String name) {
            this.location = name;
            return this;
        }

        /** Describes a namespace. */
        public Builder namespace(String name, EventHubsNamespaceArgs args) {
            if (namespaces.put(name, args) != null) {
                mistakes.put("namespace." + name, "given twice, give each namespace a name of its own");
            }
            return this;
        }

        /** A namespace that exists: one that this program has declared before, or adopted. */
        public Builder existingNamespace(EventHubsNamespace namespace) {
            existingNamespaces.add(namespace);
            return this;
        }

        /** Describes a topic, a domain, a system topic, a namespace or a failover pair of Event Grid, as the arguments say. */
        public Builder eventGrid(String name, EventGridArgs args) {
            if (eventGrid.put(name, args) != null) {
                mistakes.put("eventGrid." + name, "given twice, give each component a name of its own");
            }
            return this;
        }

        /** A component of Event Grid that this program has declared before. */
        public Builder existingEventGrid(EventGridComponent component) {
            String name = component.pulumiResourceName();
            if (existingEventGrid.put(name, component) != null) {
                mistakes.put("eventGrid." + name, "given twice, give each component once");
            }
            return this;
        }

        /** Describes the cluster that the workloads run on: a new one, or one that is there. */
        public Builder cluster(String name, AksClusterArgs args) {
            return cluster(new DescribedCluster(name, args, true));
        }

        Builder cluster(DescribedCluster described) {
            this.cluster = described;
            return this;
        }

        /** A cluster that this program has declared before. */
        public Builder existingCluster(AksCluster value) {
            this.existingCluster = value;
            return this;
        }

        /** Describes a workload; its hub names a namespace of the pipeline, except that of one that is pushed to. */
        public Builder workload(WorkloadSpec workload) {
            return workload(new DescribedWorkload(workload, Optional.empty()));
        }

        Builder workload(DescribedWorkload workload) {
            String name = workload.spec().name();
            if (workloads.put(name, workload) != null) {
                mistakes.put("workload." + name, "given twice, give each workload a name of its own");
            }
            return this;
        }

        /** A workload that this program has declared before. */
        public Builder existingWorkload(AutoscaledWorkload workload) {
            existingWorkloads.add(workload);
            return this;
        }

        /** A sender that this program has declared before. */
        public Builder existingWorkload(EventProducerWorkload workload) {
            return existingWorkload(workload.autoscaled());
        }

        /** A reader that this program has declared before. */
        public Builder existingWorkload(EventHubsConsumerWorkload workload) {
            return existingWorkload(workload.autoscaled());
        }

        /** Something that exists and is watched with the rest: an Event Grid topic, a cluster, a storage account. */
        public Builder existingResource(MonitoredResource.Kind kind, String name, Output<String> id) {
            if (watched.put(new MonitoredResource(kind, name, name), id) != null) {
                mistakes.put("resource." + name, "given twice, give each resource once");
            }
            return this;
        }

        /** Describes the monitoring of everything in the pipeline. */
        public Builder monitoring(MonitoringSpec value) {
            this.monitoring = value;
            return this;
        }

        /** Monitoring that this program has declared before, which watches what it was told to. */
        public Builder existingMonitoring(EventPipelineMonitoring value) {
            this.existingMonitoring = value;
            return this;
        }

        public Builder tags(Map<String, String> more) {
            tags.putAll(more);
            return this;
        }

        /** The arguments as they are now; the pipeline checks them when it is declared, all at once. */
        public EventPipelineArgs build() {
            return new EventPipelineArgs(this);
        }

        private Map<String, String> problems() {
            Map<String, String> problems = new TreeMap<>(mistakes);
            Set<String> known = new TreeSet<>(namespaces.keySet());
            for (EventHubsNamespace existing : existingNamespaces) {
                add(known, "namespace.", existing.plan().name(), problems);
            }
            Set<String> names = new TreeSet<>(workloads.keySet());
            for (AutoscaledWorkload existing : existingWorkloads) {
                add(names, "workload.", existing.plan().name(), problems);
            }
            Set<String> grid = new TreeSet<>(eventGrid.keySet());
            existingEventGrid.keySet().forEach(existing -> add(grid, "eventGrid.", existing, problems));
            if (cluster != null && existingCluster != null) {
                problems.put("cluster", BOTH);
            }
            workloads.forEach((name, workload) -> hubProblems(name, workload.spec(), known, problems));
            if (known.isEmpty() && grid.isEmpty() && cluster == null && existingCluster == null) {
                problems.put("namespace", "none, describe one or give one that exists");
            }
            monitoringProblems(problems);
            return problems;
        }

        private static void add(Set<String> described, String kind, String existing, Map<String, String> problems) {
            if (!described.add(existing)) {
                problems.put(kind + existing, BOTH);
            }
        }

        private static void hubProblems(
                String name, WorkloadSpec workload, Set<String> known, Map<String, String> problems) {
            String namespace = workload.hub().namespace();
            if (workload.role() != WorkloadSpec.Role.RECEIVER && !known.contains(namespace)) {
                problems.put(
                        "workload." + name + ".hub",
                        "namespace " + namespace + " is not in the pipeline, give "
                                + (known.isEmpty() ? "a namespace" : String.join(" or ", known)));
            }
        }

        private void monitoringProblems(Map<String, String> problems) {
            if (monitoring != null && existingMonitoring != null) {
                problems.put("monitoring", BOTH);
            }
            if (monitoring != null && location == null) {
                problems.put("location", "missing, the described monitoring needs it");
            }
            if (monitoring != null && resourceGroupName == null) {
                problems.put("resourceGroupName", "missing, the described monitoring needs it");
            }
            if (monitoring == null && !watched.isEmpty()) {
                problems.put("resource", "given without monitoring that would watch it, describe monitoring");
            }
        }
    }
}
