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
    public static final String DESTINATION = "destination";
    public static final String DELIVERY_BY_IDENTITY = "deliveryWithResourceIdentity";

    public Fact<String> azureName() {
        return resource.text("eventSubscriptionName");
    }

    /** Where it parks what it cannot deliver, whoever writes there; absent where it drops it. */
    public Fact<JsonNode> deadLetter() {
        Fact<JsonNode> byIdentity = resource.node(DEAD_LETTER_BY_IDENTITY);
        return byIdentity.isAbsent() ? resource.node(DEAD_LETTER) : byIdentity;
    }

    /** The id of the account that dead letters go to. */
    Fact<String> deadLetterAccountId() {
        Fact<String> byIdentity = resource.text(DEAD_LETTER_BY_IDENTITY + ".deadLetterDestination.resourceId");
        return byIdentity.isAbsent() ? resource.text(DEAD_LETTER + ".resourceId") : byIdentity;
    }

    /** The top-level input that the dead letter stands in. */
    public String deadLetterInput() {
        return resource.node(DEAD_LETTER_BY_IDENTITY).isAbsent() ? DEAD_LETTER : DEAD_LETTER_BY_IDENTITY;
    }

    /** Deliveries of one event at most; 30 where none are given. */
    public Fact<Integer> maximumAttempts() {
        return resource.whole("retryPolicy.maxDeliveryAttempts").orDefault(30);
    }
}
