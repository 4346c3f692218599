package dev.spillway.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** JSON schemas of the kinds that an API server knows, as it describes them itself: closed, so that no field is unknown. */
final class Schemas {
    private static final String KINDS = "x-kubernetes-group-version-kind";

    private final Path folder;

    private Schemas(Path folder) {
        this.folder = folder;
    }

    /** Writes the schemas of the API groups of these objects, each into a file of its own. */
    static Schemas written(Api api, Collection<JsonNode> objects, Path folder) {
        Schemas schemas = new Schemas(folder);
        Set<String> versions = new TreeSet<>();
        objects.forEach(object -> versions.add(object.path("apiVersion").asText()));
        versions.forEach(version ->
                schemas.write(api.get("/openapi/v3/" + (version.contains("/") ? "apis/" : "api/") + version)));
        return schemas;
    }

    /** Where kubeconform finds the schema of a kind; it calls the group that has no name by its version. */
    String location() {
        return folder.resolve("{{.Group}}_{{.ResourceAPIVersion}}_{{.ResourceKind}}.json")
                .toString();
    }

    private void write(JsonNode description) {
        ObjectNode all = description.path("components").path("schemas").deepCopy();
        all.forEach(Schemas::close);
        all.forEach(schema -> schema.path(KINDS).forEach(kind -> write(schema, kind, all)));
    }

    private void write(JsonNode schema, JsonNode kind, ObjectNode all) {
        String version = kind.path("version").asText();
        String group = kind.path("group").asText();
        ObjectNode file = schema.deepCopy();
        file.withObject("/components").set("schemas", all);
        Path path = folder.resolve((group.isEmpty() ? version : group) + "_" + version + "_"
                + kind.path("kind").asText().toLowerCase(Locale.ROOT) + ".json");
        try {
            Files.writeString(path, file.toString(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")
                && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Schemas::close);
    }
}
