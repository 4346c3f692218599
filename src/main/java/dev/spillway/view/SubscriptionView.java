package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event subscription of Event Grid's basic tier, which pushes.
 *
 * @param topic what it subscribes to; absent where that is not in the stack
 */
public record SubscriptionView(ResourceView resource, Fact<TopicView> topic) implements Subject {
    public static final String DEAD_LETTER = "deadLetterDestination";
    public static final String DEAD_LETTER_BY_IDENTITY = "deadLetterWithResourceIdentity";

    public Fact<String> azureName() {
        return resource.text("eventSubscriptionName");
    }

    /** Where it parks what it cannot deliver, whoever writes there; absent where it drops it. */
    public Fact<JsonNode> deadLetter() {
        Fact<JsonNode> byIdentity = resource.node(DEAD_LETTER_BY_IDENTITY);
        return byIdentity.isAbsent() ? resource.node(DEAD_LETTER) : byIdentity;
    }

    /** Deliveries of one event at most; 30 where none are given. */
    public Fact<Integer> maximumAttempts() {
        return resource.whole("retryPolicy.maxDeliveryAttempts").orDefault(30);
    }
}
