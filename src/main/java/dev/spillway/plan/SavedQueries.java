package dev.spillway.plan;

import java.util.ArrayList;
import java.util.List;

/** The questions that somebody on call asks, as queries in the workspace; the runbooks name them by key. */
final class SavedQueries {
    private SavedQueries() {}

    static List<SavedQuery> of(Monitored monitored) {
        List<SavedQuery> queries = new ArrayList<>(EVENT_HUBS);
        if (!monitored.workloads().isEmpty()) {
            queries.addAll(CLUSTER);
        }
        if (!monitored.grid().isEmpty()) {
            queries.addAll(GRID);
        }
        return List.copyOf(queries);
    }

    private static final List<SavedQuery> EVENT_HUBS = List.of(
            new SavedQuery("load-and-refusals", "Events in and out, and refused requests, by minute", """
                    AzureMetrics
                    | where MetricName in ("IncomingMessages", "OutgoingMessages", "ThrottledRequests", "IncomingRequests")
                    | summarize Incoming = sumif(Total, MetricName == "IncomingMessages"), \
                    Outgoing = sumif(Total, MetricName == "OutgoingMessages"), \
                    Throttled = sumif(Total, MetricName == "ThrottledRequests"), \
                    Requests = sumif(Total, MetricName == "IncomingRequests") by Resource, bin(TimeGenerated, 1m)
                    | extend ThrottledPercent = iff(Requests > 0, 100.0 * Throttled / Requests, 0.0)
                    | order by TimeGenerated desc
                    """),
            new SavedQuery("refusals-by-hub", "Which hub and which operation is refused", """
                    AZMSDiagnosticErrorLogs
                    | where OperationResult in ("serverbusy", "quotaexceeded")
                    | summarize Refused = sum(ErrorCount) by EntityName, ActivityName, OperationResult, \
                    bin(TimeGenerated, 5m)
                    | order by TimeGenerated desc
                    """),
            new SavedQuery("inflates", "When units were added, and why", """
                    AZMSAutoscaleLogs
                    | extend Units = toint(extract(@"UpdatedThroughputUnitValue: (\\d+)", 1, Message))
                    | project TimeGenerated, Units, Message, _ResourceId
                    | order by TimeGenerated desc
                    """),
            new SavedQuery("capture-failures", "Files that capture could not write", """
                    AZMSArchiveLogs
                    | where Failures > 0
                    | summarize Failures = sum(Failures), Example = take_any(Message) \
                    by EventhubName, PartitionId, ArchiveStep, bin(TimeGenerated, 15m)
                    | order by TimeGenerated desc
                    """),
            new SavedQuery("changes", "Who changed what on a namespace", """
                    AZMSOperationalLogs
                    | project TimeGenerated, EventName, Status, Caller, EventProperties, _ResourceId
                    | order by TimeGenerated desc
                    """));

    private static final List<SavedQuery> CLUSTER = List.of(
            new SavedQuery("pod-starts", "How long pods took from their node to their start", """
                    KubeEvents
                    | where ObjectKind == "Pod" and Reason in ("Scheduled", "Started")
                    | summarize ScheduledAt = minif(FirstSeen, Reason == "Scheduled"), \
                    StartedAt = maxif(FirstSeen, Reason == "Started") by Name
                    | extend StartSeconds = (StartedAt - ScheduledAt) / 1s
                    | where isnotnull(StartSeconds)
                    | order by StartSeconds desc
                    """),
            new SavedQuery("rescales", "When the autoscalers changed the number of pods, and why", """
                    KubeEvents
                    | where ObjectKind == "HorizontalPodAutoscaler"
                    | extend Replicas = toint(extract(@"New size: (\\d+)", 1, Message))
                    | project TimeGenerated, Name, Reason, Replicas, Message
                    | order by TimeGenerated desc
                    """),
            new SavedQuery("pods-waiting", "Pods that wait for a node or restart", """
                    KubePodInventory
                    | where PodStatus == "Pending" or ContainerRestartCount > 0
                    | summarize Pods = dcount(Name), Restarts = max(ContainerRestartCount) \
                    by Namespace, PodStatus, bin(TimeGenerated, 5m)
                    | order by TimeGenerated desc
                    """),
            new SavedQuery("pods-without-node", "Why pods found no node", """
                    KubeEvents
                    | where ObjectKind == "Pod" and Reason == "FailedScheduling"
                    | summarize Tries = sum(Count), LastSeen = max(LastSeen) by Name, Message
                    | order by LastSeen desc
                    """));

    private static final List<SavedQuery> GRID = List.of(
            new SavedQuery("grid-delivery-failures", "What Event Grid could not deliver, and why", """
                    AegDeliveryFailureLogs
                    | summarize Failures = count(), Example = take_any(Message) \
                    by EventSubscriptionName, bin(TimeGenerated, 5m)
                    | order by TimeGenerated desc
                    """),
            new SavedQuery("grid-publish-failures", "What could not be published to Event Grid, and why", """
                    AegPublishFailureLogs
                    | summarize Failures = count(), Example = take_any(Message) by _ResourceId, bin(TimeGenerated, 5m)
                    | order by TimeGenerated desc
                    """));
}
