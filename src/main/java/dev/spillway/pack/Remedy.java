package dev.spillway.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.judge.Judgement;
import dev.spillway.rule.Change;
import dev.spillway.rule.Finding;
import dev.spillway.view.InputPath;
import dev.spillway.view.Inputs;
import dev.spillway.view.ResourceView;
import java.util.List;
import java.util.Optional;

/** Makes the changes of findings in the inputs of the very resource that they stand on. */
final class Remedy {
    private Remedy() {}

    /** The resource after the changes; empty where there is nothing that may be changed. */
    static Optional<ResourceView> of(Judgement judgement, ResourceView resource) {
        List<Change> changes = judgement.findings().stream()
                .filter(finding -> finding.suppressedBy().isEmpty() && isCurableHere(finding, resource.urn()))
                .flatMap(finding -> finding.changes().stream())
                .toList();
        ObjectNode inputs = resource.inputs().deepCopy();
        boolean isMade = !changes.isEmpty()
                && changes.stream()
                        .allMatch(change ->
                                set(inputs, InputPath.of(change.path()).steps(), change.value()));
        return isMade && !inputs.equals(resource.inputs()) ? Optional.of(resource.with(inputs)) : Optional.empty();
    }

    /** Half of a cure may be worse than none, so either all changes are of this resource or none is made. */
    private static boolean isCurableHere(Finding finding, String urn) {
        return finding.changes().stream().allMatch(change -> change.urn().equals(urn));
    }

    /** Whether the value could be set; it cannot where something stands in the way that is not an object. */
    private static boolean set(ObjectNode inputs, List<String> steps, JsonNode value) {
        JsonNode here = inputs;
        for (String step : steps.subList(0, steps.size() - 1)) {
            here = opened(child(here, step));
        }
        return put(here, steps.get(steps.size() - 1), value);
    }

    private static JsonNode opened(JsonNode node) {
        JsonNode here = node;
        while (Inputs.isSecret(here)) {
            here = here.path("value");
        }
        return here;
    }

    /** What stands there; in an object that has nothing there, a new object. */
    private static JsonNode child(JsonNode parent, String step) {
        if (parent.isArray() && step.chars().allMatch(Character::isDigit)) {
            return parent.path(Integer.parseInt(step));
        }
        return parent instanceof ObjectNode object && !object.hasNonNull(step)
                ? object.putObject(step)
                : parent.path(step);
    }

    /** What was secret stays secret. */
    private static boolean put(JsonNode parent, String step, JsonNode value) {
        if (Inputs.isSecret(parent.path(step))) {
            return put(parent.path(step), "value", value);
        }
        if (parent instanceof ObjectNode object) {
            object.set(step, value);
            return true;
        }
        return false;
    }
}
