package dev.spillway.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.rule.Level;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Reads what users say about the rules, and collects everything that is wrong with it. */
public final class PolicyReader {
    /** Every rule that is not named, and the forecast. */
    public static final String ALL = "all";

    /** What belongs to no single rule: profile, exceptions and facts. */
    public static final String GENERAL = "spillway";

    /** The forecast, which is no rule: it says how much is lost, and not what is wrong. */
    public static final String FORECAST = "loss-forecast";

    private static final double CLOSE = 0.85;
    private static final String REMEDIATE = "remediate";
    private static final Set<String> LEVEL_KEYS = Set.of("level", "enforcementLevel");

    private final List<RuleCard> cards;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> remediated = new HashSet<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private final List<FactOverride> facts = new ArrayList<>();
    private Choices choices = Choices.of(Profile.BASELINE);
    private Level forecast = Level.ADVISORY;
    private String prefix = "";
    private boolean filled;
    private String rulePath = "";

    private PolicyReader(List<RuleCard> cards) {
        this.cards = cards;
    }

    /**
     * What all sources say together; of two that say different things the later one counts.
     *
     * @throws WrongPolicy everything that is wrong: what switches nothing on or off must not look as if it did
     */
    public static PolicySettings read(List<RuleCard> cards, List<PolicySource> sources) {
        PolicyReader reader = new PolicyReader(cards);
        sources.forEach(reader::source);
        if (!reader.problems.isEmpty()) {
            throw new WrongPolicy(reader.problems);
        }
        return new PolicySettings(reader.choices, reader.remediated, reader.forecast, reader.waivers, reader.facts);
    }

    /** The id and what is wanted, as the rule's folder is called. */
    public static String fullName(RuleCard card) {
        return card.id() + "-" + card.name();
    }

    /** Whether a user may call the rule so; the id alone outlives every change of the name. */
    public static boolean isCalled(RuleCard card, String given) {
        return given.equals(fullName(card)) || given.equals(card.id()) || given.equals(card.name());
    }

    private void source(PolicySource source) {
        prefix = source.place().isEmpty() ? "" : source.place() + ": ";
        filled = source.kind() == PolicySource.Kind.ENGINE;
        rulePath = source.kind() == PolicySource.Kind.STACK ? "rules.settings." : "";
        SortedMap<String, JsonNode> entries = new TreeMap<>();
        source.entries().properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        boolean hasProfile = Optional.ofNullable(entries.remove(GENERAL))
                .map(entry -> general(source, entry))
                .orElse(false);
        Optional.ofNullable(entries.remove(ALL)).ifPresent(this::all);
        // The engine always sends what the pack publishes; what a user calls by id or name alone comes after and wins.
        for (RuleCard card : cards) {
            Optional.ofNullable(entries.remove(fullName(card))).ifPresent(entry -> {
                boolean isPublished =
                        filled && hasProfile && level(entry).equals(card.level().key());
                rule(fullName(card), card, isPublished ? withoutLevel(entry) : entry);
            });
        }
        entries.forEach(this::named);
    }

    /** Reads the general part, and tells whether it names a profile. */
    private boolean general(PolicySource source, JsonNode entry) {
        if (!entry.isObject()) {
            general(GENERAL, "met " + kind(entry) + ", give profile, exceptions and facts");
            return false;
        }
        for (Map.Entry<String, JsonNode> field : entry.properties()) {
            String place = source.place(field.getKey());
            switch (field.getKey()) {
                case "profile" -> profile(place, field.getValue());
                case "exceptions" -> new WaiverReader(prefix, problems).read(place, field.getValue(), waivers);
                case "facts" -> new FactReader(prefix, problems).read(place, field.getValue(), facts);
                case "level", "enforcementLevel" -> {
                    // The engine gives every policy a level; this one is no rule and has none.
                }
                default -> general(place, "there is no such key, give profile, exceptions or facts");
            }
        }
        return entry.has("profile");
    }

    private void profile(String place, JsonNode value) {
        Profile.byKey(value.asText())
                .ifPresentOrElse(
                        profile -> choices = choices.in(profile),
                        () -> general(place, "met " + shown(value) + ", give observe, baseline or strict"));
    }

