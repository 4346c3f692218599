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

/** Flags user pools that the loss of one node empties. */
public final class UserPoolSize extends ListedRule<PoolView> {
    static final Parameter<Integer> MINIMUM = Parameter.whole("minNodes", 2, "fewest nodes of a user pool");

    public UserPoolSize() {
        super(
                RuleCard.named("AK-006", "user-pool-size")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("pool of nodes")
                        .summary("The loss of one node stops the workloads")
                        .loses(
                                "When the only node goes, every pod on it goes with what it held, and a new node takes minutes")
                        .fix(FixClass.IN_PLACE, "Keep {minNodes} nodes in a user pool")
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
                system -> system ? Verdict.notApplicable("it is a system pool") : users(pool, context));
    }

    private static Verdict users(PoolView pool, Context context) {
        return Verdict.on(
                pool,
                pool.isSpot(),
                spot -> spot
                        ? Verdict.notApplicable("Spot nodes come and go: AK-008 speaks")
                        : PoolSize.judge(pool, context.get(MINIMUM)));
    }
}
