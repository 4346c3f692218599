package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The stand-in's cloud, looked at and changed behind the engine's back. */
record CloudFile(Path file) {
    static final String GROUP = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-orders-dev";
    static final String NAMESPACE = GROUP + "/providers/Microsoft.EventHub/namespaces/orders-dev-orders";
    static final String HUB = NAMESPACE + "/eventhubs/orders";
    static final String CONSUMER_GROUP = HUB + "/consumergroups/billing";

    private static final ObjectMapper JSON = new ObjectMapper();

    static CloudFile of(EngineProject project) {
        return new CloudFile(project.cloud());
    }

    /** What exists, by id. */
    TreeMap<String, JsonNode> resources() throws IOException {
        TreeMap<String, JsonNode> byId = new TreeMap<>();
        if (Files.exists(file)) {
            content().path("resources").properties().forEach(entry -> byId.put(entry.getKey(), entry.getValue()));
        }
        return byId;
    }

    /** One value of a resource. */
    JsonNode at(String id, String pointer) throws IOException {
        return content().path("resources").path(id).at(pointer);
    }

    /** How often the fault in that row of the script was met. */
    int met(int row) throws IOException {
        return Files.exists(file)
                ? content().path("faultCounts").path(String.valueOf(row)).asInt()
                : 0;
    }

    /** Changes a resource as somebody in the portal would. */
    CloudFile drift(String id, Consumer<ObjectNode> change) throws IOException {
        return change(resources -> change.accept((ObjectNode) resources.path(id)));
    }

    /** Puts a resource there, with the id in it. */
    CloudFile put(String id, ObjectNode body) throws IOException {
        return change(resources -> resources.set(id, body.put("id", id)));
    }

    /** Takes a resource away. */
    CloudFile remove(String id) throws IOException {
        return change(resources -> resources.remove(id));
    }

    private CloudFile change(Consumer<ObjectNode> change) throws IOException {
        ObjectNode content = content();
        change.accept((ObjectNode) content.path("resources"));
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content), UTF_8);
        return this;
    }

    private ObjectNode content() throws IOException {
        return (ObjectNode) JSON.readTree(file.toFile());
    }
}
