package dev.spillway.rules.cluster;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.PoolView;

/** Flags system pools that the loss of one node cripples. */
public final class SystemPoolSize extends ListedRule<PoolView> {
    static final Parameter<Integer> MINIMUM = Parameter.whole("minNodes", 3, "fewest nodes of a system pool");

    public SystemPoolSize() {
        super(
                RuleCard.named("AK-005", "system-pool-size")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("pool of nodes")
                        .summary("The system pool has too few nodes")
                        .loses(
                                "With one node gone DNS, metrics server and scaler crowd onto the rest or stop: nothing scales, and "
                                        + "clients do not find the hub")
                        .fix(FixClass.IN_PLACE, "Keep {minNodes} nodes in a system pool")
                        .parameters(MINIMUM)
                        .reach(Reach.ALONE)
                        .build(),
                topology -> topology.clusters().pools());
    }

    @Override
    public Verdict check(PoolView pool, Context context) {
        return Verdict.on(
                pool,
                pool.isSystem(),
                system -> system
                        ? PoolSize.judge(pool, context.get(MINIMUM))
                        : Verdict.notApplicable("it is a pool of users"));
    }
}
