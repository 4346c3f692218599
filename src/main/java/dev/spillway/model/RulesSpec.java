package dev.spillway.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a stack wants of the rules; whether there are such rules is for those who know them to say.
 *
 * @param profile empty where none is given
 * @param settings rule to level, or to a mapping of level and parameters
 * @param facts resource to what is known of it
 * @param exceptions each a mapping, as it was written
 */
public record RulesSpec(
        Optional<RuleProfile> profile,
        Map<String, Object> settings,
        Map<String, Object> facts,
        List<Object> exceptions) {
    /** Nothing but a profile. */
    public static RulesSpec of(RuleProfile profile) {
        return new RulesSpec(Optional.of(profile), Map.of(), Map.of(), List.of());
    }

    public RulesSpec {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        exceptions = List.copyOf(exceptions);
    }

    /** What judges where nothing is said. */
    public RuleProfile profileOrBaseline() {
        return profile.orElse(RuleProfile.BASELINE);
    }
}
