package dev.spillway.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.judge.ParameterForm;
import dev.spillway.judge.PolicyReader;
import dev.spillway.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/** JSON Schema of a policy configuration, for editors and for those who write one by machine. */
final class PolicySchema {
    private static final List<String> LEVELS = List.of("advisory", "mandatory", "remediate", "disabled");

    private PolicySchema() {}

    static String text() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Spillway policy configuration").put("type", "object");
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        general(properties.putObject(PolicyReader.GENERAL));
        level(properties.putObject(PolicyReader.ALL), "every rule that is not named, and the forecast");
        level(properties.putObject(PolicyReader.FORECAST), "what a forecast loss does to the change");
        for (RuleCard card : Policies.cards()) {
            Stream.of(card.id(), card.name(), PolicyReader.fullName(card))
                    .forEach(name -> rule(properties.putObject(name), card));
        }
        return schema.toPrettyString() + "\n";
    }

    private static void general(ObjectNode schema) {
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ObjectNode profile = properties.putObject("profile");
        Stream.of("observe", "baseline", "strict").forEach(profile.putArray("enum")::add);
        properties
                .putObject("facts")
                .put("type", "object")
                .putObject("additionalProperties")
                .put("type", "object");
        ObjectNode exceptions = properties.putObject("exceptions").put("type", "array");
        ObjectNode item = exceptions.putObject("items").put("type", "object").put("additionalProperties", false);
        ObjectNode keys = item.putObject("properties");
        List<String> names = List.of("rule", "resource", "reason", "owner", "ticket", "expires");
        names.forEach(key -> keys.putObject(key).put("type", "string").put("minLength", 1));
        keys.withObject("/expires").put("format", "date");
        names.forEach(item.putArray("required")::add);
    }

    private static void level(ObjectNode schema, String description) {
        schema.put("description", description);
        LEVELS.forEach(schema.putArray("enum")::add);
    }

    private static void rule(ObjectNode schema, RuleCard card) {
        schema.put("description", card.summary());
        var forms = schema.putArray("anyOf");
        LEVELS.forEach(forms.addObject().putArray("enum")::add);
        ObjectNode whole = forms.addObject().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = whole.putObject("properties");
        Stream.of("level", "enforcementLevel")
                .forEach(key -> LEVELS.forEach(properties.putObject(key).putArray("enum")::add));
        card.parameters().forEach(parameter -> properties.set(parameter.key(), ParameterForm.schema(parameter)));
    }
}
