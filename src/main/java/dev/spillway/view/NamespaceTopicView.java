package dev.spillway.view;

/**
 * A topic of an Event Grid namespace.
 *
 * @param namespace absent where that is not in the stack
 */
public record NamespaceTopicView(ResourceView resource, Fact<GridNamespaceView> namespace) implements Subject {
    private static final int DEFAULT_DAYS = 1;

    /** {@code namespace/topic}. */
    public Fact<String> reference() {
        return Fact.both(
                resource.text("namespaceName"), resource.text("topicName"), (outer, inner) -> outer + "/" + inner);
    }

    public Fact<Integer> retentionDays() {
        return resource.whole("eventRetentionInDays").orDefault(DEFAULT_DAYS);
    }
}
