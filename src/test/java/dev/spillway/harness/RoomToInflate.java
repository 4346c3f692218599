package dev.spillway.harness;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Reach;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.NamespaceView;
import java.util.List;

/** A namespace starts with enough units for the minute that auto-inflate takes to react. */
public final class RoomToInflate implements Rule<NamespaceView> {
    static final Parameter<Integer> FEWEST = Parameter.whole("fewest", 2, "least number of units to start with");

    private static final RuleCard CARD = RuleCard.named("EH-901", "room-to-inflate")
            .severity(Severity.HIGH)
            .level(Level.MANDATORY)
            .judges("Event Hubs namespace")
            .summary("Namespace starts with too few units")
            .loses("Until auto-inflate has reacted, what exceeds the units is refused, and lost when clients give up")
            .fix(FixClass.IN_PLACE, "Start with {fewest} units")
            .reach(Reach.ALONE)
            .parameters(FEWEST)
            .build();

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<NamespaceView> subjects(EventTopology topology) {
        return topology.namespaces();
    }

    @Override
    public Verdict check(NamespaceView namespace, Context context) {
        return Verdict.on(
                namespace,
                namespace.capacity(),
                units -> units >= context.get(FEWEST)
                        ? Verdict.pass()
                        : Verdict.violation("sku.capacity", units + " units", context.get(FEWEST) + " units"));
    }
}
