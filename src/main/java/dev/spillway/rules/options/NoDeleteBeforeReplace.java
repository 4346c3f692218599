package dev.spillway.rules.options;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Pillar;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Gap;
import dev.spillway.view.ResourceOptions;
import dev.spillway.view.StatefulView;
import java.util.List;

/** Flags resources that a replacement deletes before it makes their successor. */
public final class NoDeleteBeforeReplace extends ListedRule<StatefulView> {
    private static final String OPTION = "options.deleteBeforeReplace";

    public NoDeleteBeforeReplace() {
        super(
                RuleCard.named("PU-002", "no-delete-before-replace")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("resource that holds events")
                        .summary("A replacement deletes the events first")
                        .loses(
                                "A change that replaces the resource deletes it with every event in it, before there is a successor to "
                                        + "send to or to copy into")
                        .fix(FixClass.NONE, "Take the resource option deleteBeforeReplace away")
                        .pillar(Pillar.OPERATIONS)
                        .reach(Reach.ALONE)
                        .build(),
                EventTopology::stateful);
    }

    @Override
    public Verdict check(StatefulView stateful, Context context) {
        ResourceOptions options = stateful.resource().options();
        if (options.deleteBeforeReplace()) {
            return Verdict.violation(OPTION, "true", "false");
        }
        return options.equals(ResourceOptions.NOT_TOLD)
                ? Verdict.unknown(List.of(new Gap(stateful.urn(), stateful.name(), OPTION, "not told by the engine")))
                : Verdict.pass();
    }
}
