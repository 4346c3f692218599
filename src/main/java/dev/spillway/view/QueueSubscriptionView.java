package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/**
 * An event subscription of a namespace topic: a queue to pull from, or a push.
 *
 * @param topic absent where that is not in the stack
 */
public record QueueSubscriptionView(ResourceView resource, Fact<NamespaceTopicView> topic) implements Subject {
    private static final String DELIVERY = "deliveryConfiguration.";

    /** The input that holds how events leave: {@code deliveryConfiguration.queue} or {@code .push}. */
    public String deliveryPath() {
        return resource.node(DELIVERY + "push").isAbsent() ? DELIVERY + "queue" : DELIVERY + "push";
    }

    /** Where events go that were tried too often or grew too old; absent where they are dropped. */
    public Fact<JsonNode> deadLetter() {
        return resource.node(deliveryPath() + ".deadLetterDestinationWithResourceIdentity");
    }

    /** How long an event waits for its reader. */
    public Fact<Duration> timeToLive() {
        Fact<String> given = resource.text(deliveryPath() + ".eventTimeToLive");
        return given.then(text -> parse(text)
                .map(span -> Fact.known(given.path(), span))
                .orElseGet(() ->
                        Fact.unknown(given.path(), "met \"" + text + "\" where a span such as P1D or PT12H belongs")));
    }

    private static Optional<Duration> parse(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
