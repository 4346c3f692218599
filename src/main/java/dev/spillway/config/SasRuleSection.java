package dev.spillway.config;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.model.SasRule;
import dev.spillway.model.SasRule.Right;
import java.util.List;
import java.util.Map;

/** The keys of one shared access rule. */
final class SasRuleSection {
    static final Keys KEYS = new Keys("eventHubs.*.sasRules.*");
    private static final Key<List<Right>> RIGHTS = KEYS.required(
            "rights",
            new ListForm<>(
                    "a list of rights",
                    "a list such as [Send]",
                    ChoiceForm.of("a right", Right::azureName, List.of(Right.values())),
                    Right.values().length,
                    right -> right));

    static final Form<Map<String, Answer<List<Right>>>> RULES = new NamedForm<>(
            "a mapping of rules",
            Names.CONSUMER_GROUP,
            TierLimits.of(Tier.STANDARD).sasRules(),
            KEYS.as("a shared access rule", fields -> fields.get(RIGHTS).held().orElse(List.of())));

    private SasRuleSection() {}

    static List<SasRule> rules(Answer<Map<String, Answer<List<Right>>>> answer) {
        return answer.held().orElse(Map.of()).entrySet().stream()
                .map(rule -> new SasRule(rule.getKey(), rule.getValue().held().orElse(List.of())))
                .toList();
    }
}
