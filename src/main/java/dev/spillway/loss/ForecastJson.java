package dev.spillway.loss;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/** Writes a forecast with the names and the nesting of the scenario files, numbers rounded to four decimals. */
public final class ForecastJson {
    private static final double FOUR_DECIMALS = 1e4;
    private static final double WHOLE_LIMIT = 1e14;

    private ForecastJson() {}

    /** What a scenario's parts come to, together. */
    public static ObjectNode write(Scenario scenario) {
        Optional<ObjectNode> hubs = scenario.eventHubs().map(figures -> write(LossModel.forecastWithBand(figures)));
        Optional<ObjectNode> grid = scenario.eventGrid().map(figures -> write(EventGridModel.forecast(figures)));
        return hubs.isPresent() && grid.isPresent()
                ? both(hubs.get(), grid.get())
                : hubs.or(() -> grid).orElseThrow();
    }

    /** Two written forecasts of one scenario as one: ranges add up, sentences follow each other. */
    public static ObjectNode both(ObjectNode hubs, ObjectNode grid) {
        ObjectNode top = hubs.deepCopy();
        top.set("eventGrid", grid.path("eventGrid"));
        ObjectNode range = top.withObjectProperty("range");
        range.properties()
                .forEach(end -> put(
                        range,
                        end.getKey(),
                        end.getValue().asDouble()
                                + grid.path("range").path(end.getKey()).asDouble()));
        for (String list : List.of("decidedBy", "assumptions")) {
            grid.path(list).forEach(top.withArrayProperty(list)::add);
        }
        return top;
    }

    /** The whole forecast: {@code eventHubs} as in the files, and everything else beside it. */
    public static ObjectNode write(LossForecast forecast) {
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        top.set("eventHubs", eventHubs(forecast));
        top.set("range", range(forecast.range()));
        top.set("burst", burst(forecast.burst()));
        forecast.band().ifPresent(band -> top.set("band", band(band)));
        top.set("senders", each(forecast.senders(), ForecastJson::sender));
        top.set("decidedBy", each(forecast.decidedBy(), ForecastJson::decision));
        ArrayNode assumptions = top.putArray("assumptions");
        forecast.assumptions().forEach(assumptions::add);
        top.set("timeline", each(forecast.timeline(), ForecastJson::point));
        return top;
    }

    /** An Event Grid forecast: {@code eventGrid} as in the files, and the rest beside it; it has no timeline. */
    public static ObjectNode write(EventGridForecast forecast) {
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        double lost = forecast.lostEvents();
        top.set("eventGrid", eventGrid(forecast));
        top.set("range", range(new LossForecast.Range(lost, lost, lost)));
        top.set("decidedBy", each(forecast.decidedBy(), ForecastJson::decision));
        ArrayNode assumptions = top.putArray("assumptions");
        forecast.assumptions().forEach(assumptions::add);
        top.putArray("timeline");
        return top;
    }

