package dev.spillway.rules.regions;

import dev.spillway.rule.Verdict;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.PairView;
import java.util.function.BiFunction;

/** Both sides of a pair, or what keeps one of them from being known. */
final class Sides {
    private Sides() {}

    static Verdict judge(PairView pair, BiFunction<NamespaceView, NamespaceView, Verdict> judge) {
        return Verdict.on(
                pair,
                pair.knownPrimary(),
                primary -> Verdict.on(pair, pair.knownPartner(), partner -> judge.apply(primary, partner)));
    }
}
