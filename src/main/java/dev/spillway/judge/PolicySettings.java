package dev.spillway.judge;

import dev.spillway.rule.Level;
import dev.spillway.rule.RuleCard;
import java.util.List;
import java.util.Set;

/**
 * What a user decided about the rules.
 *
 * @param remediated ids of the rules whose findings are to be changed away
 * @param forecast what a forecast loss does to the change
 * @param waivers the exceptions, from wherever they are written but for annotations
 * @param facts what is known of workloads that do not say it themselves
 */
public record PolicySettings(
        Choices choices, Set<String> remediated, Level forecast, List<Waiver> waivers, List<FactOverride> facts) {
    public static final PolicySettings STANDARD = of(Profile.BASELINE);

    public PolicySettings {
        remediated = Set.copyOf(remediated);
        waivers = List.copyOf(waivers);
        facts = List.copyOf(facts);
    }

    public static PolicySettings of(Profile profile) {
        return new PolicySettings(Choices.of(profile), Set.of(), Level.ADVISORY, List.of(), List.of());
    }

    public boolean remediates(RuleCard card) {
        return remediated.contains(card.id());
    }
}
