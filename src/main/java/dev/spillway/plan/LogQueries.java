package dev.spillway.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Queries over the logs of the workspace, in Kusto's language. Every table and column is one of the facts. */
final class LogQueries {
    private LogQueries() {}

    /** How far readers are behind, on the mean over the window; a row where that is more than {@code most}. */
    static String behind(NamespacePlan namespace, int groups, Duration window, Duration most) {
        return """
                AzureMetrics
                | where TimeGenerated > ago(%s)
                | where tolower(_ResourceId) endswith "%s"
                | where MetricName in ("IncomingMessages", "OutgoingMessages")
                | summarize Incoming = sumif(Total, MetricName == "IncomingMessages"), \
                Outgoing = sumif(Total, MetricName == "OutgoingMessages")
                | where Incoming > 0
                | extend BehindSeconds = %s * (1 - Outgoing / (Incoming * %s))
                | where BehindSeconds > %s
                """.replaceFirst("%s", hours(window))
                .replaceFirst("%s", idOf(namespace))
                .replaceFirst("%s", String.valueOf(window.toSeconds()))
                .replaceFirst("%s", String.valueOf(groups))
                .replaceFirst("%s", String.valueOf(most.toSeconds()));
    }

    /** What Premium and Dedicated namespaces say themselves of their readers. */
    static String reportedLag(NamespacePlan namespace, String operation, long most) {
        return """
                AZMSApplicationMetricLogs
                | where tolower(_ResourceId) endswith "%s"
                | where OperationName == "%s"
                | summarize Lag = max(Value) by bin(TimeGenerated, 5m)
                | where Lag > %s
                """.replaceFirst("%s", idOf(namespace))
                .replaceFirst("%s", operation)
                .replaceFirst("%s", String.valueOf(most));
    }

    /** A row for each inflate that reached the ceiling. */
    static String inflatedTo(NamespacePlan namespace, int ceiling) {
        return """
                AZMSAutoscaleLogs
                | where tolower(_ResourceId) endswith "%s"
                | extend Units = toint(extract(@"UpdatedThroughputUnitValue: (\\d+)", 1, Message))
                | where Units >= CEILING
                | project TimeGenerated, Units, Message
                """.replace("%s", idOf(namespace)).replace("CEILING", String.valueOf(ceiling));
    }

    /** A row for each scale-out that reached the maximum; an autoscaler made by KEDA has a prefix. */
    static String scaledTo(String workload, int replicas) {
        return """
                KubeEvents
                | where ObjectKind == "HorizontalPodAutoscaler" and Reason == "SuccessfulRescale"
                | where Name in ("WORKLOAD", "keda-hpa-WORKLOAD")
                | extend Replicas = toint(extract(@"New size: (\\d+)", 1, Message))
                | where Replicas >= MAXIMUM
                | project TimeGenerated, Name, Replicas, Message
                """.replace("WORKLOAD", workload).replace("MAXIMUM", String.valueOf(replicas));
    }

    /** A row for each pod that found no node. */
    static String unscheduled(String workload) {
        return """
                KubeEvents
                | where ObjectKind == "Pod" and Reason == "FailedScheduling"
                | where Name startswith "WORKLOAD-"
                | summarize Tries = sum(Count), LastSeen = max(LastSeen) by Name, Message
                """.replace("WORKLOAD", workload);
    }

    /** A row for each pod that took longer from its node to its start; by events, since the inventory is sampled. */
    static String startedAfter(String workload, Duration planned) {
        return """
                KubeEvents
                | where ObjectKind == "Pod" and Name startswith "WORKLOAD-"
                | where Reason in ("Scheduled", "Started")
                | summarize ScheduledAt = minif(FirstSeen, Reason == "Scheduled"), \
                StartedAt = maxif(FirstSeen, Reason == "Started") by Name
                | extend StartSeconds = (StartedAt - ScheduledAt) / 1s
                | where StartSeconds > PLANNED
                """.replace("WORKLOAD", workload).replace("PLANNED", String.valueOf(planned.toSeconds()));
    }

    /** Load, refusals, waiting events and pods, each in percent of what the plan says is the most, on one axis of time. */
    static String inPercent(List<NamespacePlan> namespaces, List<WorkloadPlan> workloads) {
        String capacity = namespaces.stream()
                .filter(namespace -> Double.isFinite(namespace.eventsPerUnit()))
                .map(namespace -> "    \"" + namespace.azureName().toUpperCase(Locale.ROOT) + "\", "
                        + plain(60 * namespace.throughputUnits().value() * namespace.eventsPerUnit()))
                .collect(Collectors.joining(",\n"));
        String replicas = workloads.stream()
                .map(workload -> "    \"" + workload.name() + "\", "
                        + workload.maxReplicas().value())
                .collect(Collectors.joining(",\n"));
        return """
                let capacity = datatable(Resource: string, EventsPerMinute: real) [
                CAPACITY
                ];
                let most = datatable(Workload: string, MaxReplicas: int) [
                REPLICAS
                ];
                let minutes = AzureMetrics
                | where MetricName in ("IncomingMessages", "OutgoingMessages", "ThrottledRequests", "IncomingRequests")
                | summarize Incoming = sumif(Total, MetricName == "IncomingMessages"), \
                Outgoing = sumif(Total, MetricName == "OutgoingMessages"), \
                Throttled = sumif(Total, MetricName == "ThrottledRequests"), \
                Requests = sumif(Total, MetricName == "IncomingRequests") \
                by Resource = toupper(Resource), bin(TimeGenerated, 1m)
                | join kind=inner capacity on Resource;
                let metrics = minutes
                | extend Load = 100.0 * Incoming / EventsPerMinute, \
                Refused = iff(Requests > 0, 100.0 * Throttled / Requests, 0.0), \
                Waiting = 100.0 * iff(Incoming > Outgoing, Incoming - Outgoing, 0.0) / EventsPerMinute
                | project TimeGenerated, Resource, Load, Refused, Waiting;
                let pods = KubePodInventory
                | where PodStatus == "Running"
                | extend Workload = tostring(extract(@"^(.*)-[a-z0-9]+$", 1, ControllerName))
                | summarize Running = dcount(Name) by Workload, bin(TimeGenerated, 1m)
                | join kind=inner most on Workload
                | project TimeGenerated, Series = strcat("pods of ", Workload), Percent = 100.0 * Running / MaxReplicas;
                union
                (metrics | project TimeGenerated, Series = strcat("load on ", Resource), Percent = Load),
                (metrics | project TimeGenerated, Series = strcat("throttled on ", Resource), Percent = Refused),
                (metrics | project TimeGenerated, Series = strcat("not yet read on ", Resource), Percent = Waiting),
                pods
                | summarize Percent = max(Percent) by Series, bin(TimeGenerated, 1m)
                | render timechart
                """.replace("CAPACITY", capacity).replace("REPLICAS", replicas);
    }

    private static String idOf(NamespacePlan namespace) {
        return "/microsoft.eventhub/namespaces/" + namespace.azureName().toLowerCase(Locale.ROOT);
    }

    private static String hours(Duration window) {
        return window.toHours() + "h";
    }

    private static String plain(double number) {
        return String.valueOf(Math.round(number)) + ".0";
    }
}
