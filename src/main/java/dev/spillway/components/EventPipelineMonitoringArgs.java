package dev.spillway.components;

import com.pulumi.core.Output;
import dev.spillway.model.MonitoringSpec;
import dev.spillway.model.Problem;
import dev.spillway.model.Problems;
import dev.spillway.plan.Monitored;
import dev.spillway.plan.MonitoredResource;
import dev.spillway.plan.NamespacePlan;
import dev.spillway.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link EventPipelineMonitoring} is asked to be: who is told, and what is watched. Thresholds are computed from the
 * effective settings of what is watched.
 */
public final class EventPipelineMonitoringArgs {
    private static final Pattern WORKSPACE = Pattern.compile(
            "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.OperationalInsights/workspaces/[^/]+",
            Pattern.CASE_INSENSITIVE);

    private final Builder given;

    private EventPipelineMonitoringArgs(Builder given) {
        this.given = given;
    }

    public static Builder builder() {
        return new Builder();
    }

    Output<String> resourceGroupName() {
        return Objects.requireNonNull(given.resourceGroupName);
    }

    String location() {
        return Objects.requireNonNull(given.location);
    }

    MonitoringSpec spec() {
        return Objects.requireNonNull(given.spec);
    }

    Map<String, String> tags() {
        return Map.copyOf(given.tags);
    }

    Monitored monitored() {
        List<MonitoredResource> others = List.copyOf(given.ids.keySet());
        return new Monitored(
                given.namespaces,
                given.workloads,
                others.stream()
                        .filter(resource -> resource.kind().azureType().startsWith("Microsoft.EventGrid/"))
                        .toList(),
                of(others, MonitoredResource.Kind.CLUSTER),
                of(others, MonitoredResource.Kind.STORAGE_ACCOUNT));
    }

    private static List<MonitoredResource> of(List<MonitoredResource> resources, MonitoredResource.Kind kind) {
        return resources.stream().filter(resource -> resource.kind() == kind).toList();
    }

    /** Azure's id of each watched resource. */
    Map<MonitoredResource, Output<String>> ids() {
        return given.ids;
    }

    /** Throws everything that is wrong with the arguments. */
    void check(String component) {
        List<Problem> problems = new ArrayList<>();
        given.problems()
                .forEach((argument, message) ->
                        problems.add(new Problem("EventPipelineMonitoring " + component, 0, 0, argument, message)));
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
    }

    /** Collects the arguments. */
    public static final class Builder {
        private @Nullable Output<String> resourceGroupName;
        private @Nullable String location;
        private @Nullable MonitoringSpec spec;
        private final List<NamespacePlan> namespaces = new ArrayList<>();
        private final List<WorkloadPlan> workloads = new ArrayList<>();
        private final Map<MonitoredResource, Output<String>> ids = new LinkedHashMap<>();
        private final Map<String, String> tags = new TreeMap<>();
        private final Map<String, String> mistakes = new TreeMap<>();

        private Builder() {}

        /** The resource group to declare alerts and workspace in. Required. */
        public Builder resourceGroupName(Output<String> name) {
            this.resourceGroupName = name;
            return this;
        }

        /** The resource group by its name. */
        public Builder resourceGroupName(String name) {
            return resourceGroupName(Output.of(name));
        }

        /** Azure region of workspace and log alerts. Required. */
        public Builder location(String name) {
            this.location = name;
            return this;
        }

        /** Who is told, and which workspace and action groups exist already. Required. */
        public Builder monitoring(MonitoringSpec value) {
            this.spec = value;
            return this;
        }

        /** Watches a namespace, its capacity, its hubs, its readers, and the other one of its pair. */
        public Builder namespace(EventHubsNamespace namespace) {
            namespace.secondaryId().ifPresent(id -> namespace(Monitored.secondary(namespace.plan()), id));
            return namespace(namespace.plan(), namespace.id());
        }

        Builder namespace(NamespacePlan plan, Output<String> id) {
            namespaces.add(plan);
            ids.put(
                    new MonitoredResource(MonitoredResource.Kind.EVENT_HUBS_NAMESPACE, plan.name(), plan.azureName()),
                    id);
            return this;
        }

        /** Watches the pods of a workload. */
        public Builder workload(AutoscaledWorkload workload) {
            workloads.add(workload.plan());
            return this;
        }

