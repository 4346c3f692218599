package dev.spillway.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which autoscaler scales which workload. */
final class ScalerTargets {
    private static final String REPLICAS = "spec.replicas";

    private final Map<String, Fact<Scalable>> targets;
    private final Map<String, List<ScalerView>> actingOn;
    private final Optional<ScalerView> aimless;

    ScalerTargets(List<ScalerView> scalers, List<ResourceView> workloads) {
        var byName = new Join<>(
                workloads.stream().map(Scalable::new).toList(), scalable -> KubernetesName.of(scalable.resource()));
        this.targets = scalers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        ScalerView::urn, scaler -> byName.find(scaler.target(), scaler.resource(), "spec")));
        List<ScalerView> acting = scalers.stream()
                .filter(scaler -> scaler.kind() != ScalerView.Kind.RETIRED_SCALED_OBJECT)
                .toList();
        this.actingOn = acting.stream()
                .filter(scaler -> target(scaler).isKnown())
                .collect(Collectors.groupingBy(scaler -> target(scaler).value().urn()));
        this.aimless =
                acting.stream().filter(scaler -> target(scaler).isUnknown()).findFirst();
    }

    /** URN of the workload that the autoscaler scales; absent where it is not in the stack. */
    Fact<String> targetOf(ScalerView scaler) {
        return target(scaler).map(Scalable::urn);
    }

    /** Autoscalers that undo each other's work on a workload; none where there is one alone. */
    List<ScalerView> rivalsOn(ResourceView workload) {
        List<ScalerView> sure = sureOf(workload);
        return sure.size() > 1 ? sure : List.of();
    }

    /** All that scale a workload; unknown where one whose target is not known may be another. */
    Fact<List<ScalerView>> allOn(ResourceView workload) {
        List<ScalerView> sure = sureOf(workload);
        return sure.size() > 1
                ? Fact.known(REPLICAS, sure)
                : aimless.map(scaler -> Fact.<List<ScalerView>>unknown(REPLICAS, mayScale(scaler)))
                        .orElseGet(() -> Fact.known(REPLICAS, sure));
    }

    private static String mayScale(ScalerView scaler) {
        return scaler.name() + ", whose target is not known, may scale it";
    }

    Fact<ScalerView> scalerOf(ResourceView workload) {
        List<ScalerView> sure = sureOf(workload);
        if (sure.size() == 1) {
            return Fact.known(REPLICAS, sure.get(0));
        }
        if (sure.size() > 1) {
            return Fact.unknown(REPLICAS, sure.size() + " autoscalers scale it");
        }
        return aimless.map(scaler -> Fact.<ScalerView>unknown(REPLICAS, mayScale(scaler)))
                .orElseGet(() -> Fact.absent(REPLICAS));
    }

    private List<ScalerView> sureOf(ResourceView workload) {
        return actingOn.getOrDefault(workload.urn(), List.of());
    }

    private Fact<Scalable> target(ScalerView scaler) {
        return targets.getOrDefault(scaler.urn(), Fact.absent(REPLICAS));
    }

    /** A workload before it is joined. */
    private record Scalable(ResourceView resource) implements Subject {}
}
