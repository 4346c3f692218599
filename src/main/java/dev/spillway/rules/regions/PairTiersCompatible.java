package dev.spillway.rules.regions;

import dev.spillway.facts.Tier;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Fact;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.PairView;
import java.util.Map;
import java.util.Set;

/** Flags pairs that Azure refuses, or that fail over to a smaller service. */
public final class PairTiersCompatible extends ListedRule<PairView> {
    private static final Map<Tier, Set<Tier>> PARTNERS = Map.of(
            Tier.BASIC, Set.of(),
            Tier.STANDARD, Set.of(Tier.STANDARD, Tier.DEDICATED),
            Tier.PREMIUM, Set.of(Tier.PREMIUM),
            Tier.DEDICATED, Set.of(Tier.DEDICATED));

    public PairTiersCompatible() {
        super(
                RuleCard.named("DR-003", "pair-tiers-compatible")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("pair of namespaces")
                        .summary("The tiers of the pair do not fit")
                        .loses(
                                "Azure refuses the pair, so there is none when the region fails; or it fails over to a service that "
                                        + "takes in less")
                        .fix(FixClass.NONE, "Create the partner in the tier of the primary")
                        .build(),
                topology -> topology.regions().pairs());
    }

    @Override
    public Verdict check(PairView pair, Context context) {
        return Sides.judge(
                pair,
                (primary, partner) -> Verdict.on(
                        primary,
                        primary.tier(),
                        tier -> Verdict.on(partner, partner.tier(), other -> fits(primary, tier, partner, other))));
    }

    private static Verdict fits(NamespaceView primary, Tier tier, NamespaceView partner, Tier other) {
        if (!PARTNERS.getOrDefault(tier, Set.of()).contains(other)) {
            return Verdict.violation(
                    "partnerNamespace",
                    tier.azureName() + " with a partner in " + other.azureName(),
                    tier == Tier.BASIC ? "a tier that can be paired" : "a partner in " + tier.azureName());
        }
        Fact<String> cluster = primary.clusterId();
        return cluster.isKnown()
                        && cluster.value()
                                .equals(partner.clusterId().whenKnown().orElse(""))
                ? Verdict.violation(
                        "partnerNamespace", "both sides in one Dedicated cluster", "a partner in another cluster")
                : Verdict.pass();
    }
}
