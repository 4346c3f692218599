package dev.spillway.facts;

import java.util.Optional;

/**
 * What Event Grid can deliver to by the API of our SDK, and the right that delivery by identity needs.
 *
 * <p>Sources, read on 2026-11-20: https://learn.microsoft.com/azure/event-grid/managed-service-identity and
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles for the ids of the roles.
 */
public enum GridDestination {
    WEB_HOOK("webHook", "WebHook", Optional.empty()),
    AZURE_FUNCTION("azureFunction", "AzureFunction", Optional.empty()),
    EVENT_HUB("eventHub", "EventHub", Optional.of(DataRole.EVENT_HUBS_SENDER)),
    SERVICE_BUS_QUEUE("serviceBusQueue", "ServiceBusQueue", Optional.of(DataRole.SERVICE_BUS_SENDER)),
    SERVICE_BUS_TOPIC("serviceBusTopic", "ServiceBusTopic", Optional.of(DataRole.SERVICE_BUS_SENDER)),
    STORAGE_QUEUE("storageQueue", "StorageQueue", Optional.of(DataRole.STORAGE_QUEUE_SENDER)),
    HYBRID_CONNECTION("hybridConnection", "HybridConnection", Optional.empty());

    private final String key;
    private final String endpointType;
    private final Optional<DataRole> sender;

    GridDestination(String key, String endpointType, Optional<DataRole> sender) {
        this.key = key;
        this.endpointType = endpointType;
        this.sender = sender;
    }

    public String key() {
        return key;
    }

    /** Azure's own name for it. */
    public String endpointType() {
        return endpointType;
    }

    /** The role that the delivering identity needs; empty where delivery by identity is not offered. */
    public Optional<DataRole> sender() {
        return sender;
    }

    /** Whether several events may be sent in one request. */
    public boolean batches() {
        return this == WEB_HOOK || this == AZURE_FUNCTION;
    }
}
