package dev.spillway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.rule.Change;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where in a {@code stack.yaml} a declared input comes from: turns a rule's change of an input into an edit of the file. */
final class StackEdits {
    private static final Map<String, String> NAMESPACE = Map.of(
            "sku.capacity", "throughputUnits",
            "isAutoInflateEnabled", "autoInflate",
            "maximumThroughputUnits", "maximumThroughputUnits");
    private static final Map<String, String> HUB =
            Map.of("partitionCount", "partitionCount", "retentionDescription.retentionTimeInHours", "retentionHours");
    private static final Map<String, String> WORKLOAD = Map.of(
            "spec.minReplicas", "minReplicas",
            "spec.maxReplicas", "maxReplicas",
            "spec.template.spec.terminationGracePeriodSeconds", "terminationGraceSeconds");

    private final ResourceGraph graph;

    StackEdits(ResourceGraph graph) {
        this.graph = graph;
    }

    /** The edit that makes the program declare this value; empty where the file has no say in it. */
    Optional<StackEdit> of(Change change) {
        return graph.find(change.urn()).flatMap(resource -> edit(resource, change));
    }

    /** The section of the file that declares a resource; empty where the file has no say in it. */
    Optional<List<String>> section(String urn) {
        return graph.find(urn).flatMap(resource -> {
            String component = componentName(resource);
            if (resource.type().endsWith("eventhub:Namespace")) {
                return Optional.of(List.of("eventHubs", component));
            }
            if (resource.type().endsWith("eventhub:EventHub")) {
                return Optional.of(List.of("eventHubs", component, "hubs", hub(resource)));
            }
            if (resource.type().endsWith("EventSubscription")) {
                return GridSections.of(resource);
            }
            return resource.type().startsWith("kubernetes:")
                    ? Optional.of(List.of("workloads", component))
                    : Optional.empty();
        });
    }

    private Optional<StackEdit> edit(ResourceView resource, Change change) {
        return section(resource.urn()).flatMap(section -> {
            if (section.get(0).equals(GridSections.TOP)) {
                return Optional.ofNullable(GridSections.KEYS.get(change.path()))
                        .map(key -> new StackEdit(inside(section, key), change.value()));
            }
            boolean isWorkload = section.get(0).equals("workloads");
            if (isWorkload && change.path().contains("retry-budget-seconds")) {
                return Optional.of(new StackEdit(inside(section, "client"), derivedRetry(resource)));
            }
            Map<String, String> keys = isWorkload ? WORKLOAD : section.size() == 2 ? NAMESPACE : HUB;
            return Optional.ofNullable(keys.get(change.path()))
                    .map(key -> new StackEdit(inside(section, key), change.value()));
        });
    }

    private static List<String> inside(List<String> section, String key) {
        List<String> steps = new ArrayList<>(section);
        steps.add(key);
        return steps;
    }

    private static String hub(ResourceView resource) {
        return resource.text("eventHubName").whenKnown().orElse("");
    }

    /** The client without retry settings of its own: the planner derives a window that is long enough. */
    private static ObjectNode derivedRetry(ResourceView deployment) {
        ObjectNode client = JsonNodeFactory.instance.objectNode();
        deployment
                .text("metadata.annotations[\"spillway.dev/client\"]")
                .whenKnown()
                .map(StackEdits::library)
                .ifPresent(library -> client.put("library", library));
        return client;
    }

    private static String library(String clientFact) {
        try {
            JsonNode client = new com.fasterxml.jackson.databind.ObjectMapper().readTree(clientFact);
            return client.path("library").asText();
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException("our own annotation is JSON", impossible);
        }
    }

    /** The name of the component that declared the resource, which is its key in the file. */
    private static String componentName(ResourceView resource) {
        String parent = resource.parent();
        return parent.substring(parent.lastIndexOf("::") + 2);
    }
}
