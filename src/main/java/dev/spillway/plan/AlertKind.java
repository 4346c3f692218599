package dev.spillway.plan;

/** What is alarmed. The key names the page in {@code docs/runbooks} and is permanent. */
public enum AlertKind {
    THROTTLED_REQUESTS("throttled-requests", AlertSeverity.REFUSAL, "the namespace refuses sends"),
    QUOTA_EXCEEDED("quota-exceeded", AlertSeverity.REFUSAL, "a quota of the namespace is used up"),
    SERVER_ERRORS("server-errors", AlertSeverity.REFUSAL, "the namespace answers with errors"),
    INGRESS_NEAR_CURRENT("ingress-near-current", AlertSeverity.NOTICE, "ingress is at 80 % of the units there are"),
    INGRESS_NEAR_HIGHEST(
            "ingress-near-highest", AlertSeverity.LEADING, "ingress is at 80 % of the most units there can be"),
    INFLATED_TO_CEILING("inflated-to-ceiling", AlertSeverity.LEADING, "auto-inflate has reached its ceiling"),
    PREMIUM_PRESSURE("premium-pressure", AlertSeverity.LEADING, "the processing units are at 80 % of their work"),
    SILENCE("silence", AlertSeverity.REFUSAL, "no event arrives at a hub that always has some"),
    EGRESS_STALLED("egress-stalled", AlertSeverity.REFUSAL, "events arrive and are not read"),
    CONSUMER_LAG("consumer-lag", AlertSeverity.LEADING, "readers are behind"),
    RETENTION_AT_RISK("retention-at-risk", AlertSeverity.REFUSAL, "readers are behind by half the retention"),
    CAPTURE_BACKLOG("capture-backlog", AlertSeverity.REFUSAL, "capture is behind"),
    REPLICATION_LAG("replication-lag", AlertSeverity.REFUSAL, "the secondary region is behind"),
    REPLICAS_AT_MAXIMUM("replicas-at-maximum", AlertSeverity.LEADING, "a workload runs all the pods it may have"),
    PODS_UNSCHEDULABLE("pods-unschedulable", AlertSeverity.LEADING, "new pods find no node"),
    POD_START_SLOW("pod-start-slow", AlertSeverity.NOTICE, "pods start slower than planned"),
    STORAGE_UNAVAILABLE("storage-unavailable", AlertSeverity.REFUSAL, "an account that keeps events is not available"),
    RESOURCE_UNHEALTHY("resource-unhealthy", AlertSeverity.NOTICE, "Azure says that a resource is unavailable"),
    GRID_DROPPED("grid-dropped", AlertSeverity.LOSS, "Event Grid has dropped events"),
    GRID_DEAD_LETTERED("grid-dead-lettered", AlertSeverity.REFUSAL, "Event Grid has given up delivering events"),
    GRID_PUBLISH_FAILED("grid-publish-failed", AlertSeverity.REFUSAL, "publishing to Event Grid fails"),
    GRID_DELIVERY_FAILED("grid-delivery-failed", AlertSeverity.LEADING, "deliveries of Event Grid fail"),
    GRID_NAMESPACE_LOSS("grid-namespace-loss", AlertSeverity.LOSS, "an Event Grid namespace has lost events");

    private final String key;
    private final AlertSeverity severity;
    private final String title;

    AlertKind(String key, AlertSeverity severity, String title) {
        this.key = key;
        this.severity = severity;
        this.title = title;
    }

    public String key() {
        return key;
    }

    public AlertSeverity severity() {
        return severity;
    }

    /** What is wrong, as a sentence without its stop. */
    public String title() {
        return title;
    }

    /** Its page, from the project's folder. */
    public String runbook() {
        return "docs/runbooks/" + key + ".md";
    }
}
