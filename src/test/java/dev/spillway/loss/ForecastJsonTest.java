package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.testsupport.Golden;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A forecast as JSON, field by field, and Event Grid's late acceptance by hand. */
final class ForecastJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Offset<Double> EXACTLY = within(0.01);
    private static final String HUBS = """
            {"name": "both",
             "load": {"averageEventBytes": 900, "segments": [
               {"kind": "constant", "durationSeconds": 100, "eventsPerSecond": 600},
               {"kind": "constant", "durationSeconds": 60, "eventsPerSecond": 2600.5},
               {"kind": "constant", "durationSeconds": 300, "eventsPerSecond": 600}]},
             "producer": {"client": {"library": "azureSdkDotNet"}, "bufferedEventsLimit": 70000,
               "deployment": {"podEventsPerSecond": 1500, "bufferedEventsPerPod": 20000, "podStartSeconds": 20,
                 "autoscaling": {"minReplicas": 1, "maxReplicas": 3, "targetAverageUtilization": 60}}},
             "eventHubs": {"throughputUnits": 1, "partitionCount": 4, "isAutoInflateEnabled": true,
               "maximumThroughputUnits": 2, "autoInflateReactionSeconds": 90},
             "consumer": {"podEventsPerSecond": 400, "checkpointOnShutdown": false,
               "autoscaling": {"minReplicas": 2, "maxReplicas": 4, "targetAverageUtilization": 70}},
             %s}""";
    private static final String GRID = """
            "eventGrid": {"load": {"averageEventBytes": 500, "segments": [
                {"kind": "constant", "durationSeconds": 1000, "eventsPerSecond": 50}]},
              "nonRetriableShare": 0.1, "publisherRetryWindowSeconds": 100,
              "regionOutage": {"startSeconds": 400, "failoverSeconds": 200}%s}""";

    @Test
    void everyFieldIsWritten() throws JsonProcessingException {
        JsonNode scenario = JSON.readTree(HUBS.replace("%s", GRID.replace("%s", ", \"deadLetterConfigured\": true")));

        String written = ForecastJson.write(ScenarioJson.scenario(scenario)).toPrettyString() + "\n";

        Golden.assertMatches(Path.of("src/test/resources/loss/forecast-of-both.approved.json"), written);
    }

    /**
     * 50 a second: 20,000 before the region is lost, 5,000 in the 100 s that no publisher waits for, 5,000 that are held until
     * the other region takes them 200 s later, 20,000 then. A tenth of what is published is refused for good.
     */
    @Test
    void whatPublishersHoldIsAcceptedLateAndAtOnce() throws JsonProcessingException {
        EventGridForecast forecast = grid("");

        var outcomes = forecast.outcomes();
        assertThat(outcomes.lostAtProducer()).isCloseTo(5_000, EXACTLY);
        assertThat(outcomes.lostUndeliverable()).isCloseTo(45_000 * 0.1, EXACTLY);
        assertThat(outcomes.deliveredOnTime()).isCloseTo(40_000 * 0.9 + 5_000 * 0.9 / 100, EXACTLY);
        assertThat(outcomes.delayed()).isCloseTo(5_000 * 0.9 * 99 / 100, EXACTLY);
        assertThat(forecast.deliveryAttempts()).isCloseTo(45_000, EXACTLY);
        assertThat(forecast.delaySeconds().maximum()).isCloseTo(100, EXACTLY);
        assertThat(forecast.assumptions()).hasSize(4).last().asString().contains("200 s after the region is lost");
    }

    /** Down exactly when the other region takes over: 5 s of fresh events and all that were held need a second attempt. */
    @Test
    void aSubscriberThatIsDownThenGetsThemAtTheNextAttempt() throws JsonProcessingException {
        EventGridForecast forecast = grid(outage(600, 5));

        assertThat(forecast.deliveryAttempts()).isCloseTo(45_000 + 0.9 * (5_000 + 250), EXACTLY);
        assertThat(forecast.delaySeconds().maximum()).isCloseTo(110, EXACTLY);
        assertThat(forecast.outcomes().lostUndeliverable()).isCloseTo(4_500, EXACTLY);
    }

    @Test
    void anOutageThatIsJustOverChangesNothing() throws JsonProcessingException {
        EventGridForecast forecast = grid(outage(590, 10));

        assertThat(forecast.deliveryAttempts()).isCloseTo(45_000, EXACTLY);
    }

    /** A single attempt: what is held meets a subscriber that is down, and nobody asks again. */
    @Test
    void withOneAttemptWhatWasHeldIsGivenUp() throws JsonProcessingException {
        EventGridForecast forecast = grid(outage(600, 5) + ", \"maxDeliveryAttempts\": 1");

        assertThat(forecast.outcomes().lostUndeliverable()).isCloseTo(4_500 + 0.9 * 5_250, EXACTLY);
        assertThat(forecast.deliveryAttempts()).isCloseTo(45_000, EXACTLY);
    }

    @Test
    void aFigureThatIsNoWholeNumberOrNoTextIsNamed() throws JsonProcessingException {
        JsonNode wrong = JSON.readTree(HUBS.replace("%s", "\"delayedThresholdSeconds\": true")
                .replace("\"azureSdkDotNet\"", "7")
                .replace("\"partitionCount\": 4", "\"partitionCount\": 4e10"));

        assertThatThrownBy(() -> ScenarioJson.scenario(wrong))
                .isInstanceOfSatisfying(
                        InvalidScenario.class,
                        invalid -> assertThat(invalid.problems())
                                .anyMatch(problem -> problem.startsWith("eventHubs.partitionCount: 4.0E10")
                                        && problem.contains("a whole number"))
                                .anyMatch(problem -> problem.startsWith("delayedThresholdSeconds: true"))
                                .anyMatch(problem -> problem.startsWith("producer.client.library: 7")
                                        && problem.contains("a text")));
    }

    private static String outage(int start, int seconds) {
        return ", \"subscriberOutages\": [{\"startSeconds\": " + start + ", \"durationSeconds\": " + seconds + "}]";
    }

    private static EventGridForecast grid(String more) throws JsonProcessingException {
        JsonNode scenario = JSON.readTree("{" + GRID.replace("%s", more) + "}");
        return EventGridModel.forecast(
                ScenarioJson.scenario(scenario).eventGrid().orElseThrow());
    }
}
