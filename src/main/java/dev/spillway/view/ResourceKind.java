package dev.spillway.view;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The kinds of resource that the topology knows. Default, versioned and locally generated tokens of a kind all count:
 * {@code azure-native:eventhub:Namespace}, {@code azure-native:eventhub/v20240101:Namespace}.
 */
enum ResourceKind {
    RESOURCE_GROUP("azure-native", "resources", "ResourceGroup"),
    NAMESPACE("azure-native", "eventhub", "Namespace"),
    HUB("azure-native", "eventhub", "EventHub"),
    CONSUMER_GROUP("azure-native", "eventhub", "ConsumerGroup"),
    DISASTER_RECOVERY("azure-native", "eventhub", "DisasterRecoveryConfig"),
    NETWORK_RULES("azure-native", "eventhub", "NamespaceNetworkRuleSet"),
    TOPIC("azure-native", "eventgrid", "Topic"),
    DOMAIN("azure-native", "eventgrid", "Domain"),
    SYSTEM_TOPIC("azure-native", "eventgrid", "SystemTopic"),
    TOPIC_SUBSCRIPTION("azure-native", "eventgrid", "TopicEventSubscription"),
    DOMAIN_SUBSCRIPTION("azure-native", "eventgrid", "DomainEventSubscription"),
    DOMAIN_TOPIC_SUBSCRIPTION("azure-native", "eventgrid", "DomainTopicEventSubscription"),
    SYSTEM_TOPIC_SUBSCRIPTION("azure-native", "eventgrid", "SystemTopicEventSubscription"),
    SUBSCRIPTION("azure-native", "eventgrid", "EventSubscription"),
    GRID_NAMESPACE("azure-native", "eventgrid", "Namespace"),
    GRID_NAMESPACE_TOPIC("azure-native", "eventgrid", "NamespaceTopic"),
    GRID_NAMESPACE_SUBSCRIPTION("azure-native", "eventgrid", "NamespaceTopicEventSubscription"),
    STORAGE_ACCOUNT("azure-native", "storage", "StorageAccount"),
    BLOB_SERVICE("azure-native", "storage", "BlobServiceProperties"),
    BLOB_CONTAINER("azure-native", "storage", "BlobContainer"),
    MANAGEMENT_POLICY("azure-native", "storage", "ManagementPolicy"),
    SERVICE_BUS("azure-native", "servicebus", "Namespace"),
    ROLE_ASSIGNMENT("azure-native", "authorization", "RoleAssignment"),
    USER_IDENTITY("azure-native", "managedidentity", "UserAssignedIdentity"),
    METRIC_ALERT("azure-native", "insights", "MetricAlert", "monitor"),
    QUERY_ALERT("azure-native", "insights", "ScheduledQueryRule", "monitor"),
    ACTIVITY_ALERT("azure-native", "insights", "ActivityLogAlert", "monitor"),
    PROMETHEUS_RULES("azure-native", "alertsmanagement", "PrometheusRuleGroup", "monitor"),
    ACTION_GROUP("azure-native", "insights", "ActionGroup", "monitor"),
    CLUSTER("azure-native", "containerservice", "ManagedCluster"),
    AGENT_POOL("azure-native", "containerservice", "AgentPool"),
    DEPLOYMENT("kubernetes", "apps", "Deployment"),
    STATEFUL_SET("kubernetes", "apps", "StatefulSet"),
    SERVICE_ACCOUNT("kubernetes", "core", "ServiceAccount"),
    CONFIG_MAP("kubernetes", "core", "ConfigMap"),
    DISRUPTION_BUDGET("kubernetes", "policy", "PodDisruptionBudget"),
    HORIZONTAL_POD_AUTOSCALER("kubernetes", "autoscaling", "HorizontalPodAutoscaler"),
    SCALED_OBJECT("kubernetes", "keda.sh", "ScaledObject"),
    RETIRED_SCALED_OBJECT("kubernetes", "keda.k8s.io", "ScaledObject"),
    HELM_RELEASE("kubernetes", "helm.sh", "Release"),
    KUBERNETES_PROVIDER("pulumi", "providers", "kubernetes");

    private static final String CUSTOM_RESOURCE = "CustomResource";
    private static final Map<String, List<ResourceKind>> BY_NAME =
            Arrays.stream(values()).collect(Collectors.groupingBy(kind -> kind.name));
    private static final int KEPT_AT_MOST = 4096;
    private static final Map<String, Optional<ResourceKind>> BY_TYPE = new ConcurrentHashMap<>();

    private final String provider;
    private final String module;
    private final String laterModule;
    private final String name;

    ResourceKind(String provider, String module, String name) {
        this.provider = provider;
        this.module = module;
        this.laterModule = module;
        this.name = name;
    }

    /** A kind that moved to another module in a later version. */
    ResourceKind(String provider, String module, String name, String laterModule) {
        this.provider = provider;
        this.module = module;
        this.laterModule = laterModule;
        this.name = name;
    }

    /** The kind of a resource. All but custom ones say it by their type alone, of which a stack has few. */
    static Optional<ResourceKind> of(ResourceView resource) {
        Optional<ResourceKind> known = BY_TYPE.get(resource.type());
        if (known != null) {
            return known;
        }
        Optional<ResourceKind> kind = read(resource);
        if (!resource.type().endsWith(CUSTOM_RESOURCE) && BY_TYPE.size() < KEPT_AT_MOST) {
            BY_TYPE.put(resource.type(), kind);
        }
        return kind;
    }

    private static Optional<ResourceKind> read(ResourceView resource) {
        String[] token = resource.type().split(":", -1);
        if (token.length != 3) {
            return Optional.empty();
        }
        return token[2].equals(CUSTOM_RESOURCE)
                ? find(
                        token[0],
                        group(resource.text("apiVersion")),
                        resource.text("kind").whenKnown().orElse(""))
                : find(token[0], group(token[1]), token[2]);
    }

    private static Optional<ResourceKind> find(String provider, String module, String name) {
        return BY_NAME.getOrDefault(name, List.of()).stream()
                .filter(kind -> provider.startsWith(kind.provider)
                        && (module.equals(kind.module) || module.equals(kind.laterModule)))
                .findFirst();
    }

    private static String group(Fact<String> apiVersion) {
        return group(apiVersion.whenKnown().orElse(""));
    }

    private static String group(String module) {
        int end = module.indexOf('/');
        return end < 0 ? module : module.substring(0, end);
    }
}
