package dev.spillway.plan;

import dev.spillway.facts.GridKind;
import dev.spillway.model.FailoverMode;
import dev.spillway.model.GridNamespaceSpec.Concierge;
import java.util.List;
import java.util.Optional;

/**
 * One description in two regions, the primary first.
 *
 * @param sources two topics or domains, or none
 * @param namespaces two namespaces, or none
 */
public record GridPairPlan(
        String name,
        GridKind kind,
        FailoverMode mode,
        FailoverTiming timing,
        List<GridSourcePlan> sources,
        List<GridNamespacePlan> namespaces,
        Optional<Concierge> concierge) {
    /** What repeats when an event is published twice. */
    public static final String IDEMPOTENCY_KEY = "id";

    public GridPairPlan {
        sources = List.copyOf(sources);
        namespaces = List.copyOf(namespaces);
    }
}
