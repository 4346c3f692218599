package dev.spillway.plan;

import dev.spillway.facts.MonitorMetrics;
import dev.spillway.facts.ThroughputUnits;
import dev.spillway.model.WorkloadSpec.Role;
import dev.spillway.plan.AlertSignal.Criterion;
import dev.spillway.plan.AlertSignal.Operator;
import dev.spillway.units.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The alerts of one Event Hubs namespace, computed from its units, its hubs and those who use them. */
final class NamespaceAlerts {
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration FIFTEEN_MINUTES = Duration.ofMinutes(15);

    private static final double NEAR = 0.8;
    private static final double STALLED = 0.5;
    private static final double FEWEST_EVENTS_A_WINDOW = 10;
    private static final int SOME_ERRORS = 5;
    private static final int PRESSURE_PERCENT = 80;
    private static final int CAPTURE_WINDOWS = 2;

    private final NamespacePlan namespace;
    private final List<WorkloadPlan> workloads;
    private final MonitoredResource scope;
    private final List<AlertPlan> alerts = new ArrayList<>();

    private NamespaceAlerts(Monitored monitored, NamespacePlan namespace) {
        this.namespace = namespace;
        this.workloads = monitored.workloadsOf(namespace);
        this.scope = Monitored.resource(namespace);
    }

    static List<AlertPlan> of(Monitored monitored, NamespacePlan namespace) {
        NamespaceAlerts alerts = new NamespaceAlerts(monitored, namespace);
        alerts.refusals();
        alerts.capacity();
        namespace.hubs().forEach(alerts::hub);
        alerts.alerts.addAll(ReadingAlerts.of(namespace, alerts.workloads));
        ReadingAlerts.replication(namespace).ifPresent(alerts.alerts::add);
        alerts.add(
                AlertKind.RESOURCE_UNHEALTHY,
                "",
                new AlertSignal.Health(),
                Duration.ZERO,
                "whatever Azure's own resource health says");
        return List.copyOf(alerts.alerts);
    }

    private void refusals() {
        add(
                AlertKind.THROTTLED_REQUESTS,
                "",
                above("ThrottledRequests", 0, hubNames()),
                FIVE_MINUTES,
                "a single refused request: its sender has only its retry window");
        add(
                AlertKind.QUOTA_EXCEEDED,
                "",
                above("QuotaExceededErrors", 0, hubNames()),
                FIVE_MINUTES,
                "a single refused request: a quota does not come back by itself");
        add(
                AlertKind.SERVER_ERRORS,
                "",
                above("ServerErrors", SOME_ERRORS, hubNames()),
                FIVE_MINUTES,
                "more than " + SOME_ERRORS + " in five minutes: single ones are retried");
    }

    private void capacity() {
        if (namespace.tier().isLarge()) {
            pressure("NamespaceCpuUsage", "cpu");
            pressure("NamespaceMemoryUsage", "memory");
            return;
        }
        int units = namespace.throughputUnits().value();
        int most = namespace.autoInflate().value()
                ? Math.max(units, namespace.maximumThroughputUnits().value())
                : units;
        if (most > units) {
            near(AlertKind.INGRESS_NEAR_CURRENT, units, "auto-inflate is about to act");
            ceiling(most);
        }
        near(AlertKind.INGRESS_NEAR_HIGHEST, most, "beyond it the namespace refuses, and nothing adds units");
    }

    private void near(AlertKind kind, int units, String then) {
        double events = NEAR * units * ThroughputUnits.EVENTS_PER_SECOND * MINUTE.toSeconds();
        double bytes = NEAR * units * ThroughputUnits.BYTES_PER_SECOND * MINUTE.toSeconds();
        String of = "80 % of what " + NumberText.count(units, "unit") + " let" + (units == 1 ? "s" : "")
                + " in each minute; " + then;
        add(kind, "messages", above("IncomingMessages", events, List.of()), MINUTE, of);
        add(kind, "bytes", above("IncomingBytes", bytes, List.of()), MINUTE, of);
    }

    private void pressure(String metric, String suffix) {
        add(
                AlertKind.PREMIUM_PRESSURE,
                suffix,
                new AlertSignal.Metrics(List.of(criterion(metric, Operator.AT_LEAST, PRESSURE_PERCENT, List.of()))),
                FIVE_MINUTES,
                "80 % of its processing units: refusals follow");
    }

