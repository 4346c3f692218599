package dev.spillway.rules.options;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Gap;
import dev.spillway.view.NamespaceView;
import java.util.List;

/** Flags declarations that would take back throughput units that auto-inflate has added. */
public final class InflateNotReverted extends ListedRule<NamespaceView> {
    private static final String CAPACITY = "sku.capacity";

    private static final RuleCard CARD = RuleCard.named("PU-003", "inflate-not-reverted")
            .severity(Severity.HIGH)
            .level(Level.ADVISORY)
            .judges("Event Hubs namespace")
            .summary("The next deployment shrinks what auto-inflate grew")
            .loses(
                    "Auto-inflate never shrinks, a deployment does: it sets the units back to the declared number, and the load "
                            + "that made them grow is refused")
            .fix(FixClass.NONE, "Declare a sku.capacity that is not below what the namespace has now")
            .neverExcepted()
            .build();

    public InflateNotReverted() {
        super(CARD, EventTopology::namespaces);
    }

    @Override
    public Verdict check(NamespaceView namespace, Context context) {
        return Verdict.on(
                namespace,
                namespace.autoInflate(),
                on -> on
                        ? Verdict.on(namespace, namespace.capacity(), declared -> compare(namespace, declared, context))
                        : Verdict.notApplicable("auto-inflate is off"));
    }

    private static Verdict compare(NamespaceView namespace, int declared, Context context) {
        if (!context.deployed().isKnown()) {
            return unknown(namespace, "the deployed number of units is not at hand");
        }
        return context.deployed()
                .find(namespace.urn())
                .map(running -> running.capacity()
                        .whenKnown()
                        .map(units -> compare(namespace, declared, units))
                        .orElseGet(
                                () -> unknown(namespace, "the deployed state does not say how many units there are")))
                .orElseGet(() -> Verdict.notApplicable("it is not deployed yet"));
    }

    private static Verdict unknown(NamespaceView namespace, String why) {
        return Verdict.unknown(List.of(new Gap(namespace.urn(), namespace.name(), CAPACITY, why)));
    }

    private static Verdict compare(NamespaceView namespace, int declared, int running) {
        return declared >= running
                ? Verdict.pass()
                : Verdict.violation(
                                CAPACITY,
                                Figures.count(declared, "unit") + " declared, " + running + " deployed",
                                "at least " + Figures.count(running, "unit"))
                        .withChanges(Change.set(namespace, CAPACITY, running));
    }
}
