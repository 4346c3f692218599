package dev.spillway.view;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One resource as a saved state has it.
 *
 * @param protect whether the engine refuses to delete it
 * @param inputs what it was last declared with
 * @param outputs what the service last said of it
 */
public record DeployedResource(String urn, boolean protect, ObjectNode inputs, ObjectNode outputs) {
    /** As it was recorded, whatever words its provider has for it. */
    public static DeployedResource recorded(
            String urn, String type, boolean protect, ObjectNode inputs, ObjectNode outputs) {
        return new DeployedResource(
                urn, protect, OlderAzure.translate(type, inputs), OlderAzure.translate(type, outputs));
    }

    /** The throughput units that a namespace had when the state was written: the service's word before the declaration's. */
    public Fact<Integer> capacity() {
        Fact<Integer> said = Inputs.whole(outputs, "sku.capacity");
        return said.isAbsent() ? Inputs.whole(inputs, "sku.capacity") : said;
    }

    /** The partitions that a hub had when the state was written: the service's word before the declaration's. */
    public Fact<Integer> partitionCount() {
        Fact<Integer> said = Inputs.whole(outputs, "partitionCount");
        return said.isAbsent() ? Inputs.whole(inputs, "partitionCount") : said;
    }

    /** What it was last declared with, at a path such as {@code location}; see {@link InputPath}. */
    public Fact<String> text(String path) {
        return Inputs.text(inputs, path);
    }

    public Fact<Boolean> flag(String path) {
        return Inputs.flag(inputs, path);
    }
}
