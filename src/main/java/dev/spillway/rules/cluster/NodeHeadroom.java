package dev.spillway.rules.cluster;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Fact;
import dev.spillway.view.PoolView;

/** Flags pools that scale in name only. */
public final class NodeHeadroom extends ListedRule<PoolView> {
    static final Parameter<Integer> HEADROOM =
            Parameter.whole("headroomNodes", 2, "nodes that the pool has to be able to add");

    public NodeHeadroom() {
        super(
                RuleCard.named("AK-004", "node-headroom")
                        .severity(Severity.HIGH)
                        .level(Level.ADVISORY)
                        .judges("pool of nodes")
                        .summary("The pool is at its ceiling already")
                        .loses(
                                "The autoscaler of nodes has nowhere to go: pods of a burst stay pending, and what they were to send "
                                        + "is dropped elsewhere")
                        .fix(FixClass.IN_PLACE, "Raise maxCount to {headroomNodes} nodes above the count")
                        .parameters(HEADROOM)
                        .reach(Reach.ALONE)
                        .build(),
                topology -> topology.clusters().pools());
    }

    @Override
    public Verdict check(PoolView pool, Context context) {
        return Verdict.on(
                pool,
                pool.autoscales(),
                on -> on
                        ? Verdict.on(pool, pool.maximumCount(), most -> judge(pool, most, context))
                        : Verdict.notApplicable("the pool does not scale: AK-003 speaks"));
    }

    private static Verdict judge(PoolView pool, int most, Context context) {
        int headroom = context.get(HEADROOM);
        Fact<Integer> count = pool.count();
        if (count.isUnknown() || !pool.minimumCount().isKnown()) {
            return Verdict.unknown(pool, pool.minimumCount(), count.orDefault(0));
        }
        int fewest = pool.minimumCount().value();
        int wanted = Math.max(fewest + 1, count.orDefault(0).value() + (count.isKnown() ? headroom : 0));
        return most >= wanted
                ? Verdict.pass()
                : Verdict.violation(
                                pool.path("maxCount"),
                                Figures.count(most, "node") + ", from " + fewest
                                        + (count.isKnown() ? " and with " + count.value() + " now" : ""),
                                "at least " + Figures.count(wanted, "node"))
                        .withChanges(Change.set(pool, pool.path("maxCount"), wanted));
    }
}