    private void ceiling(int most) {
        alerts.add(new AlertPlan(
                name(AlertKind.INFLATED_TO_CEILING, ""),
                AlertKind.INFLATED_TO_CEILING,
                scope,
                subject(),
                new AlertSignal.Query(LogQueries.inflatedTo(namespace, most)),
                FIVE_MINUTES,
                FIVE_MINUTES,
                "an inflate to " + NumberText.count(most, "unit") + ", the most there can be"));
    }

    private void hub(HubPlan hub) {
        OptionalDouble baseline = baseline(hub);
        double usual = baseline.orElse(0) * FIVE_MINUTES.toSeconds();
        if (baseline.isEmpty() || usual >= FEWEST_EVENTS_A_WINDOW) {
            add(
                    AlertKind.SILENCE,
                    hub.name(),
                    new AlertSignal.Metrics(
                            List.of(criterion("IncomingMessages", Operator.BELOW, 1, List.of(hub.name())))),
                    FIVE_MINUTES,
                    baseline.isEmpty()
                            ? "no event in five minutes"
                            : "no event in five minutes, where the baseline brings " + NumberText.number(usual));
        }
        hub.capture().ifPresent(capture -> behind(hub, capture, baseline));
        int groups = ReadingAlerts.groups(hub, workloads);
        if (groups > 0) {
            stalled(hub, usual, groups);
        }
    }

    /** A file that is being filled is no backlog; what two of them would hold is. */
    private void behind(HubPlan hub, CapturePlan capture, OptionalDouble baseline) {
        double perSecond = baseline.orElse(ThroughputUnits.EVENTS_PER_SECOND);
        long window = capture.interval().value().toSeconds();
        double events = Math.max(1, Math.ceil(CAPTURE_WINDOWS * window * perSecond));
        add(
                AlertKind.CAPTURE_BACKLOG,
                hub.name(),
                above("CaptureBacklog", events, List.of(hub.name())),
                FIFTEEN_MINUTES,
                "what " + CAPTURE_WINDOWS + " capture windows of " + window + " s bring "
                        + (baseline.isPresent() ? "at the baseline" : "at one unit, where no baseline is declared"));
    }

    private void stalled(HubPlan hub, double usual, int groups) {
        double in = Math.floor(STALLED * usual);
        double out = Math.max(1, Math.floor(STALLED * usual * groups));
        add(
                AlertKind.EGRESS_STALLED,
                hub.name(),
                new AlertSignal.Metrics(List.of(
                        criterion("IncomingMessages", Operator.ABOVE, in, List.of(hub.name())),
                        criterion("OutgoingMessages", Operator.BELOW, out, List.of(hub.name())))),
                FIVE_MINUTES,
                usual > 0
                        ? "half of the baseline comes in, and less than half of it goes out to "
                                + NumberText.count(groups, "group")
                        : "something comes in and nothing goes out");
    }

    /** Of all its declared senders; empty where nobody says. */
    private OptionalDouble baseline(HubPlan hub) {
        List<WorkloadPlan> senders = workloads.stream()
                .filter(workload -> workload.spec().role() == Role.PRODUCER
                        && workload.spec().hub().hub().equals(hub.name()))
                .toList();
        if (senders.isEmpty()
                || senders.stream().anyMatch(sender -> sender.share().isEmpty())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(senders.stream()
                .mapToDouble(sender -> sender.share().orElseThrow().baseline().perSecond())
                .sum());
    }

    private List<String> hubNames() {
        return namespace.hubs().stream().map(HubPlan::name).toList();
    }

    private static AlertSignal above(String metric, double threshold, List<String> hubs) {
        return new AlertSignal.Metrics(List.of(criterion(metric, Operator.ABOVE, threshold, hubs)));
    }

    private static Criterion criterion(String metric, Operator operator, double threshold, List<String> hubs) {
        return new Criterion(
                metric,
                MonitorMetrics.of(MonitoredResource.Kind.EVENT_HUBS_NAMESPACE.azureType(), metric),
                operator,
                withoutNoise(threshold),
                hubs);
    }

    /** 144,000 for 0.8 times 180,000, which is a little more in binary. */
    private static double withoutNoise(double threshold) {
        return Math.rint(threshold * 1_000) / 1_000;
    }

    /** Every alert on a metric is evaluated each minute. */
    private void add(AlertKind kind, String suffix, AlertSignal signal, Duration window, String reason) {
        alerts.add(new AlertPlan(name(kind, suffix), kind, scope, subject(), signal, window, MINUTE, reason));
    }

    private String name(AlertKind kind, String suffix) {
        return namespace.name() + "-" + kind.key() + (suffix.isEmpty() ? "" : "-" + suffix);
    }

    private String subject() {
        return "namespace " + namespace.name();
    }
}
