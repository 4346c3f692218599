package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The file of {@code pulumi preview --import-file}, edited as the documents tell a user to edit it. */
record ImportFile(Path file) {
    static final String[] COMMAND = {
        "import",
        "-s",
        "dev",
        "--file",
        "import.json",
        "--protect=false",
        "--generate-code=false",
        "--yes",
        "--skip-preview"
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    static ImportFile in(EngineProject project) {
        return new ImportFile(project.folder().resolve("import.json"));
    }

    /** Keeps what exists, with its id, and the components that it is in; everything else is still to be created. */
    void keep(Map<String, String> idsByType) throws IOException {
        ObjectNode content = (ObjectNode) JSON.readTree(file.toFile());
        ArrayNode kept = JSON.createArrayNode();
        for (JsonNode resource : content.path("resources")) {
            String type = resource.path("type").asText().replaceFirst(".*:", "");
            if (type.equals("EventHubsNamespace")) {
                kept.add(resource);
            }
            if (idsByType.containsKey(type)) {
                kept.add(apartFromItsParent(((ObjectNode) resource).put("id", idsByType.get(type))));
            }
        }
        content.set("resources", kept);
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content), UTF_8);
    }

    /** An entry that is called as its parent is taken for its own parent, unless it gets a name for this file alone. */
    private static ObjectNode apartFromItsParent(ObjectNode resource) {
        String name = resource.path("name").asText();
        if (name.equals(resource.path("parent").asText())) {
            resource.put("logicalName", name).put("name", name + "-itself");
        }
        return resource;
    }
}
