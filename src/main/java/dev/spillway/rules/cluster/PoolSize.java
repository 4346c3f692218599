package dev.spillway.rules.cluster;

import dev.spillway.rule.Change;
import dev.spillway.rule.Figures;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Fact;
import dev.spillway.view.PoolView;
import java.util.List;

/** The fewest nodes of a pool against a floor. */
final class PoolSize {
    private PoolSize() {}

    static Verdict judge(PoolView pool, int wanted) {
        Fact<Integer> fewest = pool.fewestNodes();
        return Verdict.on(
                pool,
                fewest,
                seen -> seen >= wanted
                        ? Verdict.pass()
                        : Verdict.violation(
                                        fewest.path(),
                                        Figures.count(seen, "node"),
                                        "at least " + Figures.count(wanted, "node"))
                                .withChanges(grow(pool, fewest.path(), wanted)));
    }

    /** A minimum above the maximum would be refused, so the maximum goes up with it. */
    private static List<Change> grow(PoolView pool, String path, int wanted) {
        Change floor = Change.set(pool, path, wanted);
        boolean isCapped = pool.autoscales().whenKnown().orElse(false)
                && pool.maximumCount().whenKnown().filter(most -> most < wanted).isPresent();
        return isCapped ? List.of(floor, Change.set(pool, pool.path("maxCount"), wanted)) : List.of(floor);
    }
}
