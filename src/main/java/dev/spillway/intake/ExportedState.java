package dev.spillway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** The records in what {@code pulumi stack export} writes, for whoever reads such a state. */
final class ExportedState {
    private static final Set<Integer> VERSIONS = Set.of(3, 4);

    private ExportedState() {}

    /**
     * Shows all records but those that wait to be deleted, which share their URN with what has taken their place.
     *
     * @param problems takes the path and the message of each problem
     * @param reader takes each record and its path
     */
    static void read(ObjectNode state, BiConsumer<String, String> problems, BiConsumer<JsonNode, String> reader) {
        version(state.path("version"), problems);
        List<JsonNode> recorded =
                new JsonFields(state, "", problems).object("deployment").elements("resources");
        for (int index = 0; index < recorded.size(); index++) {
            JsonNode one = recorded.get(index);
            String path = "deployment.resources[" + index + "]";
            if (!one.isObject()) {
                problems.accept(path, "met " + JsonFields.kind(one) + ", give an object with urn, type and inputs");
            } else if (!new JsonFields(one, path, problems).flag("delete")) {
                reader.accept(one, path);
            }
        }
    }

    private static void version(JsonNode version, BiConsumer<String, String> problems) {
        if (!version.isInt() || !VERSIONS.contains(version.intValue())) {
            String met = version.isInt() ? "version " + version.intValue() : JsonFields.kind(version);
            problems.accept(
                    "version",
                    "met " + met
                            + ", give a state of version 3 or 4, which pulumi stack export has written since 2019");
        }
    }
}
