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

/** Flags consumers that may not read. */
public final class ReceiverHasRight extends ListedRule<WorkloadView> {
    public ReceiverHasRight() {
        super(
                RuleCard.named("CX-018", "receiver-has-right")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("consumer")
                        .summary("The consumer may not read")
                        .loses(
                                "The identity of its pods has no role on the hub: nothing is read, and the retention deletes what came "
                                        + "in")
                        .fix(FixClass.NONE, "Give the identity the role Azure Event Hubs Data Receiver on the hub")
                        .build(),
                topology -> topology.workloads(Role.CONSUMER));
    }

    @Override
    public Verdict check(WorkloadView consumer, Context context) {
        return HubRight.judge(consumer, DataRight.READ_FROM_HUB, context);
    }
}
