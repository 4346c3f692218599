package dev.spillway.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.intake.DeployedState;
import dev.spillway.intake.UnreadableGraph;
import dev.spillway.intake.Urn;
import dev.spillway.model.HubReference;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.StackSpec;
import dev.spillway.monitor.Functions;
import dev.spillway.plan.Live;
import dev.spillway.plan.LiveCapacity;
import dev.spillway.plan.LivePartitions;
import dev.spillway.rule.Deployed;
import dev.spillway.view.DeployedResource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The deployed stack that a change is held against, as its saved state has it: for the rules, the planner and the program. */
final class Against implements Functions {
    static final Against NOTHING = new Against(Optional.empty());

    private static final String GET_NAMESPACE = "azure-native:eventhub:getNamespace";
    private static final String GET_EVENT_HUB = "azure-native:eventhub:getEventHub";
    private static final String NOT_SAID = "the deployed state does not say it";

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

    /** What the planner gets to know. */
    Live live(StackSpec spec) {
        if (state.isEmpty()) {
            return Live.NOTHING_KNOWN;
        }
        Map<String, LiveCapacity> capacities = new LinkedHashMap<>();
        Map<HubReference, LivePartitions> partitions = new LinkedHashMap<>();
        for (NamespaceSpec namespace : spec.namespaces()) {
            String azureName = namespace.azureNameIn(spec.name());
            capacities.put(namespace.name(), capacity(azureName));
            namespace
                    .hubs()
                    .forEach(hub -> partitions.put(
                            new HubReference(namespace.name(), hub.name()), partitions(azureName, hub.name())));
        }
        return new Live(capacities, partitions);
    }

    /** What the program gets to know, in the words of Azure's own answers. */
    @Override
    public Optional<ObjectNode> call(String token, ObjectNode arguments) {
        if (state.isEmpty()) {
            return Optional.empty();
        }
        String namespace = arguments.path("namespaceName").asText();
        if (token.equals(GET_NAMESPACE)) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode().put("name", namespace);
            there(namespace(namespace), namespace)
                    .capacity()
                    .whenKnown()
                    .ifPresent(units -> answer.putObject("sku").put("capacity", units));
            return Optional.of(answer);
        }
        if (token.equals(GET_EVENT_HUB)) {
            String hub = arguments.path("eventHubName").asText();
            ObjectNode answer = JsonNodeFactory.instance.objectNode().put("name", hub);
            there(hub(namespace, hub), hub)
                    .partitionCount()
                    .whenKnown()
                    .ifPresent(count -> answer.put("partitionCount", count));
            return Optional.of(answer);
        }
        return Optional.empty();
    }

    private static DeployedResource there(Optional<DeployedResource> found, String name) {
        return found.orElseThrow(() -> new Unusable("Status=404: " + name + " is not in the deployed state"));
    }

    private static String stack(Urn urn) {
        return urn.project() + "/" + urn.stack();
    }

    private LiveCapacity capacity(String azureName) {
        return namespace(azureName)
                .map(found -> found.capacity()
                        .whenKnown()
                        .<LiveCapacity>map(units -> new LiveCapacity.Units(units, "deployed state"))
                        .orElseGet(() -> new LiveCapacity.NotRead(NOT_SAID, true)))
                .orElse(LiveCapacity.NOT_CREATED);
    }

    private LivePartitions partitions(String namespace, String hub) {
        return hub(namespace, hub)
                .map(found -> found.partitionCount()
                        .whenKnown()
                        .<LivePartitions>map(count -> new LivePartitions.Count(count, "deployed state"))
                        .orElseGet(() -> new LivePartitions.NotRead(NOT_SAID, true)))
                .orElse(LivePartitions.NOT_CREATED);
    }

    private Optional<DeployedResource> namespace(String azureName) {
        return find("Namespace", resource -> is(resource, "namespaceName", azureName));
    }

    private Optional<DeployedResource> hub(String namespace, String hub) {
        return find(
                "EventHub", resource -> is(resource, "namespaceName", namespace) && is(resource, "eventHubName", hub));
    }

    private Optional<DeployedResource> find(String type, Predicate<DeployedResource> which) {
        return state.stream()
                .flatMap(known -> known.resources().stream())
                .filter(resource -> isOfType(resource, type))
                .filter(which)
                .findFirst();
    }

    private static boolean is(DeployedResource resource, String input, String wanted) {
        return resource.text(input).whenKnown().filter(wanted::equalsIgnoreCase).isPresent();
    }

    private static boolean isOfType(DeployedResource resource, String name) {
        return Urn.parse(resource.urn())
                .map(Urn::type)
                .filter(type -> type.startsWith("azure-native") && type.contains(":eventhub"))
                .filter(type -> type.endsWith(":" + name))
                .isPresent();
    }
}
