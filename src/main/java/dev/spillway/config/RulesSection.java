package dev.spillway.config;

import dev.spillway.model.RuleProfile;
import java.util.List;

/** The keys of {@code rules}. */
final class RulesSection {
    private static final Keys KEYS = new Keys("rules");
    private static final Key<RuleProfile> PROFILE =
            KEYS.optional("profile", ChoiceForm.of("a rule profile", RuleProfile::key, List.of(RuleProfile.values())));

    static final Form<RulesSection> FORM = KEYS.as("a choice of rules", RulesSection::new);

    private final Fields fields;

    private RulesSection(Fields fields) {
        this.fields = fields;
    }

    /** The profile of a stack, which need not have the section. */
    static RuleProfile profile(Answer<RulesSection> section) {
        return section.held().flatMap(rules -> rules.fields.get(PROFILE).held()).orElse(RuleProfile.BASELINE);
    }
}
