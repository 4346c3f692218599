package dev.spillway.loss;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** One object of an array in a scenario, of which first only the kind is known. */
record ScenarioItem(JsonNode node, String place, ScenarioProblems problems) {
    String kind() {
        return node.path("kind").asText();
    }

    ScenarioFields fields(Set<String> known) {
        return ScenarioFields.of(node, place, known, problems);
    }

    void refuseKind(String right) {
        problems.add(place + ".kind", node.path("kind"), right);
    }
}
