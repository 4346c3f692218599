package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.components.EventGridArgs.RoutingTopic;
import dev.spillway.facts.GridKind;
import dev.spillway.plan.EventGridPlan;
import dev.spillway.plan.GridPairPlan;
import dev.spillway.plan.GridSourcePlan;
import dev.spillway.plan.MonitoredResource;
import dev.spillway.plan.StackPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Event Grid part of a pipeline, declared: topics before the namespaces that route to them. */
final class DeclaredEventGrid {
    private final ComponentResourceOptions options;
    private final Map<String, RoutingTopic> routes = new HashMap<>();
    private final Map<String, Output<?>> outputs = new TreeMap<>();
    private final Map<String, EventGridComponent> components = new LinkedHashMap<>();
    private final List<StackPlan> plans = new ArrayList<>();

    private DeclaredEventGrid(ComponentResourceOptions options) {
        this.options = options;
    }

    /** One part as it is asked for; a part is a source, a pair or a namespace. */
    private record Part(String name, EventGridArgs args, StackPlan plan) {
        Optional<GridSourcePlan> source() {
            return grid().sources().stream()
                    .filter(source -> source.name().equals(name))
                    .findFirst();
        }

        Optional<GridPairPlan> pair() {
            return grid().pairs().stream()
                    .filter(pair -> pair.name().equals(name))
                    .findFirst();
        }

        /** Where it comes among the others: what is routed to before what routes. */
        int rank() {
            boolean isPair = pair().isPresent();
            boolean isNamespace =
                    pair().map(pair -> pair.kind() == GridKind.NAMESPACE).orElse(source().isEmpty());
            return (isNamespace ? 2 : 0) + (isPair ? 1 : 0);
        }

        private EventGridPlan grid() {
            return plan.eventGrid();
        }
    }

    /**
     * Declares all of them.
     *
     * @param existing what was declared before, by name
     */
    static DeclaredEventGrid declare(
            Map<String, EventGridArgs> described,
            Map<String, EventGridComponent> existing,
            ComponentResourceOptions options) {
        DeclaredEventGrid declared = new DeclaredEventGrid(options);
        existing.forEach(declared::take);
        described.entrySet().stream()
                .map(part ->
                        new Part(part.getKey(), part.getValue(), part.getValue().stackPlan(part.getKey())))
                .sorted(Comparator.comparingInt(Part::rank))
                .forEach(declared::part);
        return declared;
    }

    /** What a stack exports of it, by name. */
    Map<String, Output<?>> outputs() {
        return outputs;
    }

    /** Declared and existing ones, by name. */
    Map<String, EventGridComponent> components() {
        return components;
    }

    /** What there is to watch, with Azure's id of each. */
    Map<MonitoredResource, Output<String>> watched() {
        Map<MonitoredResource, Output<String>> watched = new LinkedHashMap<>();
        components.values().forEach(component -> watched.putAll(component.watched()));
        return watched;
    }

    /** Azure's ids of what a workload publishes to, by logical name. */
    Map<String, Output<String>> publishedBy(String workload) {
        Map<String, Output<String>> ids = new TreeMap<>();
        for (StackPlan plan : plans) {
            for (String target : plan.spec().eventGrid().publishedBy(workload)) {
                Optional.ofNullable(components.get(target)).ifPresent(component -> ids.putAll(published(component)));
            }
        }
        return ids;
    }

    private static Map<String, Output<String>> published(EventGridComponent component) {
        Map<String, Output<String>> published = new TreeMap<>();
        component.watched().forEach((resource, id) -> {
            if (resource.kind() != MonitoredResource.Kind.STORAGE_ACCOUNT) {
                published.put(resource.name(), id);
            }
        });
        return published;
    }

    private void take(String name, EventGridComponent existing) {
        components.put(name, existing);
        if (existing instanceof EventGridFailoverPair pair && pair.kind() == GridKind.TOPIC) {
            routes.put(name, new RoutingTopic(pair.idByLocation()));
        }
    }

    private void part(Part part) {
        String name = part.name();
        EventGridArgs args = part.args().routingTo(routes);
        plans.add(part.plan());
        if (part.pair().isPresent()) {
            EventGridFailoverPair pair = new EventGridFailoverPair(name, args, options);
            take(name, pair);
            outputs.put(name + "Endpoints", pair.endpoints());
        } else if (part.source().isPresent()) {
            source(name, args, part.source().get());
        } else {
            EventGridNamespace namespace = new EventGridNamespace(name, args, options);
            take(name, namespace);
            outputs.put(name + "Host", namespace.host());
        }
    }

    private void source(String name, EventGridArgs args, GridSourcePlan source) {
        switch (source.kind()) {
            case DOMAIN -> {
                EventGridDomain domain = new EventGridDomain(name, args, options);
                take(name, domain);
                outputs.put(name + "Endpoint", domain.endpoint());
            }
            // A system topic has nothing that a user would ask for.
            case SYSTEM_TOPIC -> take(name, new EventGridSystemTopic(name, args, options));
            default -> {
                EventGridTopic topic = new EventGridTopic(name, args, options);
                take(name, topic);
                routes.put(name, new RoutingTopic(Map.of(source.location(), topic.id())));
                outputs.put(name + "Endpoint", topic.endpoint());
            }
        }
    }
}
