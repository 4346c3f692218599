package dev.spillway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.view.ResourceGraph;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a deployed state, as {@code pulumi stack export} writes it: what was declared last, which is its inputs. */
final class StateReader {
    private static final Set<Integer> VERSIONS = Set.of(3, 4);

    /** Command lines from this version on write the changes that a resource ignores: major and minor. */
    private static final int[] TELLS_IGNORED_CHANGES = {3, 121};

    private static final Pattern VERSION = Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})\\..*");

    private StateReader() {}

    static ResourceGraph read(ObjectNode state, String place) {
        JsonNode version = state.path("version");
        if (!version.isInt() || !VERSIONS.contains(version.intValue())) {
            String met = version.isInt() ? "version " + version.intValue() : JsonFields.kind(version);
            throw new UnreadableGraph(List.of(place + ": version: met " + met
                    + ", give a state of version 3 or 4, which pulumi stack export has written since 2019"));
        }
        RecordedResources resources = new RecordedResources(place);
        JsonFields top = new JsonFields(state, "", resources::problem);
        List<JsonNode> recorded = top.object("deployment").elements("resources");
        boolean tells = tellsIgnoredChanges(state.path("deployment").path("manifest"), recorded);
        for (int index = 0; index < recorded.size(); index++) {
            JsonNode one = recorded.get(index);
            // What waits to be deleted shares its URN with what has taken its place.
            if (!one.path("delete").asBoolean()) {
                resources.add(one, "deployment.resources[" + index + "]", tells);
            }
        }
        return resources.graph();
    }

    private static boolean tellsIgnoredChanges(JsonNode manifest, List<JsonNode> recorded) {
        Matcher version = VERSION.matcher(manifest.path("version").asText());
        if (version.matches()) {
            int major = Integer.parseInt(version.group(1));
            int minor = Integer.parseInt(version.group(2));
            return major > TELLS_IGNORED_CHANGES[0]
                    || (major == TELLS_IGNORED_CHANGES[0] && minor >= TELLS_IGNORED_CHANGES[1]);
        }
        return recorded.stream().anyMatch(RecordedResources::namesIgnoredChanges);
    }
}
