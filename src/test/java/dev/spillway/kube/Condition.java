package dev.spillway.kube;

import com.fasterxml.jackson.databind.JsonNode;

/** The conditions in an object's status. */
final class Condition {
    private Condition() {}

    /** Whether a condition is there and true. */
    static boolean of(JsonNode object, String type) {
        for (JsonNode condition : object.path("status").path("conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition.path("status").asText().equals("True");
            }
        }
        return false;
    }
}