    private static ObjectNode eventGrid(EventGridForecast forecast) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "offeredEvents", forecast.offeredEvents());
        ObjectNode outcomes = node.putObject("outcomes");
        put(outcomes, "deliveredOnTime", forecast.outcomes().deliveredOnTime());
        put(outcomes, "delayed", forecast.outcomes().delayed());
        put(outcomes, "lostAtProducer", forecast.outcomes().lostAtProducer());
        put(outcomes, "deadLettered", forecast.outcomes().deadLettered());
        put(outcomes, "lostUndeliverable", forecast.outcomes().lostUndeliverable());
        put(outcomes, "unavailableInRegion", forecast.outcomes().unavailableInRegion());
        put(node, "conservationError", forecast.conservationError());
        put(node, "deliveredEvents", forecast.deliveredEvents());
        put(node, "lostEvents", forecast.lostEvents());
        put(node, "lossPercent", forecast.lossPercent());
        put(node, "deliveryAttempts", forecast.deliveryAttempts());
        put(node, "lastAttemptOffsetSeconds", forecast.lastAttemptOffsetSeconds());
        node.put("attemptsWithinPolicy", forecast.attemptsWithinPolicy());
        node.set("delaySeconds", delays(forecast.delaySeconds()));
        return node;
    }

    private static ObjectNode eventHubs(LossForecast forecast) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "offeredEvents", forecast.offeredEvents());
        node.set("outcomes", outcomes(forecast.outcomes()));
        put(node, "conservationError", forecast.conservationError());
        put(node, "deliveredEvents", forecast.deliveredEvents());
        put(node, "lostEvents", forecast.lostEvents());
        put(node, "lossPercent", forecast.lossPercent());
        node.set("lossCauses", causes(forecast.lossCauses()));
        put(node, "throttledThenRecovered", forecast.throttledThenRecovered());
        put(node, "throttleSeconds", forecast.throttleSeconds());
        put(node, "reportedLost", forecast.reportedLost());
        put(node, "retryDuplicates", forecast.retryDuplicates());
        put(node, "duplicatesUpperBound", forecast.duplicatesUpperBound());
        node.set("duplicateCauses", duplicates(forecast.duplicateCauses()));
        node.set("delaySeconds", delays(forecast.delaySeconds()));
        put(node, "firstLossAtSeconds", forecast.firstLossAtSeconds());
        put(node, "lastLossAtSeconds", forecast.lastLossAtSeconds());
        put(node, "retryWindowSeconds", forecast.retryWindowSeconds());
        node.set("peaks", peaks(forecast.peaks()));
        node.set("autoInflate", each(forecast.autoInflate(), ForecastJson::inflate));
        node.set("producerScaling", each(forecast.producerScaling(), ForecastJson::scaling));
        node.set("consumerScaling", each(forecast.consumerScaling(), ForecastJson::scaling));
        put(node, "endOfRunSeconds", forecast.endOfRunSeconds());
        return node;
    }

    private static ObjectNode outcomes(LossForecast.Outcomes outcomes) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "deliveredOnTime", outcomes.deliveredOnTime());
        put(node, "delayed", outcomes.delayed());
        put(node, "lostAtProducer", outcomes.lostAtProducer());
        put(node, "lostByRetention", outcomes.lostByRetention());
        put(node, "recoverableFromCapture", outcomes.recoverableFromCapture());
        put(node, "unavailableInRegion", outcomes.unavailableInRegion());
        put(node, "inFlightAtEnd", outcomes.inFlightAtEnd());
        return node;
    }

    private static ObjectNode causes(LossForecast.LossCauses causes) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "producerPodOverload", causes.producerPodOverload());
        put(node, "retryWindowExceeded", causes.retryWindowExceeded());
        put(node, "producerBufferOverflow", causes.producerBufferOverflow());
        put(node, "retentionExceeded", causes.retentionExceeded());
        return node;
    }

    private static ObjectNode duplicates(LossForecast.DuplicateCauses causes) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "handover", causes.handover());
        put(node, "shutdown", causes.shutdown());
        put(node, "dualPublish", causes.dualPublish());
        return node;
    }

    private static ObjectNode delays(LossForecast.DelaySeconds delays) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "p50", delays.p50());
        put(node, "p99", delays.p99());
        put(node, "maximum", delays.maximum());
        put(node, "mean", delays.mean());
        return node;
    }

    private static ObjectNode peaks(LossForecast.Peaks peaks) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "producerTierBacklog", peaks.producerTierBacklog());
        put(node, "producerRetryBacklog", peaks.producerRetryBacklog());
        put(node, "partitionLogBacklog", peaks.partitionLogBacklog());
        node.put("throughputUnits", peaks.throughputUnits());
        put(node, "producerPods", peaks.producerPods());
        put(node, "consumerPods", peaks.consumerPods());
        return node;
    }

    private static void inflate(LossForecast.InflateStep step, ObjectNode node) {
        put(node, "atSeconds", step.atSeconds());
        node.put("fromThroughputUnits", step.fromThroughputUnits());
        node.put("toThroughputUnits", step.toThroughputUnits());
    }

    private static void scaling(LossForecast.ScalingStep step, ObjectNode node) {
        put(node, "atSeconds", step.atSeconds());
        node.put("fromReplicas", step.fromReplicas());
        node.put("toReplicas", step.toReplicas());
    }

    private static ObjectNode range(LossForecast.Range range) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "low", range.low());
        put(node, "best", range.best());
        put(node, "high", range.high());
        return node;
    }

    private static ObjectNode band(Band band) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "low", band.low());
        put(node, "high", band.high());
        band.hangsOn().ifPresentOrElse(parameter -> node.put("hangsOn", parameter), () -> node.putNull("hangsOn"));
        node.set("parameters", each(band.parameters(), ForecastJson::sensitivity));
        return node;
    }

    private static void sensitivity(Band.Sensitivity found, ObjectNode node) {
        node.put("parameter", found.parameter());
        node.put("unit", found.unit());
        put(node, "low", found.low());
        put(node, "best", found.best());
        put(node, "high", found.high());
        put(node, "lostAtLow", found.lostAtLow());
        put(node, "lostAtHigh", found.lostAtHigh());
        node.put("source", found.source());
    }

    private static ObjectNode burst(LossForecast.Burst burst) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "baselineEventsPerSecond", burst.baselineEventsPerSecond());
        put(node, "durationSeconds", burst.durationSeconds());
        put(node, "offeredEvents", burst.offeredEvents());
        put(node, "lostPercentOfBurst", burst.lostPercentOfBurst());
        return node;
    }

    private static void sender(LossForecast.SenderLoss sender, ObjectNode node) {
        node.put("name", sender.name());
        put(node, "offeredEvents", sender.offeredEvents());
        put(node, "lostEvents", sender.lostEvents());
    }

    private static void decision(LossForecast.Decision decision, ObjectNode node) {
        node.put("constraint", decision.constraint().key());
        put(node, "lostEvents", decision.lostEvents());
        node.put("text", decision.text());
    }

    private static void point(LossForecast.TimelinePoint point, ObjectNode node) {
        put(node, "atSeconds", point.atSeconds());
        put(node, "offeredPerSecond", point.offeredPerSecond());
        put(node, "admittedPerSecond", point.admittedPerSecond());
        put(node, "capacityPerSecond", point.capacityPerSecond());
        put(node, "waitingEvents", point.waitingEvents());
        put(node, "lostEventsSoFar", point.lostEventsSoFar());
        node.put("readyPods", point.readyPods());
        node.put("throughputUnits", point.throughputUnits());
        put(node, "readPerSecond", point.readPerSecond());
        put(node, "unreadEvents", point.unreadEvents());
        node.put("readyConsumers", point.readyConsumers());
    }

    private static <T> ArrayNode each(List<T> items, BiConsumer<T, ObjectNode> writer) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> writer.accept(item, array.addObject()));
        return array;
    }

    private static void put(ObjectNode node, String name, OptionalDouble value) {
        value.ifPresentOrElse(number -> put(node, name, number), () -> node.putNull(name));
    }

    private static void put(ObjectNode node, String name, OptionalInt value) {
        value.ifPresentOrElse(number -> node.put(name, number), () -> node.putNull(name));
    }

    /** JSON has no infinity: an endless window is null. */
    private static void put(ObjectNode node, String name, double value) {
        if (!Double.isFinite(value)) {
            node.putNull(name);
            return;
        }
        double rounded = Math.abs(value) < WHOLE_LIMIT ? Math.round(value * FOUR_DECIMALS) / FOUR_DECIMALS : value;
        if (rounded == Math.rint(rounded) && Math.abs(rounded) < WHOLE_LIMIT) {
            node.put(name, (long) rounded);
        } else {
            node.put(name, rounded);
        }
    }
}
