package dev.spillway.components;

import com.pulumi.core.Output;
import dev.spillway.model.MonitoringSpec;
import dev.spillway.model.Problem;
import dev.spillway.model.Problems;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.plan.MonitoredResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an {@link EventPipeline} is made of: each part is described, or exists already, and never both. */
public final class EventPipelineArgs {
    private final Builder given;

    private EventPipelineArgs(Builder given) {
        this.given = given;
    }

    public static Builder builder() {
        return new Builder();
    }

    Map<String, EventHubsNamespaceArgs> namespaces() {
        return given.namespaces;
    }

    List<EventHubsNamespace> existingNamespaces() {
        return given.existingNamespaces;
    }

    /** The arguments of each workload, once its namespace is there. */
    Map<String, Described> workloads() {
        return given.workloads;
    }

    List<AutoscaledWorkload> existingWorkloads() {
        return given.existingWorkloads;
    }

    Optional<EventPipelineMonitoring> existingMonitoring() {
        return Optional.ofNullable(given.existingMonitoring);
    }

    /** What monitoring is asked to be, without what it watches; empty where none is declared. */
    Optional<EventPipelineMonitoringArgs.Builder> monitoring() {
        return Optional.ofNullable(given.monitoring).map(spec -> {
            EventPipelineMonitoringArgs.Builder monitoring = EventPipelineMonitoringArgs.builder()
                    .resourceGroupName(Objects.requireNonNull(given.resourceGroupName))
                    .location(Objects.requireNonNull(given.location))
                    .monitoring(spec)
                    .tags(given.tags);
            given.watched.forEach((resource, id) -> monitoring.resource(resource.kind(), resource.name(), id));
            return monitoring;
        });
    }

    /** A workload that is to be declared on a namespace of the pipeline. */
    record Described(String namespace, Function<EventHubsNamespace, AutoscaledWorkloadArgs> args) {}

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
        private final Map<String, Described> workloads = new LinkedHashMap<>();
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

        /** Describes a workload; its hub names a namespace of the pipeline. */
        public Builder workload(WorkloadSpec workload) {
            return workload(
                    workload.name(),
                    workload.hub().namespace(),
                    namespace -> AutoscaledWorkloadArgs.of(workload, namespace));
        }

        Builder workload(String name, String namespace, Function<EventHubsNamespace, AutoscaledWorkloadArgs> args) {
            if (workloads.put(name, new Described(namespace, args)) != null) {
                mistakes.put("workload." + name, "given twice, give each workload a name of its own");
            }
            return this;
        }

        /** A workload that this program has declared before. */
        public Builder existingWorkload(AutoscaledWorkload workload) {
            existingWorkloads.add(workload);
            return this;
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
                String name = existing.plan().name();
                if (!known.add(name)) {
                    problems.put("namespace." + name, "described and existing, give one of them");
                }
            }
            Set<String> names = new TreeSet<>(workloads.keySet());
            for (AutoscaledWorkload existing : existingWorkloads) {
                String name = existing.plan().name();
                if (!names.add(name)) {
                    problems.put("workload." + name, "described and existing, give one of them");
                }
            }
            workloads.forEach((name, workload) -> {
                if (!known.contains(workload.namespace())) {
                    problems.put(
                            "workload." + name + ".hub",
                            "namespace " + workload.namespace() + " is not in the pipeline, give "
                                    + (known.isEmpty() ? "a namespace" : String.join(" or ", known)));
                }
            });
            if (known.isEmpty()) {
                problems.put("namespace", "none, describe one or give one that exists");
            }
            monitoringProblems(problems);
            return problems;
        }

        private void monitoringProblems(Map<String, String> problems) {
            if (monitoring != null && existingMonitoring != null) {
                problems.put("monitoring", "described and existing, give one of them");
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
