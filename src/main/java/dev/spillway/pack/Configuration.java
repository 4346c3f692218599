package dev.spillway.pack;

import dev.spillway.judge.Choices;
import dev.spillway.judge.Profile;
import dev.spillway.rule.Level;
import dev.spillway.rule.RuleCard;
import java.util.Set;

/**
 * What the user of the pack decided.
 *
 * @param remediated ids of the rules whose findings are to be changed away
 * @param forecast what a forecast loss does to the change
 */
record Configuration(Choices choices, Set<String> remediated, Level forecast) {
    static final Configuration STANDARD = new Configuration(Choices.of(Profile.BASELINE), Set.of(), Level.ADVISORY);

    Configuration {
        remediated = Set.copyOf(remediated);
    }

    boolean remediates(RuleCard card) {
        return remediated.contains(card.id());
    }
}
