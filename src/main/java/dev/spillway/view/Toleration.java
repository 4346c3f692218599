package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;

/** Which taints of nodes a pod puts up with. */
record Toleration(String key, String operator, String value, String effect) {
    static Toleration read(JsonNode json) {
        return new Toleration(
                json.path("key").asText(),
                json.path("operator").asText("Equal"),
                json.path("value").asText(),
                json.path("effect").asText());
    }

    /** A taint as AKS writes it: {@code key=value:effect}. */
    boolean covers(String taint) {
        int colon = taint.lastIndexOf(':');
        String own = colon < 0 ? taint : taint.substring(0, colon);
        int equals = own.indexOf('=');
        String taintKey = equals < 0 ? own : own.substring(0, equals);
        String taintValue = equals < 0 ? "" : own.substring(equals + 1);
        boolean fitsEffect = effect.isEmpty() || colon < 0 || effect.equals(taint.substring(colon + 1));
        boolean fitsKey = key.isEmpty() ? operator.equals("Exists") : key.equals(taintKey);
        return fitsEffect && fitsKey && (operator.equals("Exists") || value.equals(taintValue));
    }
}
