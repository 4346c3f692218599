package dev.spillway.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Struct;
import dev.spillway.intake.StructReader;
import dev.spillway.judge.Choices;
import dev.spillway.judge.Profile;
import dev.spillway.rule.Level;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/** Reads what the engine's {@code --policy-pack-config} says, and collects everything that is wrong with it. */
final class ConfigurationReader {
    private static final String ALL = "all";
    private static final double CLOSE = 0.85;

    private final List<RuleCard> cards;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> remediated = new HashSet<>();
    private Choices choices = Choices.of(Profile.BASELINE);
    private Level forecast = Level.ADVISORY;

    private ConfigurationReader(List<RuleCard> cards) {
        this.cards = cards;
    }

    /** The engine ignores a policy that does not exist, and so would switch nothing off and say nothing: we refuse it. */
    static Configuration read(List<? extends Rule<?>> rules, Map<String, PolicyConfig> given) {
        ConfigurationReader reader =
                new ConfigurationReader(rules.stream().map(Rule::card).toList());
        Map<String, PolicyConfig> sorted = new TreeMap<>(given);
        Optional.ofNullable(sorted.remove(ALL)).ifPresent(reader::all);
        // The engine always sends what the pack publishes; what a user calls by id or name alone comes after and wins.
        reader.cards.forEach(card -> Optional.ofNullable(sorted.remove(Policy.name(card)))
                .ifPresent(config -> reader.rule(Policy.name(card), card, config)));
        sorted.forEach(reader::named);
        if (!reader.problems.isEmpty()) {
            throw new UnusableConfiguration(reader.problems);
        }
        return new Configuration(reader.choices, reader.remediated, reader.forecast);
    }

    private void all(PolicyConfig config) {
        properties(config)
                .fieldNames()
                .forEachRemaining(key -> problem(ALL, key + " is a parameter of no rule, give a level alone"));
        cards.forEach(card -> level(ALL, card, config.getEnforcementLevel()));
        forecast(ALL, config);
    }

    private void named(String name, PolicyConfig config) {
        if (name.equals(Policy.FORECAST)) {
            properties(config)
                    .fieldNames()
                    .forEachRemaining(key -> problem(name, key + " is no parameter, there is none"));
            forecast(name, config);
            return;
        }
        cards.stream()
                .filter(card -> Policy.isCalled(card, name))
                .findFirst()
                .ifPresentOrElse(
                        card -> rule(name, card, config), () -> problem(name, "there is no such policy" + hint(name)));
    }

    private void forecast(String name, PolicyConfig config) {
        level(name, config.getEnforcementLevel()).ifPresent(level -> forecast = level);
    }

    private void rule(String name, RuleCard card, PolicyConfig config) {
        level(name, card, config.getEnforcementLevel());
        Settings settings = choices.settings(card);
        for (Map.Entry<String, JsonNode> property : properties(config).properties()) {
            Optional<Parameter<?>> parameter = card.parameters().stream()
                    .filter(known -> known.key().equals(property.getKey()))
                    .findFirst();
            if (parameter.isEmpty()) {
                problem(name, property.getKey() + " is no parameter of this rule, " + known(card));
            } else if (!property.getValue().isNull()) {
                settings = set(name, settings, parameter.get(), property.getValue());
            }
        }
        choices = choices.with(card, settings);
    }

    private void level(String name, RuleCard card, EnforcementLevel given) {
        level(name, given).ifPresent(level -> choices = choices.with(card, level));
        if (given == EnforcementLevel.REMEDIATE && Policy.canRemediate(card)) {
            remediated.add(card.id());
        } else {
            remediated.remove(card.id());
        }
    }

    /** What remediation leaves is mandatory, as in Pulumi's own packs. */
    private Optional<Level> level(String name, EnforcementLevel given) {
        return switch (given) {
            case ADVISORY -> Optional.of(Level.ADVISORY);
            case MANDATORY, REMEDIATE -> Optional.of(Level.MANDATORY);
            case DISABLED -> Optional.of(Level.DISABLED);
            case UNRECOGNIZED -> {
                problem(name, "unknown enforcement level, give advisory, mandatory, remediate or disabled");
                yield Optional.empty();
            }
        };
    }

    private <T> Settings set(String name, Settings settings, Parameter<T> parameter, JsonNode value) {
        Optional<T> read = read(parameter, value);
        if (read.isEmpty()) {
            problem(name, parameter.key() + ": met " + kind(value) + ", give " + wanted(parameter));
        }
        return read.map(known -> settings.with(parameter, known)).orElse(settings);
    }

    @SuppressWarnings("unchecked") // Each branch reads what the parameter's own standard is.
    private static <T> Optional<T> read(Parameter<T> parameter, JsonNode value) {
        Object standard = parameter.standard();
        if (standard instanceof Integer) {
            return value.isInt() && value.intValue() >= 0
                    ? Optional.of((T) Integer.valueOf(value.intValue()))
                    : Optional.empty();
        }
        if (standard instanceof Double) {
            return value.isNumber() && value.doubleValue() >= 0
                    ? Optional.of((T) Double.valueOf(value.doubleValue()))
                    : Optional.empty();
        }
        if (standard instanceof Boolean) {
            return value.isBoolean() ? Optional.of((T) Boolean.valueOf(value.booleanValue())) : Optional.empty();
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return value.isArray() && elements.stream().allMatch(JsonNode::isTextual)
                ? Optional.of((T) elements.stream().map(JsonNode::textValue).toList())
                : Optional.empty();
    }

    private static String wanted(Parameter<?> parameter) {
        Object standard = parameter.standard();
        if (standard instanceof Integer) {
            return "a whole number from 0";
        }
        if (standard instanceof Double) {
            return "a number from 0";
        }
        return standard instanceof Boolean ? "true or false" : "a list of texts";
    }

    /** The kind and never the value, which may be a secret of the user. */
    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> "another number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "another list";
            default -> "an object";
        };
    }

    private static JsonNode properties(PolicyConfig config) {
        return config.hasProperties()
                ? StructReader.read(config.getProperties())
                : StructReader.read(Struct.getDefaultInstance());
    }

    private static String known(RuleCard card) {
        return card.parameters().isEmpty()
                ? "it has none"
                : "it has "
                        + String.join(
                                ", ",
                                card.parameters().stream().map(Parameter::key).toList());
    }

    private String hint(String name) {
        var similarity = new JaroWinklerSimilarity();
        return cards.stream()
                .flatMap(card -> Stream.of(Policy.name(card), card.name()))
                .filter(known -> similarity.apply(name, known) >= CLOSE)
                .max((one, other) -> Double.compare(similarity.apply(name, one), similarity.apply(name, other)))
                .map(known -> ", did you mean " + known + "?")
                .orElse(", policies/README.md lists those there are");
    }

    private void problem(String name, String text) {
        problems.add(name + ": " + text);
    }
}
