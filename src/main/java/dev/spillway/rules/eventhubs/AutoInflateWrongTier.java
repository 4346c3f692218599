package dev.spillway.rules.eventhubs;

import dev.spillway.facts.Tier;
import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.NamespaceView;

/** Flags namespaces that are told to inflate and cannot. */
public final class AutoInflateWrongTier extends ListedRule<NamespaceView> {
    private static final String SWITCH = "isAutoInflateEnabled";

    public AutoInflateWrongTier() {
        super(
                RuleCard.named("EH-004", "auto-inflate-wrong-tier")
                        .severity(Severity.MEDIUM)
                        .level(Level.ADVISORY)
                        .judges("Event Hubs namespace")
                        .summary("Auto-inflate is on where it has no effect")
                        .loses(
                                "Only Standard inflates: the owner believes that a burst is taken in, and it is refused until "
                                        + "retries run out")
                        .fix(
                                FixClass.NONE,
                                "Switch auto-inflate off and buy the units that a burst needs, or choose Standard")
                        .reach(Reach.ALONE)
                        .build(),
                EventTopology::namespaces);
    }

    @Override
    public Verdict check(NamespaceView namespace, Context context) {
        return Verdict.on(
                namespace,
                namespace.tier(),
                tier -> tier == Tier.STANDARD
                        ? Verdict.pass()
                        : Verdict.on(
                                namespace,
                                namespace.autoInflate(),
                                on -> on ? wrong(namespace, tier) : Verdict.pass()));
    }

    private static Verdict wrong(NamespaceView namespace, Tier tier) {
        return Verdict.violation(SWITCH, "on in tier " + tier.azureName(), "off, or tier Standard")
                .withChanges(Change.set(namespace, SWITCH, false));
    }
}
