package dev.spillway.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what breaks in a scenario, and what is prepared for it. */
final class FaultsJson {
    static final Set<String> RECOVERY = Set.of(
            "strategy", "detectionSeconds", "failoverSeconds", "replicationLagSeconds", "secondaryThroughputUnits");

    private static final Set<String> FAULT = Set.of("kind", "startSeconds", "durationSeconds");

    private FaultsJson() {}

    static List<Fault> faults(ScenarioFields scenario) {
        return scenario.items("faults").stream()
                .flatMap(item -> fault(item).stream())
                .toList();
    }

    static Optional<DisasterRecovery> recovery(ScenarioFields fields) {
        DisasterRecovery absent = DisasterRecovery.NONE;
        return fields.build(() -> new DisasterRecovery(
                fields.named(
                        "strategy",
                        absent.strategy(),
                        DisasterRecovery.Strategy::byKey,
                        Arrays.stream(DisasterRecovery.Strategy.values())
                                .map(DisasterRecovery.Strategy::key)
                                .toList()),
                fields.number("detectionSeconds", absent.detectionSeconds()),
                fields.number("failoverSeconds", absent.failoverSeconds()),
                fields.number("replicationLagSeconds", absent.replicationLagSeconds()),
                fields.optionalWhole("secondaryThroughputUnits")));
    }

    private static Optional<Fault> fault(ScenarioItem item) {
        return switch (item.kind()) {
            case "consumerOutage" -> {
                var fields = item.fields(FAULT);
                yield fields.build(() ->
                        new Fault.ConsumerOutage(fields.number("startSeconds"), fields.number("durationSeconds")));
            }
            case "regionOutage" -> {
                var fields = item.fields(FAULT);
                yield fields.build(() -> new Fault.RegionOutage(
                        fields.number("startSeconds"), fields.number("durationSeconds", Double.POSITIVE_INFINITY)));
            }
            default -> {
                item.refuseKind("consumerOutage or regionOutage");
                yield Optional.empty();
            }
        };
    }
}
