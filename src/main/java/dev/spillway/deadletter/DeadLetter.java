package dev.spillway.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.facts.EventSchema;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One event that Event Grid gave up.
 *
 * @param event as it was published: without what Event Grid wrote beside it
 * @param schema the schema that it was published in
 * @param reason why it was given up, and {@code outcome} what came of the last try
 * @param publishTime as written; may be empty
 */
record DeadLetter(ObjectNode event, Schema schema, String reason, String outcome, int attempts, String publishTime) {
    private static final String NOT_SAID = "not said";
    private static final String NESTED = "deadletterproperties";
    private static final String INNER = "event";

    /** What Event Grid adds, in lower case, because the schemas differ in that alone. */
    private static final Set<String> ADDED = Set.of(
            "deadletterreason",
            "deliveryattempts",
            "deliveryattemptutc",
            "deliveryresult",
            "lastdeliveryattempttime",
            "lastdeliveryoutcome",
            "lasthttpstatuscode",
            "publishtime",
            "publishutc",
            NESTED);

    /** What a publisher must not send: Event Grid sets it itself. */
    private static final Set<String> OF_THE_SERVICE = Set.of("topic", "metadataversion");

    /** How an event is written. */
    enum Schema {
        CLOUD_EVENTS(
                EventSchema.CLOUD_EVENTS, "application/cloudevents-batch+json; charset=utf-8", "specversion", "source"),
        EVENT_GRID(EventSchema.EVENT_GRID, "application/json; charset=utf-8", "eventType", "topic");

        private final EventSchema schema;
        private final String contentType;
        private final String mark;
        private final String source;

        Schema(EventSchema schema, String contentType, String mark, String source) {
            this.schema = schema;
            this.contentType = contentType;
            this.mark = mark;
            this.source = source;
        }

        String title() {
            return schema.azureName();
        }

        /** What a request with such events says that it holds. */
        String contentType() {
            return contentType;
        }
    }

    /** Throws {@link NotADeadLetter} with what is missing. */
    static DeadLetter of(JsonNode node) throws NotADeadLetter {
        if (!(node instanceof ObjectNode met)) {
            throw new NotADeadLetter("met " + kind(node) + " where an event belongs");
        }
        Map<String, JsonNode> added = added(met);
        ObjectNode whole = met.get(INNER) instanceof ObjectNode inner && hasNested(met) ? inner : met;
        Schema schema = schema(whole);
        String id = whole.path("id").asText();
        if (id.isEmpty()) {
            throw new NotADeadLetter("an event without id");
        }
        if (added.isEmpty()) {
            throw new NotADeadLetter("event " + shortened(id) + " without deadLetterReason: not a dead letter");
        }
        return new DeadLetter(
                published(whole, schema),
                schema,
                text(added, "deadletterreason"),
                text(added, added.containsKey("lastdeliveryoutcome") ? "lastdeliveryoutcome" : "deliveryresult"),
                added.getOrDefault("deliveryattempts", met.missingNode()).asInt(),
                added.getOrDefault(added.containsKey("publishtime") ? "publishtime" : "publishutc", met.missingNode())
                        .asText());
    }

    String id() {
        return event.path("id").asText();
    }

    /** What makes it the same event as another one: ids are unique in a source alone. */
    String identity() {
        return event.path(schema.source).asText() + "\n" + id();
    }

    String eventType() {
        return event.path(schema == Schema.CLOUD_EVENTS ? "type" : "eventType").asText(NOT_SAID);
    }

    private static Schema schema(ObjectNode whole) throws NotADeadLetter {
        if (whole.has(Schema.CLOUD_EVENTS.mark) || (whole.has("type") && whole.has("source"))) {
            return Schema.CLOUD_EVENTS;
        }
        if (whole.has(Schema.EVENT_GRID.mark)) {
            return Schema.EVENT_GRID;
        }
        throw new NotADeadLetter("an event of neither schema: no specversion and no eventType");
    }

    private static boolean hasNested(ObjectNode met) {
        return met.properties().stream().anyMatch(field -> lower(field.getKey()).equals(NESTED));
    }

    private static Map<String, JsonNode> added(ObjectNode met) {
        Map<String, JsonNode> added = new TreeMap<>();
        met.properties().forEach(field -> {
            String name = lower(field.getKey());
            if (name.equals(NESTED)) {
                field.getValue().properties().forEach(inner -> added.put(lower(inner.getKey()), inner.getValue()));
            } else if (ADDED.contains(name)) {
                added.put(name, field.getValue());
            }
        });
        return added;
    }

    private static ObjectNode published(ObjectNode whole, Schema schema) {
        ObjectNode event = whole.objectNode();
        whole.properties().forEach(field -> {
            String name = lower(field.getKey());
            boolean ofTheService = schema == Schema.EVENT_GRID && OF_THE_SERVICE.contains(name);
            if (!ADDED.contains(name) && !ofTheService) {
                event.set(field.getKey(), field.getValue());
            }
        });
        if (schema == Schema.CLOUD_EVENTS && !event.has(Schema.CLOUD_EVENTS.mark)) {
            event.put(Schema.CLOUD_EVENTS.mark, "1.0");
        }
        return event;
    }

    private static String text(Map<String, JsonNode> added, String name) {
        JsonNode value = added.get(name);
        return value == null || value.asText().isBlank()
                ? NOT_SAID
                : value.asText().strip();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> "a number";
            case ARRAY -> "a list";
            case BOOLEAN -> "true or false";
            default -> "nothing";
        };
    }

    private static String shortened(String id) {
        return id.length() <= 40 ? id : id.substring(0, 40) + "...";
    }

    /** Something that is no dead letter, and what it is. */
    static final class NotADeadLetter extends Exception {
        private static final long serialVersionUID = 1L;

        NotADeadLetter(String what) {
            super(what);
        }
    }
}
