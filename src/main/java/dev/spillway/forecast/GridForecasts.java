package dev.spillway.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.spillway.loss.EventGridFigures;
import dev.spillway.loss.EventGridModel;
import dev.spillway.loss.SubscriberOutage;
import dev.spillway.units.InvalidValue;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.InputPath;
import dev.spillway.view.SubscriptionView;
import dev.spillway.view.TopicView;
import java.util.List;
import java.util.Optional;

/** Forecasts the loss at every Event Grid subscription whose topic says what load and what outage it was made for. */
public final class GridForecasts {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final double SECONDS_PER_MINUTE = 60;
    private static final int BY_DEFAULT_MINUTES = 1_440;
    private static final double BY_DEFAULT_BYTES = 1_024;
    private static final double BY_DEFAULT_WINDOW = 3_600;

    private GridForecasts() {}

    /** One for each subscription of a topic that states a load, sorted by URN; and one for each whose load is not known. */
    public static List<GridForecast> of(EventTopology topology) {
        return topology.grid().subscriptions().stream().map(GridForecasts::of).toList();
    }

    private static GridForecast of(SubscriptionView subscription) {
        Fact<JsonNode> load =
                subscription.topic().then(topic -> tag(topic, "spillway-load")).then(text -> parsed(text));
        Fact<Double> away = subscription
                .topic()
                .then(topic -> tag(topic, "spillway-subscriber-outage-minutes"))
                .then(GridForecasts::number);
        Fact<Integer> attempts = subscription.maximumAttempts();
        Fact<Integer> life = subscription
                .resource()
                .whole("retryPolicy.eventTimeToLiveInMinutes")
                .orDefault(BY_DEFAULT_MINUTES);
        List<Gap> gaps = Gap.in(subscription, load, away, attempts, life);
        if (!gaps.isEmpty()) {
            return new GridForecast(subscription.urn(), name(subscription), Optional.empty(), Optional.empty(), gaps);
        }
        try {
            EventGridFigures figures = outage(load.value(), away.value() * SECONDS_PER_MINUTE)
                    .figures(
                            attempts.value(),
                            life.value() * SECONDS_PER_MINUTE,
                            !subscription.deadLetter().isAbsent());
            return new GridForecast(
                    subscription.urn(),
                    name(subscription),
                    Optional.of(figures),
                    Optional.of(EventGridModel.forecast(figures)),
                    List.of());
        } catch (InvalidValue impossible) {
            Gap gap = new Gap(
                    subscription.urn(), subscription.name(), "retryPolicy", String.valueOf(impossible.getMessage()));
            return new GridForecast(
                    subscription.urn(), name(subscription), Optional.empty(), Optional.empty(), List.of(gap));
        }
    }

    private static Fact<String> tag(TopicView topic, String key) {
        return topic.resource().text(InputPath.child("tags", key));
    }

    private static Fact<JsonNode> parsed(String text) {
        String path = InputPath.child("tags", "spillway-load");
        try {
            JsonNode load = JSON.readTree(text);
            return load.path("baselineEventsPerSecond").isNumber()
                    ? Fact.known(path, load)
                    : Fact.unknown(path, "met no baselineEventsPerSecond");
        } catch (JsonProcessingException broken) {
            return Fact.unknown(path, "met something that is no JSON");
        }
    }

    private static Fact<Double> number(String text) {
        String path = InputPath.child("tags", "spillway-subscriber-outage-minutes");
        try {
            return Fact.known(path, Double.valueOf(text));
        } catch (NumberFormatException broken) {
            return Fact.unknown(path, "met \"" + text + "\" where a number of minutes belongs");
        }
    }

    private static SubscriberOutage outage(JsonNode load, double seconds) {
        double baseline = load.path("baselineEventsPerSecond").asDouble();
        return new SubscriberOutage(
                baseline,
                load.path("peakEventsPerSecond").asDouble(baseline),
                load.path("rampSeconds").asDouble(0),
                load.path("peakHoldSeconds").asDouble(0),
                load.path("windowSeconds").asDouble(BY_DEFAULT_WINDOW),
                load.path("averageEventBytes").asDouble(BY_DEFAULT_BYTES),
                seconds);
    }

    private static String name(SubscriptionView subscription) {
        String own = subscription.azureName().whenKnown().orElse(subscription.name());
        String topic = subscription
                .topic()
                .whenKnown()
                .flatMap(known -> known.azureName().whenKnown())
                .orElse("a topic outside of the stack");
        String within = subscription
                .resource()
                .text("domainName")
                .then(domain -> subscription.resource().text("topicName"))
                .whenKnown()
                .map(inner -> " in " + inner)
                .orElse("");
        return "subscription " + own + within + " of " + topic;
    }
}
