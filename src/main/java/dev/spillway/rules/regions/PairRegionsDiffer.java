package dev.spillway.rules.regions;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Gap;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.PairView;
import dev.spillway.view.RegionTopology;
import java.util.stream.Stream;

/** Flags pairs whose sides fail together. */
public final class PairRegionsDiffer extends ListedRule<PairView> {
    public PairRegionsDiffer() {
        super(
                RuleCard.named("DR-002", "pair-regions-differ")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("pair of namespaces")
                        .summary("Both sides of the pair are in one region")
                        .loses(
                                "The outage that takes the primary takes the secondary too: the alias leads nowhere and every send "
                                        + "fails")
                        .fix(FixClass.NONE, "Create the partner namespace in another region")
                        .build(),
                topology -> topology.regions().pairs());
    }

    @Override
    public Verdict check(PairView pair, Context context) {
        return Sides.judge(
                pair,
                (primary, partner) -> Verdict.whenKnown(
                        Stream.concat(
                                        Gap.in(primary, primary.location()).stream(),
                                        Gap.in(partner, partner.location()).stream())
                                .toList(),
                        () -> judge(primary, partner)));
    }

    private static Verdict judge(NamespaceView primary, NamespaceView partner) {
        return RegionTopology.areApart(primary.location(), partner.location()).value()
                ? Verdict.pass()
                : Verdict.violation(
                        "partnerNamespace",
                        primary.name() + " and " + partner.name() + " in "
                                + primary.location().value(),
                        "a partner in another region");
    }
}
