package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.components.EventGridArgs.RoutingTopic;
import dev.spillway.components.GridRoles.Patience;
import dev.spillway.facts.GridKind;
import dev.spillway.plan.GridNamespacePlan;
import dev.spillway.plan.GridPairPlan;
import dev.spillway.plan.GridSourcePlan;
import dev.spillway.plan.MonitoredResource;
import dev.spillway.plan.StackPlan;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The Event Grid part of a stack, declared: topics before the namespaces that route to them. */
final class DeclaredEventGrid {
    private final Output<String> group;
    private final StackPlan plan;
    private final Patience patience;
    private final Map<String, RoutingTopic> routes = new HashMap<>();
    private final Map<String, Output<?>> outputs = new TreeMap<>();
    private final Map<MonitoredResource, Output<String>> watched = new LinkedHashMap<>();
    private final Map<String, Map<String, Output<String>>> targets = new HashMap<>();

    private DeclaredEventGrid(Output<String> group, StackPlan plan, Patience patience) {
        this.patience = patience;
        this.group = group;
        this.plan = plan;
    }

    static DeclaredEventGrid declare(Output<String> group, StackPlan plan, Patience patience) {
        DeclaredEventGrid declared = new DeclaredEventGrid(group, plan, patience);
        plan.eventGrid().sources().forEach(declared::source);
        plan.eventGrid().pairs().stream()
                .filter(pair -> pair.kind() != GridKind.NAMESPACE)
                .forEach(declared::pair);
        plan.eventGrid().namespaces().forEach(declared::namespace);
        plan.eventGrid().pairs().stream()
                .filter(pair -> pair.kind() == GridKind.NAMESPACE)
                .forEach(declared::pair);
        return declared;
    }

    /** What the stack exports of it, by name. */
    Map<String, Output<?>> outputs() {
        return outputs;
    }

    /** What there is to watch, with Azure's id of each. */
    Map<MonitoredResource, Output<String>> watched() {
        return watched;
    }

    /** Azure's ids of what a workload of the stack publishes to, by logical name. */
    Map<String, Output<String>> publishedBy(String workload) {
        Map<String, Output<String>> ids = new TreeMap<>();
        plan.spec()
                .eventGrid()
                .publishedBy(workload)
                .forEach(target -> ids.putAll(targets.getOrDefault(target, Map.of())));
        return ids;
    }

    private void watch(String name, Map<MonitoredResource, Output<String>> resources) {
        watched.putAll(resources);
        Map<String, Output<String>> published = new TreeMap<>();
        resources.forEach((resource, id) -> {
            if (resource.kind() != MonitoredResource.Kind.STORAGE_ACCOUNT) {
                published.put(resource.name(), id);
            }
        });
        targets.put(name, published);
    }

    private void source(GridSourcePlan source) {
        String name = source.name();
        switch (source.kind()) {
            case DOMAIN -> {
                EventGridDomain domain = new EventGridDomain(name, args(), none());
                watch(name, domain.watched());
                publish(name, domain.endpoint());
            }
            // A system topic has nothing that a user would ask for.
            case SYSTEM_TOPIC -> watch(name, new EventGridSystemTopic(name, args(), none()).watched());
            default -> {
                EventGridTopic topic = new EventGridTopic(name, args(), none());
                watch(name, topic.watched());
                routes.put(name, new RoutingTopic(Map.of(source.location(), topic.id())));
                publish(name, topic.endpoint());
            }
        }
    }

    private void namespace(GridNamespacePlan plan) {
        EventGridNamespace namespace = new EventGridNamespace(plan.name(), args(), none());
        watch(plan.name(), namespace.watched());
        outputs.put(plan.name() + "Host", namespace.host());
    }

    private void pair(GridPairPlan pair) {
        EventGridFailoverPair made = new EventGridFailoverPair(pair.name(), args(), none());
        watch(pair.name(), made.watched());
        if (pair.kind() == GridKind.TOPIC) {
            routes.put(pair.name(), new RoutingTopic(made.idByLocation()));
        }
        outputs.put(pair.name() + "Endpoints", made.endpoints());
    }

    private void publish(String name, Output<String> endpoint) {
        outputs.put(name + "Endpoint", endpoint);
    }

    private EventGridArgs args() {
        return EventGridArgs.planned(group, plan, patience, routes);
    }

    private static ComponentResourceOptions none() {
        return ComponentResourceOptions.Empty;
    }
}
