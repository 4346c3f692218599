package dev.spillway.rules.eventhubs;

import dev.spillway.facts.Tier;
import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Pillar;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.NamespaceView;

/** Flags Premium namespaces of a single processing unit. */
public final class PremiumUnitsFloor extends ListedRule<NamespaceView> {
    static final Parameter<Integer> MINIMUM =
            Parameter.whole("minProcessingUnits", 2, "fewest processing units of a Premium namespace");

    private static final String CAPACITY = "sku.capacity";

    public PremiumUnitsFloor() {
        super(
                RuleCard.named("EH-005", "premium-units-floor")
                        .severity(Severity.MEDIUM)
                        .level(Level.ADVISORY)
                        .judges("Event Hubs namespace")
                        .summary("Premium namespace has no unit to spare")
                        .loses(
                                "Premium does not add processing units by itself: a burst above the bought ones is throttled until "
                                        + "retries run out")
                        .fix(FixClass.IN_PLACE, "Buy {minProcessingUnits} processing units or more")
                        .pillar(Pillar.PERFORMANCE)
                        .parameters(MINIMUM)
                        .reach(Reach.ALONE)
                        .build(),
                EventTopology::namespaces);
    }

    @Override
    public Verdict check(NamespaceView namespace, Context context) {
        return Verdict.on(
                namespace,
                namespace.tier(),
                tier -> tier == Tier.PREMIUM
                        ? Verdict.on(
                                namespace, namespace.capacity(), units -> judge(namespace, units, context.get(MINIMUM)))
                        : Verdict.notApplicable(tier.azureName() + " has no processing units"));
    }

    private static Verdict judge(NamespaceView namespace, int units, int wanted) {
        return units >= wanted
                ? Verdict.pass()
                : Verdict.violation(
                                CAPACITY,
                                Figures.count(units, "processing unit"),
                                "at least " + Figures.count(wanted, "processing unit"))
                        .withChanges(Change.set(namespace, CAPACITY, wanted));
    }
}
