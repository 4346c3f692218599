package dev.spillway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.view.DeployedResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The state of one stack as {@code pulumi stack export} writes it: what is deployed, as far as the engine knows. */
public final class DeployedState {
    private static final String WANTED = "the state that pulumi stack export writes";

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
        if (!(json instanceof ObjectNode state) || !state.has("deployment")) {
            throw new UnreadableGraph(
                    List.of(place + ": met " + JsonFields.kind(json) + " without a deployment, give " + WANTED));
        }
        DeployedResources resources = new DeployedResources(place);
        ExportedState.read(state, resources::problem, resources::add);
        return new DeployedState(resources.all());
    }
}
