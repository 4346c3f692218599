package dev.spillway.plan;

import dev.spillway.facts.GridKind;
import dev.spillway.model.FailoverMode;
import dev.spillway.model.GridNamespaceSpec;
import dev.spillway.model.GridSourceSpec;
import dev.spillway.model.StackSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the Event Grid part of a stack: single resources in the stack's region, pairs in both. */
final class EventGridPlanner {
    private static final String PRIMARY = "primary";
    private static final String SECONDARY = "secondary";

    private final StackSpec stack;
    private final GridSourcePlanner sources;
    private final GridNamespacePlanner namespaces;

    EventGridPlanner(StackSpec stack) {
        this.stack = stack;
        this.sources = new GridSourcePlanner(stack);
        this.namespaces = new GridNamespacePlanner(stack);
    }

    EventGridPlan plan() {
        List<GridPairPlan> pairs = new java.util.ArrayList<>();
        stack.eventGrid().sources().stream()
                .filter(GridSourceSpec::isPair)
                .map(this::pair)
                .forEach(pairs::add);
        stack.eventGrid().namespaces().stream()
                .filter(GridNamespaceSpec::isPair)
                .map(this::pair)
                .forEach(pairs::add);
        return new EventGridPlan(
                stack.eventGrid().sources().stream()
                        .filter(source -> !source.isPair())
                        .map(source ->
                                sources.plan(source, source.azureNameIn(stack.name()), stack.location(), Map.of()))
                        .toList(),
                stack.eventGrid().namespaces().stream()
                        .filter(namespace -> !namespace.isPair())
                        .map(namespace -> namespaces.plan(
                                namespace, namespace.azureNameIn(stack.name()), stack.location(), Map.of()))
                        .toList(),
                pairs);
    }

    private GridPairPlan pair(GridSourceSpec spec) {
        String base = spec.azureNameIn(stack.name());
        return new GridPairPlan(
                spec.name(),
                spec.kind(),
                spec.mode().orElse(FailoverMode.ACTIVE_PASSIVE),
                FailoverTiming.standard(),
                List.of(
                        sources.plan(
                                spec, inRegion(base, stack.location()), stack.location(), tags(spec.name(), PRIMARY)),
                        sources.plan(spec, inRegion(base, other()), other(), tags(spec.name(), SECONDARY))),
                List.of(),
                Optional.empty());
    }

    private GridPairPlan pair(GridNamespaceSpec spec) {
        String base = spec.azureNameIn(stack.name());
        return new GridPairPlan(
                spec.name(),
                GridKind.NAMESPACE,
                spec.mode().orElse(FailoverMode.ACTIVE_PASSIVE),
                FailoverTiming.standard(),
                List.of(),
                List.of(
                        namespaces.plan(
                                spec, inRegion(base, stack.location()), stack.location(), tags(spec.name(), PRIMARY)),
                        namespaces.plan(spec, inRegion(base, other()), other(), tags(spec.name(), SECONDARY))),
                spec.concierge());
    }

    private String other() {
        return stack.secondaryLocation().orElseThrow();
    }

    private static String inRegion(String base, String location) {
        return base + "-" + location;
    }

    private static Map<String, String> tags(String pair, String role) {
        return Map.of("spillway-pair", pair, "spillway-pair-role", role);
    }
}
