package dev.spillway.forecast;

import dev.spillway.loss.LossModel;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.Reading;
import dev.spillway.units.InvalidValue;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Gap;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Forecasts the loss at every namespace of a stack, as far as its inputs tell enough. */
public final class Forecasts {
    private Forecasts() {}

    /**
     * One forecast for each namespace, sorted by URN; one that is not computable names what is missing. The second namespace of a
     * pair is sent nothing until a failover and has none.
     */
    public static List<NamespaceForecast> of(EventTopology topology, Assumptions assumptions) {
        Set<String> passive = topology.regions().pairs().stream()
                .flatMap(pair -> pair.partner().whenKnown().stream())
                .map(NamespaceView::urn)
                .collect(Collectors.toSet());
        return topology.namespaces().stream()
                .filter(namespace -> !passive.contains(namespace.urn())
                        || !topology.producers(namespace).isEmpty())
                .map(namespace -> of(namespace, topology, assumptions))
                .toList();
    }

    private static NamespaceForecast of(NamespaceView namespace, EventTopology topology, Assumptions assumptions) {
        List<WorkloadView> producers = topology.producers(namespace);
        var admission = new AdmissionFigures(namespace, producers, assumptions);
        List<Gap> gaps = new ArrayList<>(admission.gaps());
        producers.forEach(producer -> gaps.addAll(SenderFigures.gaps(producer)));
        gaps.addAll(topology.strayProducers());
        if (producers.isEmpty() && gaps.isEmpty()) {
            gaps.add(new Gap(namespace.urn(), namespace.name(), "load", "no workload in the stack sends here"));
        }
        return gaps.isEmpty()
                ? computed(namespace, producers, admission, ReadingFigures.of(producers, topology))
                : notComputable(namespace, gaps);
    }

    private static NamespaceForecast computed(
            NamespaceView namespace,
            List<WorkloadView> producers,
            AdmissionFigures admission,
            Optional<Reading> reading) {
        try {
            var doors =
                    PipelineFigures.of(producers.stream().map(SenderFigures::of).toList(), admission.admission());
            var figures = reading.map(doors::withReading).orElse(doors);
            return new NamespaceForecast(
                    namespace.urn(),
                    nameOf(namespace),
                    Optional.of(figures),
                    Optional.of(LossModel.forecastWithBand(figures)),
                    List.of());
        } catch (InvalidValue e) {
            String why = String.valueOf(e.getMessage());
            return notComputable(namespace, List.of(new Gap(namespace.urn(), namespace.name(), "load", why)));
        }
    }

    private static NamespaceForecast notComputable(NamespaceView namespace, List<Gap> gaps) {
        return new NamespaceForecast(namespace.urn(), nameOf(namespace), Optional.empty(), Optional.empty(), gaps);
    }

    private static String nameOf(NamespaceView namespace) {
        return namespace.azureName().whenKnown().orElse(namespace.name());
    }
}
