package dev.spillway.rules.options;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.Pillar;
import dev.spillway.rule.Reach;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.ResourceOptions;
import dev.spillway.view.StatefulView;
import java.util.List;

/** Flags resources that hold events and that one wrong command would delete. */
public final class ProtectStateful implements Rule<StatefulView> {
    private static final String DEV = "dev";
    private static final String PROTECT = "options.protect";

    private static final RuleCard CARD = RuleCard.named("PU-001", "protect-stateful")
            .severity(Severity.HIGH)
            .level(Level.MANDATORY)
            .judges("resource that holds events")
            .summary("One wrong destroy deletes the events")
            .loses(
                    "Deleting or replacing a namespace or hub deletes every event in it, and nothing asks before it does")
            .fix(FixClass.NONE, "Set the resource option protect to true")
            .pillar(Pillar.OPERATIONS)
            .reach(Reach.UPSTREAM)
            .build();

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<StatefulView> subjects(EventTopology topology) {
        return topology.stateful();
    }

    @Override
    public Verdict check(StatefulView stateful, Context context) {
        if (stateful.resource().options().protect()) {
            return Verdict.pass();
        }
        Fact<String> profile = stateful.sizingProfile();
        return profile.isAbsent()
                ? unprotected(stateful)
                : Verdict.on(
                        stateful,
                        profile,
                        name -> name.equals(DEV)
                                ? Verdict.notApplicable("sizing profile dev: its resources are made to be thrown away")
                                : unprotected(stateful));
    }

    private static Verdict unprotected(StatefulView stateful) {
        if (stateful.resource().options().equals(ResourceOptions.NOT_TOLD)) {
            return Verdict.unknown(
                    List.of(new Gap(stateful.urn(), stateful.name(), PROTECT, "not told by the engine")));
        }
        return Verdict.violation(PROTECT, "false", "true");
    }
}
