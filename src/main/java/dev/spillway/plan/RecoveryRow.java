package dev.spillway.plan;

import java.util.OptionalDouble;

/**
 * What one failure costs one Event Grid resource. Times are in seconds, volumes in events of the declared load.
 *
 * @param metadataLoss what becomes of topics and subscriptions themselves, in words
 * @param bestSeconds until events flow again at best, and {@code worstSeconds} at worst; empty is never, or nobody knows
 * @param delayed delivered late; a volume is empty where no load is declared
 * @param duplicated delivered twice at most
 * @param note what decides it, in one sentence
 */
public record RecoveryRow(
        String resource,
        String failure,
        String metadataLoss,
        OptionalDouble bestSeconds,
        OptionalDouble worstSeconds,
        OptionalDouble delayed,
        OptionalDouble keptAsDeadLetters,
        OptionalDouble lost,
        OptionalDouble duplicated,
        String note) {}
