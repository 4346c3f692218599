package dev.spillway.rules.regions;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Gap;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.PairView;
import dev.spillway.view.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Flags partners that are smaller than what they stand in for. */
public final class PairCapacity extends ListedRule<PairView> {
    static final Parameter<Double> RATIO =
            Parameter.number("ratio", 1.0, "units of the partner as a share of the primary's");

    private static final String CAPACITY = "sku.capacity";
    private static final String CEILING = "maximumThroughputUnits";

    public PairCapacity() {
        super(
                RuleCard.named("DR-004", "pair-capacity")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("pair of namespaces")
                        .summary("The partner is smaller than the primary")
                        .loses(
                                "Straight after the failover the partner refuses what the primary took in, until retries run out")
                        .fix(
                                FixClass.IN_PLACE,
                                "Give the partner {ratio} times the units of the primary, and its ceiling")
                        .parameters(RATIO)
                        .build(),
                topology -> topology.regions().pairs());
    }

    @Override
    public Subject standsOn(PairView pair) {
        return pair.partner().whenKnown().<Subject>map(partner -> partner).orElse(pair);
    }

    @Override
    public Verdict check(PairView pair, Context context) {
        double ratio = context.get(RATIO);
        return Sides.judge(
                pair,
                (primary, partner) -> Verdict.whenKnown(
                        Stream.concat(
                                        Gap.in(primary, primary.capacity(), primary.reachableUnits()).stream(),
                                        Gap.in(partner, partner.capacity(), partner.reachableUnits()).stream())
                                .toList(),
                        () -> judge(primary, partner, ratio)));
    }

    private static Verdict judge(NamespaceView primary, NamespaceView partner, double ratio) {
        int capacity = (int) Math.ceil(primary.capacity().value() * ratio);
        int most = (int) Math.ceil(primary.reachableUnits().value() * ratio);
        if (partner.capacity().value() >= capacity && partner.reachableUnits().value() >= most) {
            return Verdict.pass();
        }
        boolean isCeiling = partner.capacity().value() >= capacity;
        return Verdict.violation(
                        isCeiling ? CEILING : CAPACITY,
                        Figures.count(partner.capacity().value(), "unit") + ", up to "
                                + partner.reachableUnits().value(),
                        Figures.count(capacity, "unit") + ", up to " + most + ", as " + primary.name() + " has")
                .withChanges(grow(partner, capacity, most));
    }

    private static List<Change> grow(NamespaceView partner, int capacity, int most) {
        List<Change> changes = new ArrayList<>();
        if (partner.capacity().value() < capacity) {
            changes.add(Change.set(partner, CAPACITY, capacity));
        }
        if (most > capacity && partner.reachableUnits().value() < most) {
            changes.add(Change.set(partner, "isAutoInflateEnabled", true));
            changes.add(Change.set(partner, CEILING, most));
        }
        return changes;
    }
}
