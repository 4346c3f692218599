package dev.spillway.loss;

import dev.spillway.units.InvalidValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the load of a scenario. */
final class LoadJson {
    static final Set<String> LOAD = Set.of("averageEventBytes", "segments", "spikes", "metrics");

    private static final Set<String> CONSTANT = Set.of("kind", "durationSeconds", "eventsPerSecond");
    private static final Set<String> RAMP =
            Set.of("kind", "durationSeconds", "startEventsPerSecond", "endEventsPerSecond", "stepSeconds");
    private static final Set<String> SINUSOID = Set.of(
            "kind",
            "durationSeconds",
            "meanEventsPerSecond",
            "amplitudeEventsPerSecond",
            "periodSeconds",
            "peakAtSeconds",
            "stepSeconds");
    private static final Set<String> SPIKE = Set.of("startSeconds", "durationSeconds", "extraEventsPerSecond");
    private static final double SINUSOID_STEP_SECONDS = 60;
    private static final double RAMP_STEP_SECONDS = 1;

    private LoadJson() {}

    static Optional<Load> load(ScenarioFields fields, Metrics metrics) {
        if (fields.has("metrics")) {
            return measured(fields, metrics);
        }
        if (!fields.has("segments")) {
            fields.refuse("segments", "nothing", "a value: it is required, or metrics instead");
            return Optional.empty();
        }
        var segments = fields.items("segments").stream()
                .flatMap(item -> segment(item).stream())
                .toList();
        var spikes = spikes(fields);
        return fields.build(() -> new Load(fields.number("averageEventBytes"), segments, spikes));
    }

    private static Optional<Load> measured(ScenarioFields fields, Metrics metrics) {
        if (fields.has("segments")) {
            fields.refuse("metrics", "measured metrics beside segments", "one of them");
        }
        var spikes = spikes(fields);
        return fields.build(() -> {
            Load load = metrics.named(fields.text("metrics"));
            double bytes = fields.number("averageEventBytes", load.averageEventBytes());
            return new Load(bytes, load.segments(), spikes);
        });
    }

    private static List<Spike> spikes(ScenarioFields fields) {
        return fields.items("spikes").stream()
                .map(item -> item.fields(SPIKE))
                .flatMap(spike -> spike
                        .build(() -> new Spike(
                                spike.number("startSeconds"),
                                spike.number("durationSeconds"),
                                spike.number("extraEventsPerSecond")))
                        .stream())
                .toList();
    }

    private static Optional<Segment> segment(ScenarioItem item) {
        return switch (item.kind()) {
            case "constant" -> {
                var fields = item.fields(CONSTANT);
                yield fields.build(
                        () -> new Segment.Constant(fields.number("durationSeconds"), fields.number("eventsPerSecond")));
            }
            case "ramp" -> {
                var fields = item.fields(RAMP);
                yield fields.build(() -> new Segment.Ramp(
                        fields.number("durationSeconds"),
                        fields.number("startEventsPerSecond"),
                        fields.number("endEventsPerSecond"),
                        fields.number("stepSeconds", RAMP_STEP_SECONDS)));
            }
            case "sinusoid" -> {
                var fields = item.fields(SINUSOID);
                yield fields.build(() -> new Segment.Sinusoid(
                        fields.number("durationSeconds"),
                        fields.number("meanEventsPerSecond"),
                        fields.number("amplitudeEventsPerSecond"),
                        fields.number("periodSeconds"),
                        fields.number("peakAtSeconds", 0),
                        fields.number("stepSeconds", SINUSOID_STEP_SECONDS)));
            }
            default -> {
                item.refuseKind("constant, ramp or sinusoid");
                yield Optional.empty();
            }
        };
    }

    /** Where the measured metrics of a load come from. */
    @FunctionalInterface
    interface Metrics {
        /** Refuses: nobody said where files are. */
        Metrics NOWHERE = name -> {
            throw new InvalidValue("metrics", name, "segments: a scenario that is no file has no other file beside it");
        };

        /** An {@link InvalidValue} says what is wrong with that file. */
        Load named(String name);
    }
}
