package dev.spillway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.view.DeployedResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state of one stack as {@code pulumi stack export} writes it: what is deployed, as far as the engine knows. */
public final class DeployedState {
    private static final String WANTED = "the state that pulumi stack export writes";
    private static final List<Integer> VERSIONS = List.of(3, 4);

    private final List<DeployedResource> resources;

    private DeployedState(List<DeployedResource> resources) {
        this.resources = List.copyOf(resources);
    }

    /** The state in a file; everything wrong with it is thrown at once. */
    public static DeployedState read(Path file) {
        return read(JsonText.parse(file, WANTED), file.toString());
    }

    /**
     * The state in a JSON text.
     *
     * @param place what to call the text in messages
     */
    public static DeployedState read(String json, String place) {
        return read(JsonText.parse(json, place), place);
    }

    /** What is managed, each URN once; what only waits to be deleted is left out. */
    public List<DeployedResource> resources() {
        return resources;
    }

    /** Whose state it is; empty where nothing is deployed. */
    public Optional<Urn> stack() {
        return resources.stream()
                .map(resource -> Urn.parse(resource.urn()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The same resources as those of another stack, whose program gives them the same types and names. */
    public DeployedState of(String project, String stack) {
        return new DeployedState(resources.stream()
                .map(resource -> new DeployedResource(
                        Urn.parse(resource.urn())
                                .map(urn -> new Urn(stack, project, urn.types(), urn.name()).toString())
                                .orElse(resource.urn()),
                        resource.protect(),
                        resource.inputs(),
                        resource.outputs()))
                .toList());
    }

    private static DeployedState read(JsonNode json, String place) {
        List<String> problems = new ArrayList<>();
        DeployedState state = read(json, place, problems);
        if (!problems.isEmpty()) {
            throw new UnreadableGraph(problems);
        }
        return state;
    }

    private static DeployedState read(JsonNode json, String place, List<String> problems) {
        if (!json.path("deployment").isObject()) {
            problems.add(place + ": met " + JsonFields.kind(json) + " without a deployment, give " + WANTED);
            return new DeployedState(List.of());
        }
        if (!VERSIONS.contains(json.path("version").asInt())) {
            problems.add(place + ": version: met " + json.path("version") + ", give a state of version 3 or 4");
        }
        JsonNode list = json.path("deployment").path("resources");
        if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
            problems.add(place + ": deployment.resources: met " + JsonFields.kind(list) + ", give a list");
        }
        Map<String, DeployedResource> byUrn = new LinkedHashMap<>();
        for (int index = 0; index < list.size(); index++) {
            if (!list.get(index).isObject()) {
                problems.add(place + ": deployment.resources[" + index + "]: met " + JsonFields.kind(list.get(index))
                        + ", give an object");
                continue;
            }
            JsonFields fields = new JsonFields(
                    list.get(index),
                    "deployment.resources[" + index + "]",
                    (path, message) -> problems.add(place + ": " + path + ": " + message));
            if (!fields.flag("delete") && !fields.flag("external")) {
                DeployedResource resource = resource(fields);
                byUrn.put(resource.urn(), resource);
            }
        }
        return new DeployedState(List.copyOf(byUrn.values()));
    }

    private static DeployedResource resource(JsonFields fields) {
        String urn = fields.text("urn");
        if (Urn.parse(urn).isEmpty()) {
            fields.problem("urn", "met " + JsonFields.quoted(urn) + ", give urn:pulumi:STACK::PROJECT::TYPE::NAME");
        }
        return new DeployedResource(urn, fields.flag("protect"), fields.values("inputs"), fields.values("outputs"));
    }
}
