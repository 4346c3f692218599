package dev.spillway.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.intake.DeployedState;
import dev.spillway.intake.UnreadableGraph;
import dev.spillway.intake.Urn;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.StackSpec;
import dev.spillway.monitor.Functions;
import dev.spillway.plan.LiveCapacity;
import dev.spillway.rule.Deployed;
import dev.spillway.view.DeployedResource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The deployed stack that a change is held against, as its saved state has it: for the rules, the planner and the program. */
final class Against implements Functions {
    static final Against NOTHING = new Against(Optional.empty());

    private static final String GET_NAMESPACE = "azure-native:eventhub:getNamespace";

    private final Optional<DeployedState> state;

    private Against(Optional<DeployedState> state) {
        this.state = state;
    }

    static Against state(Path file) {
        try {
            return new Against(Optional.of(DeployedState.read(file)));
        } catch (UnreadableGraph unreadable) {
            throw new Unusable("--against: " + String.join("\n--against: ", unreadable.problems()));
        }
    }

    /** Whether there is a state, even one in which nothing is deployed. */
    boolean isKnown() {
        return state.isPresent();
    }

    /** The state of another stack would not hold what a file declares, and nothing would be found to be taken away. */
    void requireStateOf(Urn declared, Path file) {
        state.flatMap(DeployedState::stack)
                .filter(urn -> !stack(urn).equals(stack(declared)))
                .ifPresent(other -> {
                    throw new Unusable("--against: is the state of " + stack(other) + ", give that of "
                            + stack(declared) + " for " + file);
                });
    }

    /** What the rules get to know; a preview has a project and a stack of its own, and the same types and names. */
    Deployed deployed(String project, String stack) {
        return state.map(known -> Deployed.of(known.of(project, stack).resources()))
                .orElse(Deployed.NOTHING_KNOWN);
    }

    /** What the planner gets to know, by the name in {@code stack.yaml}. */
    Map<String, LiveCapacity> live(StackSpec spec) {
        return state.isEmpty()
                ? Map.of()
                : spec.namespaces().stream()
                        .collect(Collectors.toMap(
                                NamespaceSpec::name, namespace -> capacity(namespace.azureNameIn(spec.name()))));
    }

    /** What the program gets to know, in the words of Azure's own answers. */
    @Override
    public Optional<ObjectNode> call(String token, ObjectNode arguments) {
        if (state.isEmpty() || !token.equals(GET_NAMESPACE)) {
            return Optional.empty();
        }
        String name = arguments.path("namespaceName").asText();
        DeployedResource found = namespace(name)
                .orElseThrow(() -> new Unusable("Status=404: " + name + " is not in the deployed state"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("name", name);
        found.capacity().whenKnown().ifPresent(units -> answer.putObject("sku").put("capacity", units));
        return Optional.of(answer);
    }

    private static String stack(Urn urn) {
        return urn.project() + "/" + urn.stack();
    }

    private LiveCapacity capacity(String azureName) {
        return namespace(azureName)
                .map(found -> found.capacity()
                        .whenKnown()
                        .<LiveCapacity>map(units -> new LiveCapacity.Units(units, "deployed state"))
                        .orElseGet(() -> new LiveCapacity.NotRead("the deployed state does not say it", true)))
                .orElse(LiveCapacity.NOT_CREATED);
    }

    private Optional<DeployedResource> namespace(String azureName) {
        return state.stream()
                .flatMap(known -> known.resources().stream())
                .filter(Against::isNamespace)
                .filter(resource -> resource.text("namespaceName")
                        .whenKnown()
                        .filter(azureName::equalsIgnoreCase)
                        .isPresent())
                .findFirst();
    }

    private static boolean isNamespace(DeployedResource resource) {
        return Urn.parse(resource.urn())
                .map(Urn::type)
                .filter(type -> type.startsWith("azure-native") && type.contains(":eventhub"))
                .filter(type -> type.endsWith(":Namespace"))
                .isPresent();
    }
}
