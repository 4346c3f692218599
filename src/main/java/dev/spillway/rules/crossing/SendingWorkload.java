package dev.spillway.rules.crossing;

import dev.spillway.forecast.Assumptions;
import dev.spillway.forecast.Forecasts;
import dev.spillway.forecast.NamespaceForecast;
import dev.spillway.forecast.RetryWindows;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.ResourceView;
import dev.spillway.view.Role;
import dev.spillway.view.Subject;
import dev.spillway.view.WorkloadView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A producer beside the forecast of the namespace that it sends into.
 *
 * @param forecast empty where that namespace is not known or not in the stack
 */
public record SendingWorkload(WorkloadView workload, Optional<NamespaceForecast> forecast) implements Subject {
    /** Every producer of a stack; each namespace is forecast once. */
    static List<SendingWorkload> in(EventTopology topology) {
        Map<String, NamespaceForecast> forecasts = Forecasts.of(topology, Assumptions.STANDARD).stream()
                .collect(Collectors.toMap(NamespaceForecast::namespaceUrn, Function.identity()));
        return topology.workloads(Role.PRODUCER).stream()
                .map(producer -> new SendingWorkload(producer, forecastFor(producer.namespace(), forecasts)))
                .toList();
    }

    @Override
    public ResourceView resource() {
        return workload.resource();
    }

    /** What has to be known before the forecast is. */
    List<Gap> gaps() {
        return forecast.map(NamespaceForecast::unknown).orElseGet(this::namespaceGaps);
    }

    double guaranteedWindowSeconds() {
        return RetryWindows.of(workload).value().guaranteedSeconds();
    }

    private List<Gap> namespaceGaps() {
        if (workload.role().isUnknown()) {
            return Gap.in(workload, workload.role());
        }
        return workload.namespace().isAbsent() && workload.hubName().isKnown()
                ? Gap.in(
                        workload,
                        Fact.unknown(
                                workload.hubName().path(),
                                "the namespace of " + workload.hubName().value() + " is not in the stack"))
                : Gap.in(workload, workload.namespace());
    }

    private static Optional<NamespaceForecast> forecastFor(
            Fact<NamespaceView> namespace, Map<String, NamespaceForecast> forecasts) {
        return namespace.whenKnown().map(known -> forecasts.get(known.urn()));
    }
}