        /** Watches the pods of a sender. */
        public Builder workload(EventProducerWorkload workload) {
            return workload(workload.autoscaled());
        }

        /** Watches the pods of a reader. */
        public Builder workload(EventHubsConsumerWorkload workload) {
            return workload(workload.autoscaled());
        }

        /** Watches a component of Event Grid, with its dead letters. */
        public Builder eventGrid(EventGridComponent component) {
            component.watched().forEach(this::watch);
            return this;
        }

        /**
         * Watches something else by its metrics: an Event Grid topic, domain, system topic or namespace, a cluster, a storage
         * account that keeps events.
         *
         * @param id Azure's id of it
         */
        public Builder resource(MonitoredResource.Kind kind, String name, Output<String> id) {
            boolean ownWay =
                    kind == MonitoredResource.Kind.EVENT_HUBS_NAMESPACE || kind == MonitoredResource.Kind.WORKSPACE;
            if (ownWay) {
                mistakes.put("resource." + name, kind.azureType() + " is not watched this way, give namespace(...)");
            }
            if (ids.put(new MonitoredResource(kind, name, name), id) != null) {
                mistakes.put("resource." + name, "given twice, give each resource once");
            }
            return this;
        }

        /** Watches something else, by its type in Azure, such as {@code Microsoft.Storage/storageAccounts}. */
        public Builder resource(String azureType, String name, Output<String> id) {
            MonitoredResource.Kind.of(azureType)
                    .ifPresentOrElse(
                            kind -> resource(kind, name, id),
                            () -> mistakes.put(
                                    "resource." + name,
                                    azureType + " is not watched, give a type that has alerts, such as "
                                            + MonitoredResource.Kind.STORAGE_ACCOUNT.azureType()));
            return this;
        }

        /** Watches a resource that a component declared; the later one of two of a name is told apart. */
        Builder watch(MonitoredResource resource, Output<String> id) {
            boolean taken = ids.keySet().stream().anyMatch(other -> other.name().equals(resource.name()));
            MonitoredResource named = new MonitoredResource(
                    resource.kind(),
                    taken ? resource.name() + "-grid" : resource.name(),
                    resource.azureName(),
                    resource.hasOwnLogs());
            ids.put(named, id);
            return this;
        }

        public Builder tags(Map<String, String> more) {
            tags.putAll(more);
            return this;
        }

        /** The arguments as they are now; the component checks them when it is made, all at once. */
        public EventPipelineMonitoringArgs build() {
            return new EventPipelineMonitoringArgs(this);
        }

        private Map<String, String> problems() {
            Map<String, String> problems = new TreeMap<>(mistakes);
            require(problems, "resourceGroupName", resourceGroupName);
            require(problems, "location", location);
            require(problems, "monitoring", spec);
            if (ids.isEmpty() && workloads.isEmpty()) {
                problems.put("namespace", "nothing is watched, give a namespace, a workload or another resource");
            }
            MonitoringSpec monitoring = spec;
            if (monitoring != null) {
                receivers(problems, monitoring);
            }
            return problems;
        }

        private static void receivers(Map<String, String> problems, MonitoringSpec spec) {
            if (spec.emails().isEmpty() && spec.actionGroupIds().isEmpty()) {
                problems.put("monitoring.emails", "nobody is told, give emails or actionGroupIds");
            }
            if (!spec.emails().isEmpty() && !spec.actionGroupIds().isEmpty()) {
                problems.put(
                        "monitoring.actionGroupIds",
                        "given together with emails, give groups that exist or the people of a new one");
            }
            if (spec.workspaceId().isPresent() && spec.logRetentionDays().isPresent()) {
                problems.put(
                        "monitoring.logRetentionDays",
                        "given together with workspaceId, give a workspace that exists or the retention of a new one");
            }
            spec.workspaceId().ifPresent(id -> workspace(problems, id));
        }

        private static void workspace(Map<String, String> problems, String id) {
            if (!WORKSPACE.matcher(id).matches()) {
                problems.put(
                        "monitoring.workspaceId",
                        id + " is not the id of a workspace, give /subscriptions/.../providers/"
                                + "Microsoft.OperationalInsights/workspaces/<name>");
            }
        }

        private static void require(Map<String, String> problems, String argument, @Nullable Object value) {
            if (value == null) {
                problems.put(argument, "missing, an EventPipelineMonitoring needs it");
            }
        }
    }
}
