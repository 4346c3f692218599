package dev.spillway.forecast;

import dev.spillway.facts.Tier;
import dev.spillway.loss.Admission;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.HubView;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.List;

/** The figures of what one namespace lets in. */
final class AdmissionFigures {
    private static final String REACTION = "spillway-inflate-reaction-seconds";

    private final NamespaceView namespace;
    private final List<WorkloadView> producers;
    private final Assumptions assumptions;

    AdmissionFigures(NamespaceView namespace, List<WorkloadView> producers, Assumptions assumptions) {
        this.namespace = namespace;
        this.producers = producers;
        this.assumptions = assumptions;
    }

    /** What has to be known before {@link #admission} can answer. */
    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>(Gap.in(
                namespace,
                tierWithRates(),
                namespace.capacity(),
                namespace.autoInflate(),
                namespace.reachableUnits(),
                reactionSeconds()));
        producers.forEach(producer -> gaps.addAll(producer.partitionGaps()));
        return gaps.stream().distinct().toList();
    }

    Admission admission() {
        Admission fixed = Admission.standard(namespace.capacity().value(), partitions());
        return namespace.autoInflate().value()
                ? fixed.withAutoInflate(
                        namespace.reachableUnits().value(), reactionSeconds().value())
                : fixed;
    }

    private Fact<Tier> tierWithRates() {
        return namespace
                .tier()
                .then(tier -> tier == Tier.STANDARD || tier == Tier.BASIC
                        ? namespace.tier()
                        : Fact.unknown(
                                namespace.tier().path(), tier.azureName() + " has no published rate for a unit"));
    }

    private Fact<Double> reactionSeconds() {
        Fact<String> tag = namespace.tag(REACTION);
        return tag.orDefault(String.valueOf(assumptions.inflateReactionSeconds()))
                .then(text -> seconds(tag.path(), text));
    }

    private static Fact<Double> seconds(String path, String text) {
        try {
            return Fact.known(path, Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Fact.unknown(path, "met \"" + text + "\" where a number of seconds belongs");
        }
    }

    /** All partitions that the producers reach; the load is taken to be even over them. */
    private int partitions() {
        return producers.stream()
                .map(producer -> producer.hub().value())
                .distinct()
                .map(HubView::partitionCount)
                .mapToInt(Fact::value)
                .sum();
    }
}
