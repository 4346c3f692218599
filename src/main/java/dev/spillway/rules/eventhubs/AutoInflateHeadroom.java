package dev.spillway.rules.eventhubs;

import dev.spillway.facts.Tier;
import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.NamespaceView;
import java.util.List;

/** Flags namespaces whose auto-inflate stops before it can help. */
public final class AutoInflateHeadroom extends ListedRule<NamespaceView> {
    private static final String CEILING = "maximumThroughputUnits";

    private static final RuleCard CARD = RuleCard.named("EH-003", "auto-inflate-headroom")
            .severity(Severity.HIGH)
            .level(Level.ADVISORY)
            .judges("Event Hubs namespace")
            .summary("Auto-inflate stops too early")
            .loses("Auto-inflate stops at its ceiling; what a burst sends above it is refused until retries run out")
            .fix(
                    FixClass.IN_PLACE,
                    "Raise maximumThroughputUnits to {factor} times the bought units, to {floor} at least and {cap} at most")
            .parameters(InflateCeiling.FACTOR, InflateCeiling.FLOOR, InflateCeiling.CAP)
            .reach(Reach.UPSTREAM)
            .build();

    public AutoInflateHeadroom() {
        super(CARD, EventTopology::namespaces);
    }

    @Override
    public Verdict check(NamespaceView namespace, Context context) {
        Fact<Boolean> inflates =
                Fact.both(namespace.tier(), namespace.autoInflate(), (tier, on) -> tier == Tier.STANDARD && on);
        return Verdict.on(
                namespace,
                inflates,
                on -> on
                        ? headroom(namespace, context)
                        : Verdict.notApplicable("auto-inflate is off or has no effect in this tier"));
    }

    private static Verdict headroom(NamespaceView namespace, Context context) {
        List<Gap> gaps = Gap.in(namespace, namespace.capacity(), namespace.reachableUnits());
        if (!gaps.isEmpty()) {
            return Verdict.unknown(gaps);
        }
        int capacity = namespace.capacity().value();
        int wanted = InflateCeiling.accepted(capacity, context);
        if (namespace.reachableUnits().value() >= wanted) {
            return Verdict.pass();
        }
        return Verdict.violation(CEILING, seen(namespace), "at least " + Figures.count(wanted, "unit"))
                .withChanges(Change.set(namespace, CEILING, InflateCeiling.advised(namespace, capacity, context)));
    }

    private static String seen(NamespaceView namespace) {
        return namespace
                .maximumThroughputUnits()
                .whenKnown()
                .map(units -> Figures.count(units, "unit"))
                .orElse("no ceiling given");
    }
}
