package dev.spillway.rules.eventhubs;

import dev.spillway.rule.Context;
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

/** Flags namespaces of a tier that cannot keep events through an ordinary incident. */
public final class TierNotBasic extends ListedRule<NamespaceView> {
    static final Parameter<List<String>> ALLOWED =
            Parameter.texts("allowedTiers", List.of("Standard", "Premium", "Dedicated"), "tiers that may be used");

    private static final RuleCard CARD = RuleCard.named("EH-001", "tier-not-basic")
            .severity(Severity.HIGH)
            .level(Level.MANDATORY)
            .judges("Event Hubs namespace")
            .summary("Namespace has a tier that forgets after one day")
            .loses("Basic keeps events for 24 hours, for one consumer group, without capture, auto-inflate or pairing: "
                    + "whatever is not read within a day is gone")
            .fix(FixClass.NONE, "Create the namespace anew as Standard or higher; a tier cannot be changed in place")
            .parameters(ALLOWED)
            .reach(Reach.ALONE)
            .build();

    public TierNotBasic() {
        super(CARD, EventTopology::namespaces);
    }

    @Override
    public Verdict check(NamespaceView namespace, Context context) {
        List<String> allowed = context.get(ALLOWED);
        return Verdict.on(
                namespace,
                namespace.tier(),
                tier -> allowed.contains(tier.azureName())
                        ? Verdict.pass()
                        : Verdict.violation(namespace.tier().path(), tier.azureName(), String.join(" or ", allowed)));
    }
}
