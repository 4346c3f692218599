package dev.spillway.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a user knows of resources that do not say it themselves, or say it wrongly.
 *
 * @param place where it is written, for messages
 * @param values fact to value, both as the annotation or tag has them
 */
public record FactOverride(String place, ResourcePattern resources, Map<String, String> values) {
    /** Facts of pods, by what follows {@code spillway.dev/} in their annotations. */
    static final Set<String> OF_PODS = Set.of(
            "role",
            "hub",
            "consumer-group",
            "max-events-per-second",
            "max-bytes-per-second",
            "connections",
            "flush-seconds",
            "retry-budget-seconds",
            "spool");

    /** Facts of the workload itself, which are JSON. */
    static final Set<String> OF_WORKLOADS = Set.of("load", "client");

    /** Facts of Azure resources, by what follows {@code spillway-} in their tags. */
    static final Set<String> OF_AZURE = Set.of("profile", "critical");

    private static final String PREFIX = "spillway.dev/";

    public FactOverride {
        values = Map.copyOf(values);
    }

    /** The graph with these facts in it; a pattern that meets no resource is reported, for it would change nothing. */
    public static ResourceGraph apply(List<FactOverride> overrides, ResourceGraph graph, List<String> problems) {
        if (overrides.isEmpty()) {
            return graph;
        }
        for (FactOverride override : overrides) {
            if (graph.resources().stream().noneMatch(override::fits)) {
                problems.add(override.place() + ": " + override.resources()
                        + " meets no resource that could have these facts, give the name of one");
            }
        }
        List<ResourceView> known = new ArrayList<>();
        for (ResourceView resource : graph.resources()) {
            ResourceView told = resource;
            for (FactOverride override : overrides) {
                told = override.fits(told) ? override.tell(told) : told;
            }
            known.add(told);
        }
        return new ResourceGraph(known);
    }

    private boolean fits(ResourceView resource) {
        boolean isWorkload = resource.type().startsWith("kubernetes:");
        return resources.matches(resource)
                && (isWorkload
                        ? resource.inputs().path("spec").path("template").isObject()
                                && values.keySet().stream().noneMatch(OF_AZURE::contains)
                        : resource.isOfAzure() && values.keySet().stream().allMatch(OF_AZURE::contains));
    }

    private ResourceView tell(ResourceView resource) {
        ObjectNode inputs = resource.inputs().deepCopy();
        values.forEach((fact, value) -> {
            if (OF_AZURE.contains(fact)) {
                object(inputs, "tags").put("spillway-" + fact, value);
            } else if (OF_WORKLOADS.contains(fact)) {
                object(object(inputs, "metadata"), "annotations").put(PREFIX + fact, value);
            } else {
                ObjectNode template = object(object(inputs, "spec"), "template");
                object(object(template, "metadata"), "annotations").put(PREFIX + fact, value);
            }
        });
        return resource.with(inputs);
    }

    private static ObjectNode object(ObjectNode parent, String key) {
        return parent.get(key) instanceof ObjectNode there ? there : parent.putObject(key);
    }
}
