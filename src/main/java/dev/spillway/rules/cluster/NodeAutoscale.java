package dev.spillway.rules.cluster;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.ClusterView;
import dev.spillway.view.Fact;
import dev.spillway.view.PoolView;

/** Flags pools that no burst can make larger. */
public final class NodeAutoscale extends ListedRule<PoolView> {
    public NodeAutoscale() {
        super(
                RuleCard.named("AK-003", "node-autoscale")
                        .severity(Severity.HIGH)
                        .level(Level.ADVISORY)
                        .judges("pool of nodes")
                        .summary("No node is added when pods need one")
                        .loses(
                                "The autoscaler asks for pods that no node has room for: they stay pending, and the burst meets the "
                                        + "fleet of before")
                        .fix(FixClass.NONE, "Let the pool scale between two counts, or let AKS provision nodes")
                        .reach(Reach.UPSTREAM)
                        .build(),
                topology -> topology.clusters().pools());
    }

    @Override
    public Verdict check(PoolView pool, Context context) {
        return Verdict.on(pool, pool.autoscales(), on -> on ? Verdict.pass() : fixed(pool));
    }

    private static Verdict fixed(PoolView pool) {
        Fact<Boolean> provisions =
                pool.cluster().then(ClusterView::provisionsNodes).orDefault(false);
        return Verdict.on(
                pool,
                provisions,
                byItself -> byItself
                        ? Verdict.pass()
                        : Verdict.on(
                                pool,
                                pool.isIsolated(),
                                isolated -> isolated
                                        ? Verdict.notApplicable("only add-ons of the system run there")
                                        : Verdict.violation(
                                                pool.path("enableAutoScaling"),
                                                "false",
                                                "true, with minCount and maxCount")));
    }
}
