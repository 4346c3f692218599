package dev.spillway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Between the flat shape of the SDK and the body that Azure speaks: azure-native lifts every {@code properties} bag,
 * at any depth, and renames some properties.
 */
final class Shapes {
    private static final Pattern SEPARATED = Pattern.compile("[@.\\-_]+(\\w)");
    private static final List<String> IDENTITY = List.of("name", "type", "apiVersion", "id");

    private final ArmSchemas schemas;
    private final SchemaCheck check;

    Shapes(ArmSchemas schemas, SchemaCheck check) {
        this.schemas = schemas;
        this.check = check;
    }

    /** A request body and, for each path in it, the path in the inputs that it came from. */
    record Body(ObjectNode content, Map<List<String>, ImmutableList<String>> origin) {
        /** The same complaint with the path that the user wrote. */
        Complaint inTheUsersWords(Complaint complaint) {
            List<String> path = complaint.path();
            for (int known = path.size(); known >= 0; known--) {
                ImmutableList<String> there = origin.get(path.subList(0, known));
                if (there != null) {
                    List<String> words = new ArrayList<>(there);
                    path.subList(known, path.size()).forEach(step -> words.add(camel(step)));
                    return new Complaint(words, complaint.reason());
                }
            }
            return complaint;
        }
    }

    /** The body of flat values, without the parts of the resource's id. */
    Body body(ArmType type, ObjectNode inputs) {
        ObjectNode flat = inputs.deepCopy();
        type.pathInputs().forEach(flat::remove);
        Map<List<String>, ImmutableList<String>> origin = new HashMap<>();
        JsonNode content =
                lift(flat, type.schema(), ImmutableList.of(), ImmutableList.of(), type.nestedProperties(), origin);
        return new Body((ObjectNode) content, origin);
    }

    /** The flat outputs of a body, with whatever Azure answered beside what the schema knows. */
    ObjectNode flat(ArmType type, ObjectNode body) {
        ObjectNode flat = Json.object();
        flatten(body, Optional.of(type.schema()), type.nestedProperties(), flat);
        if (ResourceKind.of(type).onlyAnswers()) {
            // Its schema has no properties, since nobody sends any, and the SDK lifts what the service answers.
            JsonNode answered = flat.remove("properties");
            Json.fields((ObjectNode) (answered == null ? Json.object() : answered))
                    .forEach(field -> flat.set(field.getKey(), field.getValue()));
        }
        return flat;
    }

    /** What of flat outputs could be set as inputs. */
    ObjectNode settable(ArmType type, ObjectNode outputs) {
        ObjectNode kept = (ObjectNode) prune(body(type, outputs).content(), type.schema());
        IDENTITY.forEach(kept::remove);
        ObjectNode inputs = flat(type, kept);
        if (inputs.path("identity").get("userAssignedIdentities") instanceof ObjectNode identities) {
            ArrayNode ids = ((ObjectNode) inputs.path("identity")).putArray("userAssignedIdentities");
            identities.fieldNames().forEachRemaining(ids::add);
        }
        return inputs;
    }

    // ---- up

