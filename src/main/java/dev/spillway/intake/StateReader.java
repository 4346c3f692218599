package dev.spillway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.view.ResourceGraph;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a deployed state, as {@code pulumi stack export} writes it: what was declared last, which is its inputs. */
final class StateReader {
    /** Command lines from this version on write the changes that a resource ignores: major and minor. */
    private static final int[] TELLS_IGNORED_CHANGES = {3, 121};

    private static final Pattern VERSION = Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})\\..*");

    private StateReader() {}

    static ResourceGraph read(ObjectNode state, String place) {
        RecordedResources resources = new RecordedResources(place);
        boolean tells = tellsIgnoredChanges(state.path("deployment"));
        ExportedState.read(state, resources::problem, (recorded, path) -> resources.add(recorded, path, tells));
        return resources.graph();
    }

    private static boolean tellsIgnoredChanges(JsonNode deployment) {
        Matcher version =
                VERSION.matcher(deployment.path("manifest").path("version").asText());
        if (version.matches()) {
            int major = Integer.parseInt(version.group(1));
            int minor = Integer.parseInt(version.group(2));
            return major > TELLS_IGNORED_CHANGES[0]
                    || (major == TELLS_IGNORED_CHANGES[0] && minor >= TELLS_IGNORED_CHANGES[1]);
        }
        return deployment.path("resources").valueStream().anyMatch(RecordedResources::namesIgnoredChanges);
    }
}
