package dev.spillway.rules.crossing;

import dev.spillway.facts.ThroughputUnits;
import dev.spillway.facts.Tier;
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
import dev.spillway.view.Demand;
import dev.spillway.view.EventTopology;
import dev.spillway.view.NamespaceView;
import java.util.List;

/** Flags namespaces that their own producers can outgrow. */
public final class ProducersWithinUnits extends ListedRule<NamespaceView> {
    static final Parameter<Double> HEADROOM =
            Parameter.number("headroom", 1.2, "capacity asked for, as a multiple of what all producers send at most");

    private static final RuleCard CARD = RuleCard.named("CX-003", "producers-within-units")
            .severity(Severity.CRITICAL)
            .level(Level.MANDATORY)
            .judges("Event Hubs namespace")
            .summary("Producers can outgrow the namespace")
            .loses(
                    "The autoscaler scales pods into a wall: what they send above the units is refused until retries run out")
            .fix(
                    FixClass.IN_PLACE,
                    "Let auto-inflate reach {headroom} times what the producers send at most, or scale them less far")
            .parameters(HEADROOM)
            .build();

    public ProducersWithinUnits() {
        super(CARD, EventTopology::namespaces);
    }

    @Override
    public Verdict check(NamespaceView namespace, Context context) {
        return Verdict.on(
                namespace,
                namespace.tier(),
                tier -> tier == Tier.BASIC || tier == Tier.STANDARD
                        ? Verdict.on(
                                namespace,
                                namespace.reachableUnits(),
                                units -> compare(namespace, tier, units, context))
                        : Verdict.notApplicable("a unit of " + tier.azureName() + " has no published rate"));
    }

    private static Verdict compare(NamespaceView namespace, Tier tier, int units, Context context) {
        Demand demand = context.topology().demand(namespace);
        int needed = demand.units(context.get(HEADROOM));
        if (needed > units) {
            return violation(demand, units, needed).withChanges(grow(namespace, tier, needed));
        }
        if (!demand.gaps().isEmpty()) {
            return Verdict.unknown(demand.gaps());
        }
        return demand.producers() == 0 ? Verdict.notApplicable("no producer of the stack sends here") : Verdict.pass();
    }

    private static Verdict.Violation violation(Demand demand, int units, int needed) {
        String seen = Figures.count(units, "unit") + " for up to " + Figures.number(demand.eventsPerSecond())
                + " events/s and " + Figures.number(demand.bytesPerSecond() / ThroughputUnits.BYTES_PER_SECOND)
                + " MB/s";
        String wanted = needed <= ThroughputUnits.MOST
                ? Figures.count(needed, "unit")
                : "fewer senders or a second namespace: " + needed + " units are more than the " + ThroughputUnits.MOST
                        + " that there are";
        return Verdict.violation("maximumThroughputUnits", seen, wanted);
    }

    private static List<Change> grow(NamespaceView namespace, Tier tier, int needed) {
        return tier == Tier.STANDARD && needed <= ThroughputUnits.MOST
                ? List.of(
                        Change.set(namespace, "isAutoInflateEnabled", true),
                        Change.set(namespace, "maximumThroughputUnits", needed))
                : List.of();
    }
}