    private JsonNode lift(
            JsonNode value,
            ObjectNode node,
            ImmutableList<String> arm,
            ImmutableList<String> pulumi,
            boolean nested,
            Map<List<String>, ImmutableList<String>> origin) {
        origin.put(arm, pulumi);
        if (value instanceof ArrayNode list) {
            return liftList(list, node, arm, pulumi, origin);
        }
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        Map<String, Optional<String>> names = schemas.renames(node);
        SchemaCheck.Choice choice = check.pick(node, object, names);
        if (choice.schema().isEmpty()) {
            return choice.complaint()
                    .map(complaint -> spelled(object, complaint.property()))
                    .orElse(object);
        }
        ObjectNode schema = choice.schema().get();
        List<String> bags = new ArrayList<>(schemas.bags(node));
        if (nested) {
            bags.remove("properties");
        }
        Map<String, ObjectNode> lifted = new HashMap<>();
        ObjectNode out = Json.object();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String key = field.getKey();
            Optional<String> renamed = names.getOrDefault(key, Optional.of(key));
            boolean identity = arm.isEmpty() && IDENTITY.contains(key);
            List<String> route = route(schema, key, names, bags, identity);
            if (renamed.isEmpty() || (identity && route.isEmpty())) {
                continue;
            }
            if (route.size() > 1) {
                lifted.computeIfAbsent(route.get(0), bag -> Json.object()).set(key, field.getValue());
                continue;
            }
            String name = route.isEmpty() ? key : route.get(0);
            ObjectNode sub = schemaOf(schema, name);
            out.set(
                    name,
                    lift(reshape(field.getValue(), sub), sub, below(arm, name), below(pulumi, key), false, origin));
        }
        for (String bag : bags) {
            boolean required = Json.texts(schema.path("required")).contains(bag) && !out.has(bag);
            if (lifted.containsKey(bag)
                    || (required && schema.path("properties").has(bag))) {
                ObjectNode inside = lifted.getOrDefault(bag, Json.object());
                JsonNode inner = lift(inside, schemaOf(schema, bag), below(arm, bag), pulumi, false, origin);
                boolean both = out.get(bag) instanceof ObjectNode && inner.isObject();
                out.set(bag, both ? Json.merged((ObjectNode) out.path(bag), (ObjectNode) inner) : inner);
            }
        }
        return out;
    }

    /** With the one property that tells the shapes apart in Azure's spelling; below it nothing can be mapped. */
    private static ObjectNode spelled(ObjectNode object, String property) {
        ObjectNode spelled = Json.object();
        object.properties()
                .forEach(field -> spelled.set(
                        camel(property).equals(field.getKey()) ? property : field.getKey(), field.getValue()));
        return spelled;
    }

    private ArrayNode liftList(
            ArrayNode list,
            ObjectNode node,
            ImmutableList<String> arm,
            ImmutableList<String> pulumi,
            Map<List<String>, ImmutableList<String>> origin) {
        ObjectNode items = check.pick(node, list, Map.of())
                .schema()
                .map(schema -> schema.get("items") instanceof ObjectNode inner ? inner : Json.object())
                .orElseGet(Json::object);
        ArrayNode out = Json.array();
        for (int i = 0; i < list.size(); i++) {
            String step = "[" + i + "]";
            out.add(lift(list.get(i), items, below(arm, step), below(pulumi, step), false, origin));
        }
        return out;
    }

    /** Where below an object of this schema an input of that name belongs; empty where nowhere. */
    private List<String> route(
            ObjectNode schema, String key, Map<String, Optional<String>> names, List<String> bags, boolean identity) {
        JsonNode properties = schema.path("properties");
        String arm = names.getOrDefault(key, Optional.of(key)).orElse(key);
        if (!identity) {
            boolean inside = bags.contains(arm)
                    && schemas.alternatives(schemaOf(schema, arm)).stream()
                            .anyMatch(inner -> inner.path("properties").has(arm));
            if (properties.has(arm) && !inside) {
                return List.of(arm);
            }
            for (Map.Entry<String, JsonNode> property : properties.properties()) {
                if (camel(property.getKey()).equals(key)) {
                    return List.of(property.getKey());
                }
            }
        }
        for (String bag : bags) {
            if (!properties.has(bag)) {
                continue;
            }
            ObjectNode node = schemaOf(schema, bag);
            for (ObjectNode inner : schemas.alternatives(node)) {
                if (inner.path("properties").size() > 0) {
                    List<String> deeper = route(inner, key, schemas.renames(node), schemas.bags(node), false);
                    if (!deeper.isEmpty()) {
                        return below(List.of(bag), deeper.get(0));
                    }
                }
            }
        }
        return List.of();
    }

    /** azure-native takes a list of resource ids where Azure has a map of them. */
    private JsonNode reshape(JsonNode value, ObjectNode node) {
        ObjectNode schema = schemas.resolve(node);
        if (!value.isArray()
                || !schema.path("type").asText().equals("object")
                || schema.path("properties").size() > 0
                || !schema.path("additionalProperties").isObject()) {
            return value;
        }
        ObjectNode map = Json.object();
        for (JsonNode id : value) {
            if (!id.isTextual()) {
                return value;
            }
            map.putObject(id.textValue());
        }
        return map;
    }

    // ---- down

    private void flatten(ObjectNode body, Optional<ObjectNode> node, boolean nested, ObjectNode out) {
        Map<String, Optional<String>> names = node.map(schemas::renames).orElse(Map.of());
        List<String> bags = node.map(schemas::bags).orElse(List.of());
        Optional<ObjectNode> schema =
                node.flatMap(given -> check.pick(given, body, Map.of()).schema());
        for (Map.Entry<String, JsonNode> field : Json.fields(body)) {
            String key = field.getKey();
            Optional<ObjectNode> sub = schema.filter(
                            found -> found.path("properties").has(key)
                                    || found.path("additionalProperties").isObject())
                    .map(found -> schemaOf(found, key));
            boolean known =
                    schema.isPresent() && schema.get().path("properties").has(key);
            if (field.getValue() instanceof ObjectNode bag && known && bags.contains(key) && !nested) {
                flatten(bag, sub, false, out);
            } else {
                out.set(known ? sdkName(key, names) : key, flattened(field.getValue(), sub));
            }
        }
    }

    private JsonNode flattened(JsonNode value, Optional<ObjectNode> node) {
        if (value instanceof ObjectNode object) {
            ObjectNode out = Json.object();
            flatten(object, node, false, out);
            return out;
        }
        if (value instanceof ArrayNode list) {
            Optional<ObjectNode> items = node.map(schemas::resolve)
                    .flatMap(schema ->
                            schema.get("items") instanceof ObjectNode inner ? Optional.of(inner) : Optional.empty());
            ArrayNode out = Json.array();
            list.forEach(element -> out.add(flattened(element, items)));
            return out;
        }
        return value;
    }

    private static String sdkName(String arm, Map<String, Optional<String>> names) {
        return names.entrySet().stream()
                .filter(name -> name.getValue().equals(Optional.of(arm)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> camel(arm));
    }

    private JsonNode prune(JsonNode value, ObjectNode node) {
        Optional<ObjectNode> schema = check.pick(node, value, Map.of()).schema();
        if (!(value instanceof ObjectNode object)
                || schema.isEmpty()
                || schema.get().path("properties").isEmpty()) {
            return value;
        }
        ObjectNode kept = Json.object();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (schema.get().path("properties").has(field.getKey())) {
                kept.set(field.getKey(), prune(field.getValue(), schemaOf(schema.get(), field.getKey())));
            }
        }
        return kept;
    }

    // ---- both

    private static ObjectNode schemaOf(ObjectNode schema, String property) {
        if (schema.path("properties").get(property) instanceof ObjectNode known) {
            return known;
        }
        return schema.get("additionalProperties") instanceof ObjectNode any ? any : Json.object();
    }

    private static ImmutableList<String> below(List<String> path, String step) {
        return ImmutableList.<String>builder().addAll(path).add(step).build();
    }

    /** The SDK's spelling of a name of Azure's. */
    static String camel(String name) {
        if (name.startsWith("[") || name.isEmpty()) {
            return name;
        }
        String joined =
                SEPARATED.matcher(name).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
        return joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
    }
}
