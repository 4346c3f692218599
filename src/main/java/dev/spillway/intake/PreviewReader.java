package dev.spillway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.view.DeployedResource;
import dev.spillway.view.ResourceGraph;
import java.util.List;
import java.util.Set;

/** Reads what {@code pulumi preview --json} writes: the resources as they would be after the steps. */
final class PreviewReader {
    private static final String STEPS = "steps";
    private static final String SUMMARY = "changeSummary";
    private static final String SAME = "same";
    private static final Set<String> GONE = Set.of("delete", "discard", "read-discard");

    private PreviewReader() {}

    /** Whether an object is a preview, even one that failed and says nothing but that. */
    static boolean wrote(ObjectNode json) {
        return json.has(STEPS) || json.has(SUMMARY) || (json.has("config") && json.has("diagnostics"));
    }

    static ResourceGraph read(ObjectNode preview, String place) {
        RecordedResources resources = new RecordedResources(place);
        JsonFields top = new JsonFields(preview, "", resources::problem);
        if (top.isAbsent(SUMMARY)) {
            resources.problem(
                    SUMMARY,
                    "is missing, the preview ended before it was complete: mend what stopped it, then give it again");
        }
        List<JsonNode> steps = top.elements(STEPS);
        complete(preview, steps, resources);
        boolean tells = steps.stream()
                .anyMatch(step -> RecordedResources.namesIgnoredChanges(step.path("newState"))
                        || RecordedResources.namesIgnoredChanges(step.path("oldState")));
        for (int index = 0; index < steps.size(); index++) {
            apply(steps.get(index), STEPS + "[" + index + "]", tells, resources);
        }
        return resources.graph();
    }

    /** What stood there before the steps; a step that finds nothing has no old state. */
    static List<DeployedResource> deployed(ObjectNode preview, String place) {
        DeployedResources resources = new DeployedResources(place);
        List<JsonNode> steps = new JsonFields(preview, "", resources::problem).elements(STEPS);
        for (int index = 0; index < steps.size(); index++) {
            JsonNode old = steps.get(index).path("oldState");
            if (old.isObject()) {
                resources.add(old, STEPS + "[" + index + "].oldState");
            }
        }
        return resources.all();
    }

    /** By default a preview leaves out what does not change, and half a stack would be judged as if it were all. */
    private static void complete(ObjectNode preview, List<JsonNode> steps, RecordedResources resources) {
        int unchanged = preview.path(SUMMARY).path(SAME).asInt();
        long shown = steps.stream().filter(step -> op(step).equals(SAME)).count();
        if (shown < unchanged) {
            resources.problem(
                    STEPS,
                    (unchanged - shown) + " of " + unchanged
                            + " unchanged resources are left out, give what pulumi preview --json --show-sames writes");
        }
    }

    /** A replacement comes in several steps with one URN, and all that have a new state have the same. */
    private static void apply(JsonNode step, String path, boolean tells, RecordedResources resources) {
        if (!step.isObject()) {
            resources.problem(path, "met " + JsonFields.kind(step) + ", give an object with op, urn and newState");
        } else if (GONE.contains(op(step))) {
            resources.remove(step.path("urn").asText());
        } else if (step.path("newState").isObject()) {
            resources.replace(step.path("newState"), path + ".newState", tells);
        }
    }

    private static String op(JsonNode step) {
        return step.path("op").asText();
    }
}
