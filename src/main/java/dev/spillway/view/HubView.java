package dev.spillway.view;

import dev.spillway.facts.Tier;
import java.time.Duration;

/**
 * An event hub.
 *
 * @param namespace absent where the namespace is not in the stack
 */
public record HubView(ResourceView resource, Fact<NamespaceView> namespace) implements Subject {
    private static final String NAMESPACE = "namespaceName";
    private static final String DAYS = "messageRetentionInDays";
    private static final int HOURS_PER_DAY = 24;

    public Fact<String> azureName() {
        return resource.text("eventHubName");
    }

    /** {@code namespace/hub}, as workloads name it. */
    public Fact<String> reference() {
        Fact<String> declared = resource.text(NAMESPACE);
        Fact<String> joined = declared.isKnown() ? declared : namespace.then(NamespaceView::azureName);
        return Fact.both(joined, azureName(), (namespaceName, hubName) -> namespaceName + "/" + hubName);
    }

    /** What traffic it lets through; Active where nothing is given. */
    public Fact<String> status() {
        return resource.text("status").orDefault("Active");
    }

    /** The hub as role assignments and alerts name it. */
    public ArmTarget target() {
        ArmTarget outer = namespace
                .whenKnown()
                .map(NamespaceView::target)
                .orElseGet(() -> ArmTarget.of(resource, "namespaces", resource.text(NAMESPACE)));
        return outer.with(resource).with("eventhubs", azureName());
    }

    public Fact<Tier> tier() {
        return namespace.isAbsent()
                ? Fact.unknown(namespace.path(), "the namespace is not in the stack")
                : namespace.then(NamespaceView::tier);
    }

    public Fact<Integer> partitionCount() {
        return resource.whole("partitionCount");
    }

    /** In hours or, the older way, in days; the hours win where both are given. */
    public Fact<Duration> retention() {
        Fact<Duration> hours =
                resource.whole("retentionDescription.retentionTimeInHours").map(Duration::ofHours);
        Fact<Duration> days = resource.whole(DAYS).map(Duration::ofDays);
        return hours.isAbsent() && !days.isAbsent() ? days : hours;
    }

    /** Whether Capture writes a copy of every event. */
    public Fact<Boolean> isCaptured() {
        return resource.flag("captureDescription.enabled").orDefault(false);
    }

    /** The container that Capture writes to. */
    public Fact<String> captureContainer() {
        return captureContainer(resource);
    }

    public static Fact<String> captureContainer(ResourceView hub) {
        return hub.text("captureDescription.destination.blobContainer");
    }

    /** What the input of the retention, be it hours or days, says when events are kept for that time. */
    public int retentionValue(Duration kept) {
        int hours = (int) kept.toHours();
        return retention().path().equals(DAYS) ? (hours + HOURS_PER_DAY - 1) / HOURS_PER_DAY : hours;
    }

    /** Whether the hub keeps the newest event of each key instead of all events for a time. */
    public Fact<Boolean> isCompacted() {
        return resource.text("retentionDescription.cleanupPolicy")
                .orDefault("Delete")
                .map(policy -> policy.equals("Compact"));
    }
}
