package dev.spillway.plan;

import dev.spillway.model.DisasterRecoverySpec;
import dev.spillway.model.WorkloadSpec.Role;
import dev.spillway.units.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The alerts on readers that fall behind. No metric tells it of a Standard namespace, so that logs are asked. */
final class ReadingAlerts {
    private static final Duration LONGEST_WINDOW = Duration.ofDays(2);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final Duration LAG_WINDOW = Duration.ofHours(6);
    private static final Duration BEHIND = Duration.ofMinutes(10);
    private static final double WHOLE = 0.9;
    private static final long MANY_EVENTS = 100_000;

    private ReadingAlerts() {}

    static List<AlertPlan> of(NamespacePlan namespace, List<WorkloadPlan> workloads) {
        List<AlertPlan> alerts = new ArrayList<>();
        // Metrics in the logs lose the hub's name: the hub that is read the least decides, so that nothing is made up.
        int groups = namespace.hubs().stream()
                .mapToInt(hub -> groups(hub, workloads))
                .min()
                .orElse(0);
        if (groups == 0) {
            return alerts;
        }
        alerts.add(alert(
                namespace,
                AlertKind.CONSUMER_LAG,
                lag(namespace, groups),
                LAG_WINDOW,
                Duration.ofMinutes(15),
                namespace.tier().isLarge()
                        ? "the namespace itself reports more than 100,000 events not read"
                        : "more than " + BEHIND.toMinutes() + " minutes of the mean load are not read"));
        Duration retention = namespace.hubs().stream()
                .map(hub -> hub.retention().value())
                .min(Duration::compareTo)
                .orElseThrow();
        Duration window = retention.dividedBy(2).compareTo(HALF_A_DAY) <= 0 ? Duration.ofDays(1) : LONGEST_WINDOW;
        Duration longest = Duration.ofSeconds((long) (WHOLE * window.toSeconds()));
        Duration risk = retention.dividedBy(2).compareTo(longest) < 0 ? retention.dividedBy(2) : longest;
        alerts.add(alert(
                namespace,
                AlertKind.RETENTION_AT_RISK,
                LogQueries.behind(namespace, groups, window, risk),
                window,
                Duration.ofHours(1),
                NumberText.number(risk.toMinutes() / 60.0) + " h behind, where events are kept for "
                        + retention.toHours() + " h"));
        return alerts;
    }

    /** A copy in another region that falls behind what the recovery allows. */
    static Optional<AlertPlan> replication(NamespacePlan namespace) {
        return namespace
                .options()
                .recovery(DisasterRecoverySpec.Kind.GEO_REPLICATION)
                .map(recovery -> recovery.maxReplicationLag()
                        .filter(lag -> !lag.isZero())
                        .orElse(DisasterRecoverySpec.SHORTEST_LAG))
                .map(lag -> alert(
                        namespace,
                        AlertKind.REPLICATION_LAG,
                        LogQueries.reportedLag(namespace, "ReplicationLag", lag.toSeconds()),
                        NamespaceAlerts.FIVE_MINUTES,
                        NamespaceAlerts.FIVE_MINUTES,
                        "more than the " + lag.toMinutes() + " minutes that the recovery allows"));
    }

    private static String lag(NamespacePlan namespace, int groups) {
        return !namespace.tier().isLarge()
                ? LogQueries.behind(namespace, groups, LAG_WINDOW, BEHIND)
                : LogQueries.reportedLag(namespace, "ConsumerLag", MANY_EVENTS);
    }

    /** Who reads the hub: the groups of its declared readers, or else all groups that it has. */
    static int groups(HubPlan hub, List<WorkloadPlan> workloads) {
        long readers = workloads.stream()
                .map(WorkloadPlan::spec)
                .filter(spec -> spec.role() == Role.CONSUMER && spec.hub().hub().equals(hub.name()))
                .flatMap(spec -> spec.consumerGroup().stream())
                .distinct()
                .count();
        return readers > 0 ? (int) readers : hub.consumerGroups().size();
    }

    private static AlertPlan alert(
            NamespacePlan namespace, AlertKind kind, String kql, Duration window, Duration frequency, String reason) {
        return new AlertPlan(
                namespace.name() + "-" + kind.key(),
                kind,
                Monitored.resource(namespace),
                "namespace " + namespace.name(),
                new AlertSignal.Query(kql),
                window,
                frequency,
                reason);
    }
}
