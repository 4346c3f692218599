package dev.spillway.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Monitoring as asked for; what is empty is derived.
 *
 * @param emails who is told; together with {@code actionGroupIds} at least one
 * @param actionGroupIds action groups that exist already
 * @param workspaceId a Log Analytics workspace that exists already, best the one that the cluster logs into; without one a
 *     workspace is declared
 * @param logRetentionDays of the workspace that is declared; never together with {@code workspaceId}
 * @param runbookUrl where the pages of {@code docs/runbooks} can be opened; without it alerts carry their path
 * @param sendP99 how long all but one in a hundred sends may take, for the load test
 */
public record MonitoringSpec(
        List<String> emails,
        List<String> actionGroupIds,
        Optional<String> workspaceId,
        OptionalInt logRetentionDays,
        Optional<String> runbookUrl,
        Optional<Duration> sendP99) {
    public MonitoringSpec {
        emails = List.copyOf(emails);
        actionGroupIds = List.copyOf(actionGroupIds);
    }

    /** Monitoring that tells these people and derives everything else. */
    public static MonitoringSpec telling(List<String> emails) {
        return new MonitoringSpec(
                emails, List.of(), Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }
}
