package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;

/** What a ScaledObject of KEDA follows. */
final class KedaTriggers {
    static final String PATH = "spec.triggers";

    /** KEDA's default for hubs. */
    private static final double UNREAD_EVENTS = 64;

    private KedaTriggers() {}

    static boolean isEventHub(JsonNode trigger) {
        return switch (trigger.path("type").asText()) {
            case "azure-eventhub" -> true;
            case "kafka", "apache-kafka" ->
                trigger.path("metadata").path("bootstrapServers").asText().endsWith(".servicebus.windows.net:9093");
            default -> false;
        };
    }

    static Fact<Double> unreadEventsPerPod(JsonNode triggers) {
        for (int i = 0; i < triggers.size(); i++) {
            String path = PATH + "." + i + ".metadata.unprocessedEventThreshold";
            JsonNode given = triggers.path(i).path("metadata").path("unprocessedEventThreshold");
            if ("azure-eventhub".equals(triggers.path(i).path("type").asText())) {
                return given.isMissingNode() ? Fact.known(path, UNREAD_EVENTS) : number(path, given.asText());
            }
        }
        return Fact.absent(PATH);
    }

    /** The target of a trigger on CPU that stands alone; with others beside it nobody can tell which one wins. */
    static Fact<Integer> cpuTargetPercent(JsonNode triggers) {
        boolean hasCpu = triggers.findValuesAsText("type").contains("cpu");
        if (!hasCpu) {
            return Fact.absent(PATH);
        }
        if (triggers.size() > 1) {
            return Fact.unknown(PATH, "met several triggers where CPU alone can be forecast");
        }
        JsonNode trigger = triggers.path(0);
        String kind = trigger.path("metricType")
                .asText(trigger.path("metadata").path("type").asText("Utilization"));
        String path = PATH + ".0.metadata.value";
        if (!kind.equals("Utilization")) {
            return Fact.unknown(PATH + ".0.metricType", "met " + kind + " where Utilization can be forecast");
        }
        return number(path, trigger.path("metadata").path("value").asText())
                .then(value -> value >= 1 && value == Math.rint(value)
                        ? Fact.known(path, (int) Math.round(value))
                        : Fact.unknown(path, "met \"" + value + "\" where a percentage belongs"));
    }

    private static Fact<Double> number(String path, String text) {
        try {
            return Fact.known(path, Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Fact.unknown(path, "met \"" + text + "\" where a number belongs");
        }
    }
}
