package dev.spillway.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.units.NumberText;
import java.util.List;
import java.util.Map;

/** What became of the offered events, as the forecast's own JSON has it: every event in one outcome. */
final class Outcomes {
    private Outcomes() {}

    /** One outcome by the name that scenarios have for it. */
    record Outcome(String name, double events) {
        private static final Map<String, String> TITLES = Map.of(
                "deliveredOnTime", "delivered on time",
                "delayed", "delivered late",
                "lostAtProducer", "lost before the broker took them",
                "lostByRetention", "lost unread, retention over",
                "recoverableFromCapture", "expired, a copy is in Capture",
                "deadLettered", "dead-lettered",
                "lostUndeliverable", "lost, never delivered",
                "unavailableInRegion", "out of reach in a lost region",
                "inFlightAtEnd", "still waiting at the end");

        /** The name in words. */
        String title() {
            return TITLES.getOrDefault(name, name);
        }

        boolean isLoss() {
            return name.startsWith("lost");
        }

        boolean isDelivery() {
            return name.equals("deliveredOnTime") || name.equals("delayed");
        }
    }

    static List<Outcome> of(Loss loss) {
        return part(loss).path("outcomes").properties().stream()
                .map(outcome -> new Outcome(outcome.getKey(), outcome.getValue().asDouble()))
                .toList();
    }

    /** A delay of the delivered events in words. */
    static String delay(Loss loss, String figure) {
        return NumberText.withDigits(
                        part(loss).path("delaySeconds").path(figure).asDouble(), 1) + " s";
    }

    /** A forecast is of Event Hubs, or of Event Grid. */
    private static JsonNode part(Loss loss) {
        JsonNode hubs = loss.json().path("eventHubs");
        return hubs.isMissingNode() ? loss.json().path("eventGrid") : hubs;
    }
}
