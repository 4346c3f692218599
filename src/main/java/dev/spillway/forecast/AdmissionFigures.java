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
    private static final String INGRESS = "spillway-ingress-megabytes-per-second-per-unit";
    private static final String HOT = "spillway-hot-partition-share-";
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
                unitRate(),
                namespace.capacity(),
                namespace.autoInflate(),
                namespace.reachableUnits(),
                reactionSeconds()));
        Fact<Double> hot = hotShare();
        if (!hot.isAbsent()) {
            gaps.addAll(Gap.in(namespace, hot));
        }
        producers.forEach(producer -> gaps.addAll(producer.partitionGaps()));
        return gaps.stream().distinct().toList();
    }

    Admission admission() {
        Fact<Double> hot = hotShare();
        return hot.isKnown() ? even().withHotPartition(hot.value()) : even();
    }

    private Admission even() {
        int units = namespace.capacity().value();
        Tier tier = namespace.tier().value();
        if (tier.isLarge()) {
            return Admission.large(tier, units, unitRate().value(), partitions());
        }
        Admission fixed = Admission.standard(units, partitions());
        return namespace.autoInflate().value()
                ? fixed.withAutoInflate(
                        namespace.reachableUnits().value(), reactionSeconds().value())
                : fixed;
    }

    /** Megabytes each second that one unit lets in: published, or measured by its owner and said in a tag. */
    private Fact<Double> unitRate() {
        return namespace.tier().then(tier -> {
            Fact<String> tag = namespace.tag(INGRESS);
            if (!tier.isLarge()) {
                return Fact.known(namespace.tier().path(), Admission.MEGABYTES_PER_SECOND_PER_UNIT);
            }
            return tag.isAbsent()
                    ? Fact.unknown(
                            namespace.tier().path(),
                            tier.azureName() + " has no published rate for a unit; the tag " + INGRESS
                                    + " says what you measured")
                    : tag.then(text -> number(tag.path(), text, "a rate"));
        });
    }

    /** Said in a tag of the namespace, because a hub has none; meant where all producers send into that one hub. */
    private Fact<Double> hotShare() {
        List<HubView> hubs = producers.stream()
                .map(WorkloadView::hub)
                .filter(Fact::isKnown)
                .map(Fact::value)
                .distinct()
                .toList();
        if (hubs.size() != 1) {
            return Fact.absent("tags");
        }
        return hubs.get(0).azureName().then(name -> {
            Fact<String> tag = namespace.tag(HOT + name);
            return tag.then(text -> number(tag.path(), text, "a share"));
        });
    }

    private Fact<Double> reactionSeconds() {
        Fact<String> tag = namespace.tag(REACTION);
        return tag.orDefault(String.valueOf(assumptions.inflateReactionSeconds()))
                .then(text -> number(tag.path(), text, "a number of seconds"));
    }

    private static Fact<Double> number(String path, String text, String what) {
        try {
            return Fact.known(path, Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Fact.unknown(path, "met \"" + text + "\" where " + what + " belongs");
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
