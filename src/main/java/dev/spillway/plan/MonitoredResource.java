package dev.spillway.plan;

import java.util.Arrays;
import java.util.Optional;

/**
 * Something that is watched, by its name in the stack.
 *
 * @param azureName its own name in Azure, the last part of its resource id
 * @param hasOwnLogs whether its logs go somewhere already: Azure takes each destination once
 */
public record MonitoredResource(Kind kind, String name, String azureName, boolean hasOwnLogs) {
    /** One whose logs go nowhere yet. */
    public MonitoredResource(Kind kind, String name, String azureName) {
        this(kind, name, azureName, false);
    }

    /** The kinds of resource that can be watched, by Azure's type. */
    public enum Kind {
        EVENT_HUBS_NAMESPACE("Microsoft.EventHub/namespaces"),
        EVENT_GRID_TOPIC("Microsoft.EventGrid/topics"),
        EVENT_GRID_DOMAIN("Microsoft.EventGrid/domains"),
        EVENT_GRID_SYSTEM_TOPIC("Microsoft.EventGrid/systemTopics"),
        EVENT_GRID_NAMESPACE("Microsoft.EventGrid/namespaces"),
        CLUSTER("Microsoft.ContainerService/managedClusters"),
        STORAGE_ACCOUNT("Microsoft.Storage/storageAccounts"),
        WORKSPACE("Microsoft.OperationalInsights/workspaces");

        private final String azureType;

        Kind(String azureType) {
            this.azureType = azureType;
        }

        /** The kind of an Azure type, however its letters are written; empty where it cannot be watched. */
        public static Optional<Kind> of(String azureType) {
            return Arrays.stream(values())
                    .filter(kind -> kind.azureType.equalsIgnoreCase(azureType))
                    .findFirst();
        }

        public String azureType() {
            return azureType;
        }
    }
}
