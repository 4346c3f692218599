package dev.spillway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.view.DeployedResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what is deployed from records of Pulumi's command line: what the engine manages, each URN once. */
final class DeployedResources {
    private final String place;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, DeployedResource> byUrn = new LinkedHashMap<>();

    DeployedResources(String place) {
        this.place = place;
    }

    void problem(String path, String message) {
        problems.add(place + ": " + path + ": " + message);
    }

    /** What is only read, or only waits to be deleted, is passed over. */
    void add(JsonNode recorded, String path) {
        JsonFields fields = new JsonFields(recorded, path, this::problem);
        if (fields.flag("external") || fields.flag("delete")) {
            return;
        }
        Optional<Urn> urn = RecordedResources.urn(fields);
        DeployedResource resource = DeployedResource.recorded(
                urn.map(Urn::toString).orElse(""),
                urn.map(Urn::type).orElse(""),
                fields.flag("protect"),
                fields.values("inputs"),
                fields.values("outputs"));
        byUrn.putIfAbsent(resource.urn(), resource);
    }

    /** All of them, unless something was wrong with one. */
    List<DeployedResource> all() {
        if (!problems.isEmpty()) {
            throw new UnreadableGraph(problems);
        }
        return List.copyOf(byUrn.values());
    }
}
