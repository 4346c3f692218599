package dev.spillway.view;

/**
 * A topic of an Event Grid namespace.
 *
 * @param namespace absent where that is not in the stack
 */
public record NamespaceTopicView(ResourceView resource, Fact<GridNamespaceView> namespace) implements Subject {
    private static final int DEFAULT_DAYS = 1;
    private static final int LONGEST_DAYS = 7;

    public Fact<String> azureName() {
        return resource.text("topicName");
    }

    /** {@code namespace/topic}. */
    public Fact<String> reference() {
        return Fact.both(
                resource.text("namespaceName"), resource.text("topicName"), (outer, inner) -> outer + "/" + inner);
    }

    /** The most days that the API version takes: 1 in the preview of 2023, 7 since 2025-02-15. */
    public int longestRetentionDays() {
        return LaterApi.isUsedBy(resource, "20250215") ? LONGEST_DAYS : DEFAULT_DAYS;
    }

    public Fact<Integer> retentionDays() {
        return resource.whole("eventRetentionInDays").orDefault(DEFAULT_DAYS);
    }
}
