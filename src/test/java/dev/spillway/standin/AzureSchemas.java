package dev.spillway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds declared resources against the schemas that Azure publishes, for tests outside of the stand-in. */
public final class AzureSchemas {
    private static final String AZURE = "azure-native:";

    private final ArmSchemas schemas = new ArmSchemas(Path.of("tools/arm"));
    private final SchemaCheck check = new SchemaCheck(schemas);
    private final Inputs inputs = new Inputs(check, new Shapes(schemas, check));

    private AzureSchemas() {}

    /** What Azure would refuse in a graph, and every resource of Azure that no schema is known for. */
    public static List<String> complaints(String graph) {
        try {
            AzureSchemas azure = new AzureSchemas();
            List<String> found = new ArrayList<>();
            for (JsonNode resource : Json.MAPPER.readTree(graph)) {
                if (resource.path("type").asText().startsWith(AZURE)) {
                    found.addAll(azure.complaints(resource));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> complaints(JsonNode resource) {
        String name =
                resource.path("type").asText() + " " + resource.path("name").asText();
        return schemas.type(resource.path("type").asText())
                .map(type -> inputs.complaints(type, (ObjectNode) resource.path("inputs")).stream()
                        .map(complaint -> name + ": " + complaint.property() + ": " + complaint.reason())
                        .toList())
                .orElseGet(() -> List.of(name + ": no schema"));
    }
}
