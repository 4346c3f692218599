package dev.spillway.view;

import dev.spillway.facts.ThroughputUnits;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the producers of a namespace send together when each runs its most replicas at full work.
 *
 * @param producers how many there are
 * @param gaps what is not known; the sums then are a lower bound
 */
public record Demand(int producers, double eventsPerSecond, double bytesPerSecond, List<Gap> gaps) {
    public Demand {
        gaps = List.copyOf(gaps);
    }

    static Demand of(List<WorkloadView> producers, List<Gap> strays) {
        List<Gap> own = producers.stream()
                .flatMap(producer -> producer.demandGaps().stream())
                .toList();
        return new Demand(
                producers.size(),
                sum(producers, WorkloadView::eventsPerSecond),
                sum(producers, WorkloadView::bytesPerSecond),
                Stream.concat(own.stream(), strays.stream()).toList());
    }

    /** Throughput units that let all of it in; headroom 1.2 asks for a fifth more. */
    public int units(double headroom) {
        return ThroughputUnits.needed(eventsPerSecond * headroom, bytesPerSecond * headroom);
    }

    private static double sum(List<WorkloadView> producers, Function<WorkloadView, Fact<Double>> perReplica) {
        return producers.stream()
                .map(producer ->
                        Fact.both(producer.maximumReplicas(), perReplica.apply(producer), (n, rate) -> n * rate))
                .mapToDouble(product -> product.whenKnown().orElse(0.0))
                .sum();
    }
}
