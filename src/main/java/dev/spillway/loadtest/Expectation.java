package dev.spillway.loadtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.facts.Tier;
import dev.spillway.loss.Admission;
import dev.spillway.loss.LossForecast;
import dev.spillway.loss.LossModel;
import dev.spillway.plan.LoadTestPlan;
import dev.spillway.units.Seconds;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What a load test should show, as it is kept beside the test: the forecast of its own sender, and the door it was computed
 * with, so that the report can compute it again for what was really sent.
 *
 * @param hubs events that one request to a hub carries, and their size
 */
record Expectation(
        String stack,
        String namespace,
        Map<String, Batch> hubs,
        Door door,
        double offered,
        double lost,
        double low,
        double high,
        double p99Seconds) {
    static final String FILE = "loadtest.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    Expectation {
        hubs = new TreeMap<>(hubs);
    }

    /** What one request carries. */
    record Batch(int events, int eventBytes) {}

    /** The planned admission of the namespace. */
    record Door(
            Tier tier,
            int units,
            boolean inflates,
            int mostUnits,
            double reactionSeconds,
            int partitions,
            OptionalDouble megabytesPerSecondPerUnit) {
        Admission admission() {
            if (megabytesPerSecondPerUnit.isPresent()) {
                return Admission.large(tier, units, megabytesPerSecondPerUnit.getAsDouble(), partitions);
            }
            Admission fixed = Admission.standard(units, partitions);
            return inflates ? fixed.withAutoInflate(mostUnits, reactionSeconds) : fixed;
        }
    }

    static Expectation of(LoadTestPlan plan) {
        LossForecast forecast = LossModel.forecastWithBand(plan.figures());
        Map<String, Batch> hubs = new TreeMap<>();
        plan.hubs().forEach(hub -> hubs.put(hub.hub(), new Batch(hub.eventsPerRequest(), hub.eventBytes())));
        var namespace = plan.namespace();
        double best = forecast.lostEvents();
        return new Expectation(
                plan.stack(),
                namespace.name(),
                hubs,
                new Door(
                        namespace.tier(),
                        namespace.throughputUnits().value(),
                        namespace.autoInflate().value(),
                        namespace.maximumThroughputUnits().value(),
                        Seconds.of(namespace.inflateReaction().value()),
                        plan.partitions(),
                        plan.megabytesPerSecondPerUnit()),
                forecast.offeredEvents(),
                best,
                forecast.band().map(band -> Math.min(band.low(), best)).orElse(best),
                forecast.band().map(band -> Math.max(band.high(), best)).orElse(best),
                Seconds.of(plan.sendP99().value()));
    }

    String written() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("version", VERSION)
                .put("stack", stack)
                .put("namespace", namespace);
        ObjectNode batches = json.putObject("hubs");
        hubs.forEach((hub, batch) ->
                batches.putObject(hub).put("eventsPerRequest", batch.events()).put("eventBytes", batch.eventBytes()));
        ObjectNode admission = json.putObject("door")
                .put("tier", door.tier().azureName())
                .put("units", door.units())
                .put("autoInflate", door.inflates())
                .put("mostUnits", door.mostUnits())
                .put("inflateReactionSeconds", door.reactionSeconds())
                .put("partitions", door.partitions());
        door.megabytesPerSecondPerUnit().ifPresent(rate -> admission.put("megabytesPerSecondPerUnit", rate));
        json.putObject("forecast")
                .put("offeredEvents", offered)
                .put("lostEvents", lost)
                .put("low", low)
                .put("high", high);
        json.putObject("criteria")
                .put("throttledRequests", 0)
                .put("mostLostEvents", high)
                .put("p99Seconds", p99Seconds);
        return json.toPrettyString() + "\n";
    }

    /** Reads what {@link #written} wrote. */
    static Expectation read(String place, String text) {
        JsonNode json = parsed(place, text);
        if (json.path("version").asInt() != VERSION) {
            throw new Unreadable(
                    place + ": not the " + FILE + " of a load test, give the folder that spillway loadtest" + " wrote");
        }
        Map<String, Batch> hubs = new TreeMap<>();
        json.path("hubs")
                .properties()
                .forEach(hub -> hubs.put(
                        hub.getKey(),
                        new Batch(
                                hub.getValue().path("eventsPerRequest").asInt(),
                                hub.getValue().path("eventBytes").asInt())));
        JsonNode door = json.path("door");
        JsonNode forecast = json.path("forecast");
        return new Expectation(
                json.path("stack").asText(),
                json.path("namespace").asText(),
                hubs,
                new Door(
                        tier(place, door.path("tier").asText()),
                        door.path("units").asInt(),
                        door.path("autoInflate").asBoolean(),
                        door.path("mostUnits").asInt(),
                        door.path("inflateReactionSeconds").asDouble(),
                        door.path("partitions").asInt(),
                        door.has("megabytesPerSecondPerUnit")
                                ? OptionalDouble.of(
                                        door.path("megabytesPerSecondPerUnit").asDouble())
                                : OptionalDouble.empty()),
                forecast.path("offeredEvents").asDouble(),
                forecast.path("lostEvents").asDouble(),
                forecast.path("low").asDouble(),
                forecast.path("high").asDouble(),
                json.path("criteria").path("p99Seconds").asDouble());
    }

    private static Tier tier(String place, String name) {
        return Arrays.stream(Tier.values())
                .filter(tier -> tier.azureName().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unreadable(
                        place + ": door.tier: " + name + " is no tier, give the file as it was written"));
    }

    static JsonNode parsed(String place, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new Unreadable(place + ":" + broken.getLocation().getLineNr() + ": not JSON, give the file as it was"
                    + " written");
        }
    }
}
