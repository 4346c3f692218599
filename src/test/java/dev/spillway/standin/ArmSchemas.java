package dev.spillway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Azure's published schemas under {@code tools/arm}, read the way {@code validate.py} reads them: template expressions
 * taken out, objects closed, and what may follow one of several shapes kept as {@code x-union}. A schema library would
 * not do: a value that is not known yet satisfies everything, and a union has to name the exact property.
 */
final class ArmSchemas {
    static final String REF = "x-ref";
    static final String UNION = "x-union";

    private static final List<String> SECTIONS = List.of(
            "resourceDefinitions",
            "subscription_resourceDefinitions",
            "managementGroup_resourceDefinitions",
            "tenant_resourceDefinitions",
            "extension_resourceDefinitions",
            "unknown_resourceDefinitions");
    private static final Set<String> COMBINED = Set.of("oneOf", "anyOf", "allOf", "description", "title", "default");
    private static final Pattern TOKEN = Pattern.compile("azure-native:([\\w-]+)(?:/(v\\w+))?:(\\w+)");
    private static final Pattern VERSION = Pattern.compile("v(\\d{4})(\\d{2})(\\d{2})(\\w*)");

    private final Path folder;
    private final Map<String, JsonNode> tokens = new HashMap<>();
    private final Set<String> spelled = new TreeSet<>();
    private final JsonNode overrides;
    private final JsonNode common;
    private final Set<String> loaded = new HashSet<>();
    private final Map<String, JsonNode> documents = new HashMap<>();
    private final Map<String, String> refs = new HashMap<>();
    private final Map<String, ObjectNode> cleaned = new HashMap<>();

    /**
     * @param folder {@code tools/arm}
     */
    ArmSchemas(Path folder) {
        this.folder = folder;
        overrides = read(folder.resolve("overrides.json"));
        common = read(folder.resolve("schemas/common/definitions.json")).path("definitions");
        read(folder.resolve("tokens.json")).properties().forEach(token -> {
            tokens.put(token.getKey().toLowerCase(Locale.ROOT), token.getValue());
            spelled.add(token.getKey());
        });
    }

    /** Every {@code module:Class} there is, whether or not its schema is published. */
    Set<String> tokens() {
        return Set.copyOf(spelled);
    }

    /** The type behind a token such as {@code azure-native:eventhub:Namespace}; empty where no schema is here. */
    Optional<ArmType> type(String token) {
        Matcher parts = TOKEN.matcher(token);
        JsonNode entry =
                parts.matches() ? tokens.get((parts.group(1) + ":" + parts.group(3)).toLowerCase(Locale.ROOT)) : null;
        if (entry == null || entry.has("choose")) {
            return Optional.empty();
        }
        String version = parts.group(2) == null ? entry.path("apiVersion").asText() : apiVersion(parts.group(2));
        String type = entry.path("type").asText();
        load(version);
        return Optional.ofNullable(refs.get(at(type, version)))
                .map(ref -> new ArmType(
                        parts.group(1) + ":" + parts.group(3),
                        type,
                        version,
                        Json.texts(entry.path("path")).stream()
                                .map(Shapes::camel)
                                .toList(),
                        Optional.ofNullable(entry.get("fixedName")).map(JsonNode::asText),
                        entry.path("properties").asBoolean(),
                        Json.object().put(REF, ref)));
    }

    /** The schema a reference leads to; any other schema is its own answer. */
    ObjectNode resolve(ObjectNode schema) {
        ObjectNode node = schema;
        while (node.has(REF)) {
            node = definition(node.path(REF).asText());
        }
        return node;
    }

    /** Pulumi name to ARM name, for what azure-native calls differently; a null is a query parameter. */
    Map<String, Optional<String>> renames(ObjectNode schema) {
        Map<String, Optional<String>> names = new HashMap<>();
        forDefinitions(
                schema,
                "renames",
                table -> table.path("names").properties().forEach(name -> {
                    Optional<String> arm = name.getValue().isNull()
                            ? Optional.empty()
                            : Optional.of(name.getValue().asText());
                    names.put(name.getKey(), arm);
                }));
        return names;
    }

    /** The properties of a definition whose content azure-native lifts up. */
    List<String> bags(ObjectNode schema) {
        List<String> bags = new ArrayList<>(List.of("properties"));
        forDefinitions(schema, "flattened", table -> bags.addAll(Json.texts(table.path("bags"))));
        return bags;
    }

    /** The concrete alternatives of a schema, nested unions opened. */
    List<ObjectNode> alternatives(ObjectNode schema) {
        ObjectNode node = resolve(schema);
        if (!node.has(UNION)) {
            return List.of(node);
        }
        List<ObjectNode> all = new ArrayList<>();
        node.path(UNION).forEach(alternative -> all.addAll(alternatives((ObjectNode) alternative)));
        return all;
    }

