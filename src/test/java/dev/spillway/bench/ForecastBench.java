package dev.spillway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.config.StackFile;
import dev.spillway.loss.LossModel;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.ScenarioJson;
import dev.spillway.loss.sizing.Allowance;
import dev.spillway.loss.sizing.Sizing;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Forecasts per second, whole ones with range and reasons, on one thread: the incident with and without its autoscaler, and a
 * day of bursts in two sizes a factor of ten apart, to see whether the cost follows the number of changes.
 */
final class ForecastBench {
    private static final int ROUNDS = 7;
    private static final double ROUND_SECONDS = 0.5;
    private static final double NANOS = 1e9;

    private ForecastBench() {}

    public static void main(String[] args) throws IOException {
        JsonNode incident = new ObjectMapper()
                .readTree(Path.of("src/test/resources/loss/cases/01-s1-incident.json")
                        .toFile())
                .path("scenario");
        ObjectNode plain = incident.deepCopy();
        ((ObjectNode) plain.path("producer")).remove("deployment");
        report("incident, pods and autoscaler", incident);
        report("incident, no controllers", plain);
        double few = report("a day, 144 changes of load", day(plain, 144));
        double many = report("a day, 1,440 changes of load", day(plain, 1440));
        report("a day, 1,440 changes, all scalers", scaledDay(incident, 1440));
        System.out.printf(Locale.ROOT, "ten times the changes cost %.1f times as much%n", few / many);
        reportSize("size, two hubs", "azureSdkDotNet");
        reportSize("size, two hubs, single sends", "azureSdkJava");
    }

    private static double report(String name, JsonNode scenario) {
        PipelineFigures figures = ScenarioJson.read(scenario);
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            rates[round] = round(figures);
        }
        Arrays.sort(rates);
        double median = rates[ROUNDS / 2];
        System.out.printf(
                Locale.ROOT, "%-34s %,10.0f /s  (%,.0f to %,.0f)%n", name, median, rates[0], rates[ROUNDS - 1]);
        return median;
    }

    /** Everything that the command computes, once per round, for a stack whose clients are of that library. */
    private static void reportSize(String name, String library) throws IOException {
        String yaml = Files.readString(Path.of("src/test/resources/cli/two-hubs.yaml"));
        Path stack = Files.createTempFile("two-hubs", ".yaml");
        Files.writeString(stack, yaml.replace("azureSdkDotNet", library));
        StackPlan plan = StackPlanner.plan(StackFile.read(stack));
        Files.delete(stack);
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            plan.namespaces()
                    .forEach(namespace -> Sizing.of(plan.figures(namespace).orElseThrow(), Allowance.NOTHING));
            seconds[round] = (System.nanoTime() - start) / NANOS;
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "%-34s %10.3f s   (%.3f to %.3f)%n",
                name,
                seconds[ROUNDS / 2],
                seconds[0],
                seconds[ROUNDS - 1]);
    }

    private static double round(PipelineFigures figures) {
        long start = System.nanoTime();
        long forecasts = 0;
        double lost = 0;
        double seconds = 0;
        while (seconds < ROUND_SECONDS) {
            lost += LossModel.forecast(figures).lostEvents();
            forecasts++;
            seconds = (System.nanoTime() - start) / NANOS;
        }
        if (Double.isNaN(lost)) {
            throw new IllegalStateException("a forecast is not a number");
        }
        return forecasts / seconds;
    }

    /** A daily curve with its noise, senders on CPU, readers on lag that hand over, and units that grow. */
    private static JsonNode scaledDay(JsonNode incident, int changes) {
        ObjectNode day = incident.deepCopy();
        ArrayNode segments = ((ObjectNode) day.path("load")).putArray("segments");
        for (int change = 0; change < changes; change++) {
            double curve = 1_500 + 1_000 * Math.sin(2 * Math.PI * change / changes);
            segments.addObject()
                    .put("kind", "constant")
                    .put("durationSeconds", 86_400.0 / changes)
                    .put("eventsPerSecond", curve * (change % 7 == 0 ? 1.5 : 1));
        }
        ((ObjectNode) day.path("eventHubs"))
                .put("throughputUnits", 3)
                .put("isAutoInflateEnabled", true)
                .put("maximumThroughputUnits", 10)
                .put("partitionCount", 32);
        ObjectNode consumer = (ObjectNode) day.path("consumer");
        consumer.remove("replicas");
        consumer.put("podEventsPerSecond", 300)
                .putObject("autoscaling")
                .put("minReplicas", 2)
                .put("maxReplicas", 16)
                .put("metric", "externalLag")
                .put("unprocessedEventThreshold", 1_000);
        return day;
    }

    /** Every other change is a burst above the single unit's 1,000 events per second. */
    private static JsonNode day(ObjectNode scenario, int changes) {
        ObjectNode day = scenario.deepCopy();
        ArrayNode segments = ((ObjectNode) day.path("load")).putArray("segments");
        for (int change = 0; change < changes; change++) {
            segments.addObject()
                    .put("kind", "constant")
                    .put("durationSeconds", 86_400.0 / changes)
                    .put("eventsPerSecond", change % 2 == 0 ? 600 : 1100);
        }
        return day;
    }
}
