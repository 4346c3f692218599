package dev.spillway.config;

import dev.spillway.model.SchemaGroup;
import dev.spillway.model.SchemaGroup.Compatibility;
import java.util.List;
import java.util.Map;

/** The keys of one group of schemas. */
final class SchemaGroupSection {
    private static final int MOST = 1000;
    static final Keys KEYS = new Keys("eventHubs.*.schemaGroups.*");
    private static final Key<Compatibility> COMPATIBILITY = KEYS.optional(
            "compatibility",
            ChoiceForm.of("a compatibility", Compatibility::azureName, List.of(Compatibility.values())));

    static final Form<Map<String, Answer<Compatibility>>> GROUPS = new NamedForm<>(
            "a mapping of schema groups",
            Names.CONSUMER_GROUP,
            MOST,
            KEYS.as("a schema group", fields -> fields.get(COMPATIBILITY).held().orElse(Compatibility.BACKWARD)));

    private SchemaGroupSection() {}

    static List<SchemaGroup> groups(Answer<Map<String, Answer<Compatibility>>> answer) {
        return answer.held().orElse(Map.of()).entrySet().stream()
                .map(group ->
                        new SchemaGroup(group.getKey(), group.getValue().held().orElse(Compatibility.BACKWARD)))
                .toList();
    }
}
