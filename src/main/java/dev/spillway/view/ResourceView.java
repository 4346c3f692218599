package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One declared resource: what the engine is told about it.
 *
 * @param parent URN of the parent; empty at the top
 * @param inputs as registered; unknown and secret values carry the engine's own sentinels
 * @param dependencies URNs, sorted
 * @param propertyDependencies input name to the URNs its value hangs on, sorted
 */
public record ResourceView(
        String urn,
        String type,
        String name,
        String parent,
        ObjectNode inputs,
        List<String> dependencies,
        SortedMap<String, List<String>> propertyDependencies,
        ResourceOptions options) {
    public ResourceView {
        dependencies = dependencies.stream().sorted().distinct().toList();
        TreeMap<String, List<String>> sorted = new TreeMap<>();
        propertyDependencies.forEach((property, urns) ->
                sorted.put(property, urns.stream().sorted().distinct().toList()));
        propertyDependencies = Collections.unmodifiableSortedMap(sorted);
    }

    /** The same resource with other inputs. */
    public ResourceView with(ObjectNode others) {
        return new ResourceView(urn, type, name, parent, others, dependencies, propertyDependencies, options);
    }

    /** Whether a provider of Azure declares it, the present one or the older one. */
    public boolean isOfAzure() {
        return type.startsWith("azure-native") || type.startsWith(OlderAzure.PROVIDER);
    }

    /** The text at a path such as {@code metadata.name}; see {@link InputPath}. */
    public Fact<String> text(String path) {
        return Inputs.text(inputs, path);
    }

    public Fact<Double> number(String path) {
        return Inputs.number(inputs, path);
    }

    public Fact<Integer> whole(String path) {
        return Inputs.whole(inputs, path);
    }

    public Fact<Boolean> flag(String path) {
        return Inputs.flag(inputs, path);
    }

    /** A list of texts; unknown where one of them is. */
    public Fact<List<String>> texts(String path) {
        return node(path).then(list -> {
            List<String> texts = new ArrayList<>();
            for (int at = 0; at < list.size(); at++) {
                Fact<String> text = text(path + "." + at);
                if (text instanceof Fact.Unknown<String> unknown) {
                    return Fact.unknown(unknown.path(), unknown.why());
                }
                if (text.isAbsent()) {
                    return Fact.unknown(text.path(), "met nothing where a text belongs");
                }
                texts.add(text.value());
            }
            return Fact.known(path, List.copyOf(texts));
        });
    }

    /**
     * URNs of the resources that the value of an input comes from; of all inputs where the engine does not tell them apart.
     *
     * @param property the name of a top-level input
     */
    List<String> edges(String property) {
        return propertyDependencies.isEmpty() ? dependencies : propertyDependencies.getOrDefault(property, List.of());
    }

    /** The raw node at a path, with secrets opened; lists and maps are read this way. */
    public Fact<JsonNode> node(String path) {
        return Inputs.node(inputs, path);
    }
}
