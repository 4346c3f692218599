package dev.spillway.rules.eventhubs;

import dev.spillway.facts.Tier;
import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.NamespaceView;
import java.util.List;

/** Flags Standard namespaces that cannot buy throughput units by themselves when a burst comes. */
public final class AutoInflateOn extends ListedRule<NamespaceView> {
    static final Parameter<List<String>> EXEMPT =
            Parameter.texts("exemptNamespaces", List.of(), "namespaces with a fixed size on purpose, by name");

    private static final String SWITCH = "isAutoInflateEnabled";

    private static final RuleCard CARD = RuleCard.named("EH-002", "auto-inflate-on")
            .severity(Severity.HIGH)
            .level(Level.MANDATORY)
            .judges("Event Hubs namespace")
            .summary("Namespace cannot grow with a burst")
            .loses("A burst above the bought units is refused, and events are gone when the producers' retries run out")
            .fix(FixClass.IN_PLACE, "Set isAutoInflateEnabled to true and maximumThroughputUnits to what a burst needs")
            .parameters(EXEMPT)
            .reach(Reach.UPSTREAM)
            .build();

    public AutoInflateOn() {
        super(CARD, EventTopology::namespaces);
    }

    @Override
    public Verdict check(NamespaceView namespace, Context context) {
        if (namespace
                .azureName()
                .whenKnown()
                .filter(context.get(EXEMPT)::contains)
                .isPresent()) {
            return Verdict.notApplicable("exempt: its size is fixed on purpose");
        }
        return Verdict.on(
                namespace,
                namespace.tier(),
                tier -> tier == Tier.STANDARD
                        ? Verdict.on(
                                namespace, namespace.autoInflate(), on -> on ? Verdict.pass() : off(namespace, context))
                        : Verdict.notApplicable(tier.azureName() + " has no auto-inflate"));
    }

    private static Verdict off(NamespaceView namespace, Context context) {
        return namespace
                .capacity()
                .whenKnown()
                .map(capacity -> off(namespace, capacity, context))
                .orElseGet(() -> Verdict.violation(SWITCH, "off", "on"));
    }

    private static Verdict.Violation off(NamespaceView namespace, int capacity, Context context) {
        int ceiling = InflateCeiling.advised(namespace, capacity, context);
        Verdict.Violation violation = Verdict.violation(
                SWITCH,
                "off, fixed at " + Figures.count(capacity, "throughput unit"),
                "on, up to " + ceiling + " units");
        Change on = Change.set(namespace, SWITCH, true);
        return hasCeiling(namespace, capacity)
                ? violation.withChanges(on)
                : violation.withChanges(on, Change.set(namespace, "maximumThroughputUnits", ceiling));
    }

    /** Azure wants the ceiling to be 0 while auto-inflate is off, which is no ceiling to keep. */
    private static boolean hasCeiling(NamespaceView namespace, int capacity) {
        return namespace
                .maximumThroughputUnits()
                .whenKnown()
                .filter(units -> units >= capacity)
                .isPresent();
    }
}
