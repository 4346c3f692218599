package dev.spillway.loss;

import java.util.Optional;
import java.util.Set;

/** Reads the load of a scenario. */
final class LoadJson {
    static final Set<String> LOAD = Set.of("averageEventBytes", "segments");

    private static final Set<String> CONSTANT = Set.of("kind", "durationSeconds", "eventsPerSecond");
    private static final Set<String> RAMP =
            Set.of("kind", "durationSeconds", "startEventsPerSecond", "endEventsPerSecond", "stepSeconds");
    private static final double RAMP_STEP_SECONDS = 1;

    private LoadJson() {}

    static Optional<Load> load(ScenarioFields fields) {
        var segments = fields.items("segments").stream()
                .flatMap(item -> segment(item).stream())
                .toList();
        return fields.build(() -> new Load(fields.number("averageEventBytes"), segments));
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
            default -> {
                item.refuseKind("constant or ramp");
                yield Optional.empty();
            }
        };
    }
}
