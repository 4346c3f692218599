package dev.spillway.rules.cluster;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.ClusterView;

/** Flags clusters whose control plane nobody vouches for. */
public final class PaidTier extends ListedRule<ClusterView> {
    private static final String TIER = "sku.tier";

    public PaidTier() {
        super(
                RuleCard.named("AK-001", "paid-tier")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("AKS cluster")
                        .summary("The control plane has no SLA")
                        .loses(
                                "While the control plane is down or slow no pod is added: a burst meets the fleet of before, and "
                                        + "what it cannot send is dropped")
                        .fix(FixClass.IN_PLACE, "Choose tier Standard or Premium")
                        .reach(Reach.ALONE)
                        .build(),
                topology -> topology.clusters().clusters());
    }

    @Override
    public Verdict check(ClusterView cluster, Context context) {
        return Verdict.on(
                cluster,
                cluster.tier(),
                tier -> tier.equals("Free")
                        ? Verdict.violation(TIER, "Free", "Standard or Premium")
                                .withChanges(
                                        Change.set(cluster, "sku.name", "Base"), Change.set(cluster, TIER, "Standard"))
                        : Verdict.pass());
    }
}
