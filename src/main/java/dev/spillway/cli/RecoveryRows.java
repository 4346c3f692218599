package dev.spillway.cli;

import dev.spillway.plan.RecoveryRow;
import dev.spillway.plan.RecoveryTable;
import dev.spillway.plan.StackPlan;
import dev.spillway.report.Recovery;
import dev.spillway.units.NumberText;
import java.util.List;
import java.util.OptionalDouble;

/** What failures cost, as the report wants it. */
final class RecoveryRows {
    private static final String UNKNOWN = "unknown";

    private RecoveryRows() {}

    static List<Recovery> of(StackPlan plan) {
        return RecoveryTable.of(plan).stream().map(RecoveryRows::row).toList();
    }

    private static Recovery row(RecoveryRow row) {
        return new Recovery(
                row.resource(),
                row.failure(),
                row.metadataLoss(),
                figure(row.bestSeconds()),
                figure(row.worstSeconds()),
                figure(row.delayed()),
                figure(row.keptAsDeadLetters()),
                figure(row.lost()),
                figure(row.duplicated()),
                row.note());
    }

    private static String figure(OptionalDouble value) {
        return value.isPresent() ? NumberText.whole(value.getAsDouble()) : UNKNOWN;
    }
}
