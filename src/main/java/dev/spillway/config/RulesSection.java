package dev.spillway.config;

import dev.spillway.model.RuleProfile;
import dev.spillway.model.RulesSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The keys of {@code rules}. */
final class RulesSection {
    private static final int MOST_ENTRIES = 1000;

    private static final Keys KEYS = new Keys("rules");
    private static final Key<RuleProfile> PROFILE =
            KEYS.optional("profile", ChoiceForm.of("a rule profile", RuleProfile::key, List.of(RuleProfile.values())));

    private static final Key<Map<String, Answer<Object>>> SETTINGS = KEYS.optional(
            "settings",
            new NamedForm<>(
                    "a mapping of rules",
                    Names.ANY,
                    MOST_ENTRIES,
                    new PlainForm("a level", "a level, or a mapping of level and parameters")));
    private static final Key<Map<String, Answer<Object>>> FACTS = KEYS.optional(
            "facts",
            new NamedForm<>(
                    "a mapping of resources",
                    Names.ANY,
                    MOST_ENTRIES,
                    new PlainForm("a mapping of facts", "facts such as role and hub")));

    static final Form<List<Object>> EXCEPTIONS = new ListForm<>(
            "a list of exceptions",
            "a list of rule, resource, reason, owner, ticket and expires, or [] for none",
            new PlainForm("an exception", "rule, resource, reason, owner, ticket and expires"),
            MOST_ENTRIES,
            Function.identity());

    static final Form<RulesSection> FORM = KEYS.as("a choice of rules", RulesSection::new);

    private final Fields fields;

    private RulesSection(Fields fields) {
        this.fields = fields;
    }

    /** What a stack wants of the rules, which need have neither section. */
    static RulesSpec spec(Answer<RulesSection> section, Answer<List<Object>> exceptions) {
        return new RulesSpec(
                section.held().flatMap(rules -> rules.fields.get(PROFILE).held()),
                plain(section, SETTINGS),
                plain(section, FACTS),
                exceptions.held().orElse(List.of()));
    }

    private static Map<String, Object> plain(Answer<RulesSection> section, Key<Map<String, Answer<Object>>> key) {
        Map<String, Object> plain = new LinkedHashMap<>();
        section.held()
                .flatMap(rules -> rules.fields.get(key).held())
                .ifPresent(all -> all.forEach((name, answer) -> plain.put(name, answer.value())));
        return plain;
    }
}
