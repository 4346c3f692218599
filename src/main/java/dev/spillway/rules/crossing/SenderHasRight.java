package dev.spillway.rules.crossing;

import dev.spillway.facts.DataRight;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Role;
import dev.spillway.view.WorkloadView;

/** Flags producers that may not send. */
public final class SenderHasRight extends ListedRule<WorkloadView> {
    public SenderHasRight() {
        super(
                RuleCard.named("CX-017", "sender-has-right")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("producer")
                        .summary("The producer may not send")
                        .loses(
                                "The identity of its pods has no role on the hub: every send is refused, from the first event on")
                        .fix(FixClass.NONE, "Give the identity the role Azure Event Hubs Data Sender on the hub")
                        .build(),
                topology -> topology.workloads(Role.PRODUCER));
    }

    @Override
    public Verdict check(WorkloadView producer, Context context) {
        return HubRight.judge(producer, DataRight.SEND_TO_HUB, context);
    }
}
