package dev.spillway.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the older provider says of event subscriptions by which inputs are there, and not by a word of its own. */
final class GridWords {
    static final String DELIVERY = SubscriptionView.DELIVERY_BY_IDENTITY;
    static final String DEAD_LETTER = SubscriptionView.DEAD_LETTER_BY_IDENTITY;

    /** Where the id of a destination stands, to the type that it then has. */
    static final Map<String, String> ENDPOINTS = endpoints();

    private GridWords() {}

    /** A destination and a dead letter stand beside the identity that is used for them, or alone. */
    static void complete(ObjectNode own, ObjectNode general) {
        ENDPOINTS.forEach((place, type) -> {
            if (!Inputs.node(own, place).isAbsent()) {
                general.withObjectProperty(SubscriptionView.DESTINATION).put("endpointType", type);
                general.withObjectProperty(DELIVERY)
                        .withObjectProperty(SubscriptionView.DESTINATION)
                        .put("endpointType", type);
            }
        });
        keepOne(general, own.has("deliveryIdentity"), DELIVERY, SubscriptionView.DESTINATION);
        keepOne(general, own.has("deadLetterIdentity"), DEAD_LETTER, SubscriptionView.DEAD_LETTER);
    }

    private static void keepOne(ObjectNode general, boolean byIdentity, String withIdentity, String alone) {
        general.remove(byIdentity ? alone : withIdentity);
    }

    private static Map<String, String> endpoints() {
        Map<String, String> endpoints = new LinkedHashMap<>();
        endpoints.put("eventhubEndpointId", "EventHub");
        endpoints.put("serviceBusQueueEndpointId", "ServiceBusQueue");
        endpoints.put("serviceBusTopicEndpointId", "ServiceBusTopic");
        endpoints.put("storageQueueEndpoint.storageAccountId", "StorageQueue");
        endpoints.put("hybridConnectionEndpointId", "HybridConnection");
        endpoints.put("azureFunctionEndpoint.functionId", "AzureFunction");
        endpoints.put("webhookEndpoint.url", "WebHook");
        return endpoints;
    }
}
