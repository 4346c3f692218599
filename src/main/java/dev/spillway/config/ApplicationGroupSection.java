package dev.spillway.config;

import dev.spillway.model.ApplicationGroup;
import dev.spillway.model.ApplicationGroup.Limit;
import dev.spillway.model.TextFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The keys of one group of clients. */
final class ApplicationGroupSection {
    private static final int MOST = 100;
    private static final long MOST_EACH_SECOND = 1_000_000_000_000L;
    static final Keys KEYS = new Keys("eventHubs.*.applicationGroups.*");
    private static final Key<String> CLIENT = KEYS.required("client", AzureTexts.of(TextFormat.APPLICATION));
    private static final Key<Boolean> ENABLED = KEYS.optional("enabled", new FlagForm());
    private static final Map<Limit, Key<Long>> LIMITS = new EnumMap<>(Map.of(
            Limit.INCOMING_BYTES, limit("incomingBytesPerSecond"),
            Limit.INCOMING_MESSAGES, limit("incomingMessagesPerSecond"),
            Limit.OUTGOING_BYTES, limit("outgoingBytesPerSecond"),
            Limit.OUTGOING_MESSAGES, limit("outgoingMessagesPerSecond")));

    static final Form<Map<String, Answer<ApplicationGroupSection>>> GROUPS = new NamedForm<>(
            "a mapping of application groups",
            Names.CONSUMER_GROUP,
            MOST,
            KEYS.as("an application group", ApplicationGroupSection::new));

    private final Fields fields;

    private ApplicationGroupSection(Fields fields) {
        this.fields = fields;
    }

    private static Key<Long> limit(String name) {
        return KEYS.optional(name, NumberForm.wholeLong("a limit", 1, MOST_EACH_SECOND));
    }

    static List<ApplicationGroup> groups(Answer<Map<String, Answer<ApplicationGroupSection>>> answer) {
        return answer.held().orElse(Map.of()).entrySet().stream()
                .flatMap(group -> group.getValue().held().stream().map(section -> section.spec(group.getKey())))
                .toList();
    }

    private ApplicationGroup spec(String name) {
        var limits = new EnumMap<Limit, Long>(Limit.class);
        LIMITS.forEach((limit, key) -> fields.get(key).held().ifPresent(most -> limits.put(limit, most)));
        return new ApplicationGroup(
                name,
                fields.get(CLIENT).held().orElse(""),
                fields.get(ENABLED).held().orElse(true),
                limits);
    }
}