    private void all(JsonNode entry) {
        parameters(entry).forEach((key, value) -> problem(ALL, key + " is a parameter of no rule, give a level alone"));
        cards.forEach(card -> level(ALL, card, entry));
        forecast(ALL, entry);
    }

    private void named(String name, JsonNode entry) {
        if (name.equals(FORECAST)) {
            parameters(entry).forEach((key, value) -> problem(name, key + " is no parameter, there is none"));
            forecast(name, entry);
            return;
        }
        cards.stream()
                .filter(card -> isCalled(card, name))
                .findFirst()
                .ifPresentOrElse(
                        card -> rule(name, card, entry), () -> problem(name, "there is no such policy" + hint(name)));
    }

    private void forecast(String name, JsonNode entry) {
        levelOf(name, entry).ifPresent(level -> forecast = level);
    }

    private void rule(String name, RuleCard card, JsonNode entry) {
        if (!entry.isObject() && !entry.isTextual()) {
            problem(name, "met " + kind(entry) + ", give a level, or a mapping of level and parameters");
            return;
        }
        level(name, card, entry);
        Settings settings = choices.settings(card);
        for (Map.Entry<String, JsonNode> property : parameters(entry).entrySet()) {
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
        if (!filled
                && choices.level(card) == Level.DISABLED
                && !parameters(entry).isEmpty()) {
            problem(name, "the rule is disabled, so its parameters decide nothing, leave them out");
        }
    }

    private void level(String name, RuleCard card, JsonNode entry) {
        Optional<Level> level = levelOf(name, entry);
        level.ifPresent(given -> choices = choices.with(card, given));
        if (level.isPresent()) {
            remediated.remove(card.id());
        }
        if (level(entry).equals(REMEDIATE)) {
            remediated.add(card.id());
        }
    }

    /** What remediation leaves is mandatory, as in Pulumi's own packs. */
    private Optional<Level> levelOf(String name, JsonNode entry) {
        String word = level(entry);
        Optional<Level> level = word.equals(REMEDIATE)
                ? Optional.of(Level.MANDATORY)
                : Stream.of(Level.values())
                        .filter(known -> known.key().equals(word))
                        .findFirst();
        if (level.isEmpty() && !word.isEmpty()) {
            problem(name, "unknown enforcement level, give advisory, mandatory, remediate or disabled");
        }
        return level;
    }

    private static String level(JsonNode entry) {
        return entry.isTextual()
                ? entry.textValue()
                : LEVEL_KEYS.stream()
                        .filter(entry::has)
                        .map(key -> entry.path(key).asText("?"))
                        .findFirst()
                        .orElse("");
    }

    private static ObjectNode withoutLevel(JsonNode entry) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        parameters(entry).forEach(rest::set);
        return rest;
    }

    private static SortedMap<String, JsonNode> parameters(JsonNode entry) {
        SortedMap<String, JsonNode> parameters = new TreeMap<>();
        entry.properties().forEach(field -> parameters.put(field.getKey(), field.getValue()));
        parameters.keySet().removeAll(LEVEL_KEYS);
        return parameters;
    }

    private <T> Settings set(String name, Settings settings, Parameter<T> parameter, JsonNode value) {
        Optional<T> read = ParameterForm.read(parameter, value);
        if (read.isEmpty()) {
            problem(name, parameter.key() + ": met " + kind(value) + ", give " + ParameterForm.wanted(parameter));
        }
        return read.map(known -> settings.with(parameter, known)).orElse(settings);
    }

    /** The kind and never the value, which may be a secret of the user. */
    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> "another number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "another list";
            case NULL, MISSING -> "nothing";
            default -> "an object";
        };
    }

    private static String shown(JsonNode value) {
        return value.isTextual() ? value.textValue() : kind(value);
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
                .flatMap(card -> Stream.of(card.id(), fullName(card), card.name()))
                .filter(known -> similarity.apply(name, known) >= CLOSE)
                .max((one, other) -> Double.compare(similarity.apply(name, one), similarity.apply(name, other)))
                .map(known -> ", did you mean " + known + "?")
                .orElse(", policies/README.md lists those there are");
    }

    private void problem(String rule, String text) {
        general(rulePath + rule, text);
    }

    private void general(String place, String text) {
        problems.add(prefix + place + ": " + text);
    }
}
