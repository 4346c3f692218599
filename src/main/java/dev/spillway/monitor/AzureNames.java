package dev.spillway.monitor;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows which input of an azure-native resource comes back as its {@code name}. */
final class AzureNames {
    private static final String PACKAGE = "azure-native:";
    private static final String EVENT_SUBSCRIPTION = "EventSubscription";

    /** Types whose name input is not called after the type; read from the argument classes of azure-native 2.10.0. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("authorization:RoleAssignment", "roleAssignmentName"),
            Map.entry("containerservice:ManagedCluster", "resourceName"),
            Map.entry("eventgrid:NamespaceTopic", "topicName"),
            Map.entry("eventhub:DisasterRecoveryConfig", "alias"),
            Map.entry("eventhub:EventHubAuthorizationRule", "authorizationRuleName"),
            Map.entry("eventhub:NamespaceAuthorizationRule", "authorizationRuleName"),
            Map.entry("eventhub:SchemaRegistry", "schemaGroupName"),
            Map.entry("insights:MetricAlert", "ruleName"),
            Map.entry("insights:ScheduledQueryRule", "ruleName"),
            Map.entry("managedidentity:FederatedIdentityCredential", "federatedIdentityCredentialResourceName"),
            Map.entry("managedidentity:UserAssignedIdentity", "resourceName"),
            Map.entry("storage:BlobContainer", "containerName"),
            Map.entry("storage:BlobServiceProperties", "blobServicesName"),
            Map.entry("storage:StorageAccount", "accountName"));

    private AzureNames() {}

    static boolean isAzure(String type) {
        return type.startsWith(PACKAGE);
    }

    /** Empty where the service would make the name up. */
    static Optional<Value> name(String type, Struct inputs) {
        return inputsThatName(type).stream()
                .flatMap(input -> Stream.ofNullable(inputs.getFieldsMap().get(input)))
                .findFirst();
    }

    /** The last segment of an id such as {@code /subscriptions/.../namespaces/orders}. */
    static Optional<String> nameInId(String id) {
        String name = id.substring(id.lastIndexOf('/') + 1);
        return id.startsWith("/") && !name.isEmpty() ? Optional.of(name) : Optional.empty();
    }

    private static List<String> inputsThatName(String token) {
        String type = token.substring(token.lastIndexOf(':') + 1);
        if (type.endsWith(EVENT_SUBSCRIPTION)) {
            return List.of("eventSubscriptionName");
        }
        String module = token.substring(PACKAGE.length(), Math.max(token.lastIndexOf(':'), PACKAGE.length()));
        String withoutVersion = module.indexOf('/') < 0 ? module : module.substring(0, module.indexOf('/'));
        String byType = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "Name";
        return List.of(EXCEPTIONS.getOrDefault(withoutVersion + ":" + type, byType), "name");
    }
}
