package dev.spillway.pack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.intake.StructReader;
import dev.spillway.judge.PolicyReader;
import dev.spillway.judge.PolicySettings;
import dev.spillway.judge.PolicySource;
import dev.spillway.judge.PolicySource.Kind;
import dev.spillway.judge.WrongPolicy;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/** Hands what the engine's {@code --policy-pack-config} says to the reader of policies. */
final class ConfigurationReader {
    private ConfigurationReader() {}

    /** The engine ignores a policy that does not exist, and so would switch nothing off and say nothing: we refuse it. */
    static PolicySettings read(List<? extends Rule<?>> rules, Map<String, PolicyConfig> given) {
        ObjectNode entries = JsonNodeFactory.instance.objectNode();
        given.forEach((name, config) -> entries.set(name, entry(config)));
        try {
            PolicySettings settings = PolicyReader.read(
                    rules.stream().<RuleCard>map(Rule::card).toList(),
                    List.of(new PolicySource(Kind.ENGINE, "", entries)));
            return remediating(settings, rules);
        } catch (WrongPolicy wrong) {
            throw new UnusableConfiguration(wrong.problems());
        }
    }

    /** Without those that cannot be remediated in the engine. */
    private static PolicySettings remediating(PolicySettings settings, List<? extends Rule<?>> rules) {
        Set<String> able = new HashSet<>();
        rules.stream().map(Rule::card).filter(Policy::canRemediate).forEach(card -> able.add(card.id()));
        able.retainAll(settings.remediated());
        return new PolicySettings(settings.choices(), able, settings.forecast(), settings.waivers(), settings.facts());
    }

    private static ObjectNode entry(PolicyConfig config) {
        ObjectNode entry = config.hasProperties()
                ? StructReader.read(config.getProperties())
                : JsonNodeFactory.instance.objectNode();
        EnforcementLevel level = config.getEnforcementLevel();
        return entry.put("enforcementLevel", level.name().toLowerCase(Locale.ROOT));
    }
}
