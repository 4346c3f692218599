package dev.spillway.loss;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code scenario} object of a scenario file; anything that it cannot honour is refused, all of it at once. */
public final class ScenarioJson {
    private static final Set<String> SCENARIO = Set.of(
            "schemaVersion",
            "name",
            "load",
            "producer",
            "eventHubs",
            "consumer",
            "faults",
            "disasterRecovery",
            "eventGrid",
            "simulation",
            "delayedThresholdSeconds");
    private static final Set<String> OF_EVENT_HUBS =
            Set.of("load", "producer", "consumer", "faults", "disasterRecovery", "simulation");
    private static final Set<String> SIMULATION = Set.of("drainLimitSeconds", "hpaSyncPeriodSeconds");

    private ScenarioJson() {}

    /** The Event Hubs part of a scenario; an {@link InvalidScenario} names every field that cannot be honoured. */
    public static PipelineFigures read(JsonNode scenario) {
        return hubs(scenario(scenario));
    }

    /** As {@link #read(JsonNode)}, for a scenario from a file: measured metrics are looked for beside it. */
    public static PipelineFigures read(JsonNode scenario, FilesBeside beside) {
        return hubs(scenario(scenario, beside));
    }

    private static PipelineFigures hubs(Scenario scenario) {
        return scenario.eventHubs()
                .orElseThrow(() -> new InvalidScenario(
                        List.of("eventHubs: nothing is not possible, give a value: it is required")));
    }

    /** All parts of a scenario; an {@link InvalidScenario} names every field that cannot be honoured. */
    public static Scenario scenario(JsonNode scenario) {
        return parts(scenario, LoadJson.Metrics.NOWHERE);
    }

    /** As {@link #scenario(JsonNode)}, for a scenario from a file: measured metrics are looked for beside it. */
    public static Scenario scenario(JsonNode scenario, FilesBeside beside) {
        return parts(scenario, name -> MetricsCsv.read(name, beside));
    }

    private static Scenario parts(JsonNode scenario, LoadJson.Metrics metrics) {
        var problems = new ScenarioProblems();
        var fields = ScenarioFields.of(scenario, "", SCENARIO, problems);
        int version = fields.whole("schemaVersion", 1);
        if (version != 1) {
            fields.refuse("schemaVersion", version, "1");
        }
        double threshold = threshold(fields);
        boolean wantsHubs = fields.has("eventHubs") || OF_EVENT_HUBS.stream().anyMatch(fields::has);
        if (!wantsHubs && !fields.has("eventGrid")) {
            fields.refuse("eventHubs", "nothing", "eventHubs with load and producer, or eventGrid");
        }
        var pipeline = wantsHubs ? pipeline(fields, threshold, metrics) : Optional.<PipelineFigures>empty();
        var grid = fields.child("eventGrid", EventGridJson.EVENT_GRID)
                .flatMap(given -> EventGridJson.read(given, threshold, metrics));
        problems.throwIfAny();
        return new Scenario(fields.text("name"), pipeline, grid);
    }

    /** Both parts share it, so what is wrong with it is said here once. */
    private static double threshold(ScenarioFields fields) {
        double seconds = fields.number("delayedThresholdSeconds", PipelineFigures.DELAYED_THRESHOLD_SECONDS);
        if (seconds < 0) {
            fields.refuse("delayedThresholdSeconds", seconds, "a finite number, zero or more");
            return PipelineFigures.DELAYED_THRESHOLD_SECONDS;
        }
        return seconds;
    }

    private static Optional<PipelineFigures> pipeline(
            ScenarioFields fields, double threshold, LoadJson.Metrics metrics) {
        var load = fields.requiredChild("load", LoadJson.LOAD).flatMap(given -> LoadJson.load(given, metrics));
        var producer =
                fields.requiredChild("producer", SenderJson.PRODUCER).flatMap(given -> SenderJson.sender(given, load));
        var hubs = fields.requiredChild("eventHubs", EventHubsJson.EVENT_HUBS);
        var admission = hubs.flatMap(EventHubsJson::admission);
        var consumer = fields.child("consumer", EventHubsJson.CONSUMER);
        var reading = hubs.flatMap(given -> EventHubsJson.reading(given, consumer));
        var faults = FaultsJson.faults(fields);
        var recovery = fields.child("disasterRecovery", FaultsJson.RECOVERY)
                .map(FaultsJson::recovery)
                .orElse(Optional.of(DisasterRecovery.NONE));
        var course = fields.child("simulation", SIMULATION).map(Course::read).orElse(Optional.of(Course.STANDARD));
        return fields.build(() -> new PipelineFigures(
                List.of(producer.orElseThrow()),
                admission.orElseThrow(),
                threshold,
                course.orElseThrow().drainLimitSeconds(),
                course.orElseThrow().hpaSyncPeriodSeconds(),
                reading,
                faults,
                recovery.orElseThrow()));
    }

    /** How a run goes on and ends; checked here too, so that what is wrong is named where it stands. */
    private record Course(double drainLimitSeconds, double hpaSyncPeriodSeconds) {
        static final Course STANDARD =
                new Course(PipelineFigures.DRAIN_LIMIT_SECONDS, PipelineFigures.HPA_SYNC_PERIOD_SECONDS);

        Course {
            Require.zeroOrMore("drainLimitSeconds", drainLimitSeconds);
            Require.positive("hpaSyncPeriodSeconds", hpaSyncPeriodSeconds);
        }

        static Optional<Course> read(ScenarioFields fields) {
            return fields.build(() -> new Course(
                    fields.number("drainLimitSeconds", STANDARD.drainLimitSeconds),
                    fields.number("hpaSyncPeriodSeconds", STANDARD.hpaSyncPeriodSeconds)));
        }
    }
}
