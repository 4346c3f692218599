package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.components.EventGridArgs.RoutingTopic;
import dev.spillway.components.GridRoles.Patience;
import dev.spillway.facts.GridKind;
import dev.spillway.plan.GridNamespacePlan;
import dev.spillway.plan.GridPairPlan;
import dev.spillway.plan.GridSourcePlan;
import dev.spillway.plan.StackPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The Event Grid part of a stack, declared: topics before the namespaces that route to them. */
final class DeclaredEventGrid {
    private final Output<String> group;
    private final StackPlan plan;
    private final Patience patience;
    private final Map<String, RoutingTopic> routes = new HashMap<>();
    private final Map<String, Output<?>> outputs = new TreeMap<>();

    private DeclaredEventGrid(Output<String> group, StackPlan plan, Patience patience) {
        this.patience = patience;
        this.group = group;
        this.plan = plan;
    }

    /** What the stack exports of it, by name. */
    static Map<String, Output<?>> declare(Output<String> group, StackPlan plan, Patience patience) {
        DeclaredEventGrid declared = new DeclaredEventGrid(group, plan, patience);
        plan.eventGrid().sources().forEach(declared::source);
        plan.eventGrid().pairs().stream()
                .filter(pair -> pair.kind() != GridKind.NAMESPACE)
                .forEach(declared::pair);
        plan.eventGrid().namespaces().forEach(declared::namespace);
        plan.eventGrid().pairs().stream()
                .filter(pair -> pair.kind() == GridKind.NAMESPACE)
                .forEach(declared::pair);
        return declared.outputs;
    }

    private void source(GridSourcePlan source) {
        String name = source.name();
        switch (source.kind()) {
            case DOMAIN -> publish(name, new EventGridDomain(name, args(), none()).endpoint());
            case SYSTEM_TOPIC -> hold(new EventGridSystemTopic(name, args(), none()));
            default -> {
                EventGridTopic topic = new EventGridTopic(name, args(), none());
                routes.put(name, new RoutingTopic(Map.of(source.location(), topic.id())));
                publish(name, topic.endpoint());
            }
        }
    }

    private void namespace(GridNamespacePlan namespace) {
        outputs.put(namespace.name() + "Host", new EventGridNamespace(namespace.name(), args(), none()).host());
    }

    private void pair(GridPairPlan pair) {
        EventGridFailoverPair made = new EventGridFailoverPair(pair.name(), args(), none());
        if (pair.kind() == GridKind.TOPIC) {
            routes.put(pair.name(), new RoutingTopic(made.idByLocation()));
        }
        outputs.put(pair.name() + "Endpoints", made.endpoints());
    }

    private void publish(String name, Output<String> endpoint) {
        outputs.put(name + "Endpoint", endpoint);
    }

    /** A system topic has nothing that a user would ask for. */
    private static void hold(ComponentResource made) {
        made.pulumiResourceName();
    }

    private EventGridArgs args() {
        return EventGridArgs.planned(group, plan, patience, routes);
    }

    private static ComponentResourceOptions none() {
        return ComponentResourceOptions.Empty;
    }
}