    /** The property that every alternative fixes to values of its own. */
    Optional<String> discriminator(List<ObjectNode> alternatives) {
        if (alternatives.stream().anyMatch(alternative -> !alternative.has("properties"))) {
            return Optional.empty();
        }
        for (Map.Entry<String, JsonNode> property :
                alternatives.get(0).path("properties").properties()) {
            Set<String> values = new HashSet<>();
            boolean fixed = true;
            for (ObjectNode alternative : alternatives) {
                JsonNode names = choices(alternative, property.getKey());
                boolean asked = Json.texts(alternative.path("required")).contains(property.getKey());
                fixed &= names.size() > 0 && (asked || names.size() == 1);
                for (JsonNode name : names) {
                    fixed &= values.add(name.asText());
                }
            }
            if (fixed) {
                return Optional.of(property.getKey());
            }
        }
        return Optional.empty();
    }

    /** The values that a property of this alternative may have; empty where it may have any. */
    JsonNode choices(ObjectNode alternative, String property) {
        JsonNode schema = alternative.path("properties").get(property);
        return schema instanceof ObjectNode node ? resolve(node).path("enum") : Json.array();
    }

    // ---- reading

    private static JsonNode read(Path file) {
        try {
            return Json.MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String at(String type, String version) {
        return type.toLowerCase(Locale.ROOT) + "@" + version;
    }

    private static String apiVersion(String segment) {
        Matcher parts = VERSION.matcher(segment);
        if (!parts.matches()) {
            return segment;
        }
        String date = parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3);
        return parts.group(4).isEmpty() ? date : date + "-" + parts.group(4);
    }

    private void load(String version) {
        Path versions = folder.resolve("schemas").resolve(version);
        if (!loaded.add(version) || !Files.isDirectory(versions)) {
            return;
        }
        try (Stream<Path> files = Files.list(versions)) {
            files.sorted().forEach(file -> {
                String name = String.valueOf(file.getFileName());
                index(version + "/" + name.substring(0, name.length() - ".json".length()), version, read(file));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void index(String key, String version, JsonNode document) {
        documents.put(key, document);
        for (JsonNode entry : overrides.path("constraints")) {
            if (key.matches(entry.path("file").asText())) {
                constrain(document, entry);
            }
        }
        for (String section : SECTIONS) {
            for (Map.Entry<String, JsonNode> definition : document.path(section).properties()) {
                for (String type :
                        enumOf(definition.getValue().path("properties").path("type"))) {
                    refs.putIfAbsent(at(type, version), String.join("|", key, section, definition.getKey()));
                }
            }
        }
    }

    private static List<String> enumOf(JsonNode property) {
        if (property.has("enum")) {
            return Json.texts(property.path("enum"));
        }
        for (JsonNode alternative : property.path("oneOf")) {
            if (alternative.has("enum")) {
                return Json.texts(alternative.path("enum"));
            }
        }
        return List.of();
    }

    private static void constrain(JsonNode document, JsonNode entry) {
        List<String> sections = new ArrayList<>(SECTIONS);
        sections.add("definitions");
        for (String section : sections) {
            for (Map.Entry<String, JsonNode> definition : document.path(section).properties()) {
                if (definition.getKey().matches(entry.path("definition").asText())) {
                    constrainDefinition((ObjectNode) definition.getValue(), entry);
                }
            }
        }
    }

    private static void constrainDefinition(ObjectNode definition, JsonNode entry) {
        if (entry.has("require")) {
            Set<String> required = new TreeSet<>(Json.texts(definition.path("required")));
            required.addAll(Json.texts(entry.path("require")));
            setTexts(definition, required);
            return;
        }
        if (!entry.has("property")) {
            definition.removeAll();
            definition.setAll((ObjectNode) entry.path("replace"));
            return;
        }
        List<JsonNode> shapes = new ArrayList<>(List.of(definition));
        definition.path("oneOf").forEach(shapes::add);
        String name = entry.path("property").asText();
        for (JsonNode shape : shapes) {
            if (shape.path("properties").get(name) instanceof ObjectNode property) {
                if (entry.has("replace")) {
                    ((ObjectNode) shape.path("properties")).set(name, entry.path("replace"));
                } else {
                    plainShapes(property).forEach(target -> target.setAll((ObjectNode) entry.path("set")));
                }
            }
        }
    }

    /** The parts of a property that are no template expression; some definitions wrap that choice twice. */
    private static List<ObjectNode> plainShapes(ObjectNode property) {
        List<ObjectNode> shapes = new ArrayList<>();
        for (JsonNode alternative : property.path("oneOf")) {
            if (!alternative.has("$ref")) {
                shapes.addAll(plainShapes((ObjectNode) alternative));
            }
        }
        return shapes.isEmpty() ? List.of(property) : shapes;
    }

    private static void setTexts(ObjectNode schema, Set<String> names) {
        ArrayNode array = schema.putArray("required");
        names.forEach(array::add);
    }

    private void forDefinitions(ObjectNode schema, String table, java.util.function.Consumer<JsonNode> found) {
        ObjectNode node = schema;
        while (node.has(REF)) {
            String[] ref = node.path(REF).asText().split("\\|", -1);
            String provider = ref[0].substring(ref[0].indexOf('/') + 1);
            for (JsonNode entry : overrides.path(table)) {
                if (ref[2].equals(entry.path("definition").asText())
                        && provider.matches(entry.path("file").asText())) {
                    found.accept(entry);
                }
            }
            node = definition(node.path(REF).asText());
        }
    }

    // ---- cleaning

    private ObjectNode definition(String ref) {
        ObjectNode known = cleaned.get(ref);
        if (known != null) {
            return known;
        }
        cleaned.put(ref, Json.object()); // for cycles
        String[] parts = ref.split("\\|", -1);
        JsonNode raw =
                documents.getOrDefault(parts[0], Json.object()).path(parts[1]).path(parts[2]);
        ObjectNode clean = orOpen(clean(raw, parts[0]));
        cleaned.put(ref, clean);
        return clean;
    }

    private static ObjectNode orOpen(@Nullable ObjectNode schema) {
        return schema == null ? Json.object() : schema;
    }

    /** The schema without template expressions; null for a template expression itself. */
    private @Nullable ObjectNode clean(JsonNode node, String key) {
        if (node.has("$ref")) {
            String ref = node.path("$ref").asText();
            String name = ref.substring(ref.indexOf("#/definitions/") + "#/definitions/".length())
                    .replace("~1", "/")
                    .replace("~0", "~")
                    .replace("%25", "%");
            if (!ref.contains("common/definitions.json")) {
                return Json.object().put(REF, String.join("|", key, "definitions", name));
            }
            return name.equals("expression") ? null : clean(common.path(name), key);
        }
        ObjectNode out = keywords(node, key);
        List<ObjectNode> alternatives = new ArrayList<>();
        for (JsonNode part : node.path("allOf")) {
            ObjectNode clean = clean(part, key);
            if (clean == null) {
                continue;
            }
            ObjectNode resolved = resolve(clean);
            if (resolved.has(UNION)) {
                alternatives.addAll(alternatives(resolved));
            } else {
                out = sum(out, resolved);
            }
        }
        if (out.path("properties").size() > 0 && !out.has("additionalProperties")) {
            out.put("additionalProperties", false);
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            for (JsonNode part : node.path(choice)) {
                ObjectNode clean = clean(part, key);
                if (clean != null) {
                    alternatives.add(clean);
                }
            }
        }
        return alternatives.isEmpty() ? out : union(out, alternatives);
    }

    private ObjectNode keywords(JsonNode node, String key) {
        ObjectNode out = Json.object();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (COMBINED.contains(name)) {
                continue;
            }
            if (name.equals("properties")) {
                ObjectNode properties = out.putObject(name);
                value.properties().forEach(p -> properties.set(p.getKey(), orOpen(clean(p.getValue(), key))));
            } else if (value.isObject() && (name.equals("items") || name.equals("additionalProperties"))) {
                out.set(name, orOpen(clean(value, key)));
            } else if (name.equals("const")) {
                out.putArray("enum").add(value);
            } else {
                out.set(name, value);
            }
        }
        return out;
    }

    private ObjectNode union(ObjectNode out, List<ObjectNode> alternatives) {
        ObjectNode base = out.deepCopy();
        if (base.path("properties").isEmpty()) {
            base.remove("properties");
        }
        boolean bare = base.isEmpty() || (base.size() == 1 && base.has("type"));
        List<ObjectNode> all = bare
                ? alternatives
                : alternatives.stream()
                        .map(alternative -> sum(base, resolve(alternative)))
                        .toList();
        if (all.size() == 1) {
            return all.get(0);
        }
        ObjectNode union = Json.object();
        all.forEach(union.putArray(UNION)::add);
        return union;
    }

    /** A schema that asks for both; of objects the sum of their properties. */
    private static ObjectNode sum(ObjectNode a, ObjectNode b) {
        ObjectNode out = a.deepCopy();
        out.setAll(b.deepCopy());
        if (a.has("properties") || b.has("properties")) {
            ObjectNode properties = out.putObject("properties");
            for (ObjectNode part : List.of(a, b)) {
                part.path("properties").properties().forEach(p -> properties.set(p.getKey(), p.getValue()));
            }
        }
        Set<String> required = new TreeSet<>(Json.texts(a.path("required")));
        required.addAll(Json.texts(b.path("required")));
        if (!required.isEmpty()) {
            setTexts(out, required);
        }
        // An open part keeps the sum open; only closed parts stay closed.
        for (ObjectNode part : List.of(b, a)) {
            JsonNode extra = part.get("additionalProperties");
            if (extra != null && !(extra.isBoolean() && !extra.asBoolean())) {
                out.set("additionalProperties", extra);
            }
        }
        return out;
    }
}
