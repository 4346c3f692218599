package dev.spillway.view;

import static dev.spillway.view.Term.As.ADD_ONS_ONLY;
import static dev.spillway.view.Term.As.ENABLED;
import static dev.spillway.view.Term.As.JOINED;
import static dev.spillway.view.Term.As.NAME_OF_ID;
import static dev.spillway.view.Term.As.OPPOSITE;
import static dev.spillway.view.Term.As.PRESENT;
import static dev.spillway.view.Term.As.SAME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The types of the older provider {@code azure} that the rules read, in its versions 4 to 6. Names of inputs as in its SDK for
 * Node.js, version 6.40.0, read on 2026-11-21.
 */
final class OlderAzure {
    static final String PROVIDER = "azure:";
    private static final String ACCOUNT = PROVIDER + "storage/account:Account";
    private static final String ACCOUNT_RULES = PROVIDER + "storage/accountNetworkRules:AccountNetworkRules";
    private static final String RULES = "networkRules";
    private static final Map<String, List<Dialect>> BY_TYPE = new HashMap<>();

    private OlderAzure() {}

    static {
        eventHubs();
        grid();
        gridNamespaces();
        storage();
        clusters();
        monitoring();
        rights();
    }

    /** How resources of a type are to be read; of another provider's type there is nothing to say. */
    static List<Dialect> of(String type) {
        return type.startsWith(PROVIDER) ? BY_TYPE.getOrDefault(type, List.of()) : List.of();
    }

    /** An account whose firewall may be declared in a resource of its own says nothing of it by saying nothing. */
    static ResourceView withDoubts(ResourceView resource, Set<String> types) {
        if (!resource.type().equals(ACCOUNT)
                || !types.contains(ACCOUNT_RULES)
                || !resource.node(RULES).isAbsent()) {
            return resource;
        }
        ObjectNode inputs = resource.inputs().deepCopy();
        inputs.put(RULES, Inputs.UNKNOWN);
        return resource.with(inputs);
    }

    /** What was recorded of a resource of a type, in the words of the rules. */
    static ObjectNode translate(String type, ObjectNode recorded) {
        return of(type).stream()
                .findFirst()
                .map(dialect -> dialect.translate(recorded))
                .orElse(recorded);
    }

    private static void eventHubs() {
        define("eventhub/eventHubNamespace:EventHubNamespace", ResourceKind.NAMESPACE)
                .says("name", "namespaceName")
                .says("sku", "sku.name")
                .says("sku", "sku.tier")
                .says("capacity", "sku.capacity")
                .says("autoInflateEnabled", "isAutoInflateEnabled")
                .says("dedicatedClusterId", "clusterArmId")
                .says("localAuthenticationEnabled", "disableLocalAuth", OPPOSITE)
                .says("publicNetworkAccessEnabled", "publicNetworkAccess", ENABLED)
                .done();
        define("eventhub/eventHubNamespace:EventHubNamespace", ResourceKind.NETWORK_RULES)
                .partOf("networkRulesets")
                .says("name", "namespaceName")
                .says("networkRulesets.defaultAction", "defaultAction")
                .done();
        String capture = "captureDescription.destination.";
        define("eventhub/eventHub:EventHub", ResourceKind.HUB)
                .says("name", "eventHubName")
                .says("namespaceId", "namespaceName", NAME_OF_ID)
                .says("namespaceName", "namespaceName")
                .says("messageRetention", "messageRetentionInDays")
                .says(capture + "storageAccountId", capture + "storageAccountResourceId")
                .says(capture + "blobContainerName", capture + "blobContainer")
                .says(capture + "storageAuthenticationType", capture + "identity.type")
                .says(capture + "storageAuthenticationId", capture + "identity.userAssignedIdentity")
                .done();
        for (String type : List.of("consumerGroup:ConsumerGroup", "eventHubConsumerGroup:EventHubConsumerGroup")) {
            define("eventhub/" + type, ResourceKind.CONSUMER_GROUP)
                    .says("name", "consumerGroupName")
                    .says("eventhubName", "eventHubName")
                    .done();
        }
        define(
                        "eventhub/eventhubNamespaceDisasterRecoveryConfig:EventhubNamespaceDisasterRecoveryConfig",
                        ResourceKind.DISASTER_RECOVERY)
                .says("name", "alias")
                .says("partnerNamespaceId", "partnerNamespace")
                .done();
        for (String type : List.of("servicebus/namespace:Namespace", "eventhub/namespace:Namespace")) {
            define(type, ResourceKind.SERVICE_BUS)
                    .says("name", "namespaceName")
                    .says("localAuthEnabled", "disableLocalAuth", OPPOSITE)
                    .done();
        }
    }

    private static void grid() {
        for (String type : List.of("eventgrid/topic:Topic", "eventhub/eventGridTopic:EventGridTopic")) {
            source(type, ResourceKind.TOPIC, "topicName");
        }
        for (String type : List.of("eventgrid/domain:Domain", "eventhub/domain:Domain")) {
            source(type, ResourceKind.DOMAIN, "domainName");
        }
        source("eventgrid/systemTopic:SystemTopic", ResourceKind.SYSTEM_TOPIC, "systemTopicName");
        for (String type : List.of(
                "eventgrid/eventSubscription:EventSubscription", "eventhub/eventSubscription:EventSubscription")) {
            subscription(type, ResourceKind.SUBSCRIPTION);
        }
        subscription(
                "eventgrid/systemTopicEventSubscription:SystemTopicEventSubscription",
                ResourceKind.SYSTEM_TOPIC_SUBSCRIPTION);
    }

    private static void source(String type, ResourceKind kind, String name) {
        define(type, kind)
                .says("name", name)
                .says("localAuthEnabled", "disableLocalAuth", OPPOSITE)
                .says("publicNetworkAccessEnabled", "publicNetworkAccess", ENABLED)
                .says("sourceArmResourceId", "source")
                .says("sourceResourceId", "source")
                .done();
    }

    private static void subscription(String type, ResourceKind kind) {
        Words words = define(type, kind)
                .says("name", "eventSubscriptionName")
                .says("systemTopic", "systemTopicName")
                .says("retryPolicy.eventTimeToLive", "retryPolicy.eventTimeToLiveInMinutes");
        String letters = "storageBlobDeadLetterDestination";
        for (String general : List.of("", GridWords.DEAD_LETTER + ".")) {
            String place = general + SubscriptionView.DEAD_LETTER;
            words.says(letters, place)
                    .says(letters + ".storageAccountId", place + ".resourceId")
                    .says(letters + ".storageBlobContainerName", place + ".blobContainerName");
        }
        for (String general : List.of("", GridWords.DELIVERY + ".")) {
            GridWords.ENDPOINTS
                    .keySet()
                    .forEach(own -> words.says(own, general + SubscriptionView.DESTINATION + ".resourceId"));
        }
        words.says("deliveryIdentity", GridWords.DELIVERY + ".identity")
                .says("deadLetterIdentity", GridWords.DEAD_LETTER + ".identity")
                .done(GridWords::complete);
    }

    private static void gridNamespaces() {
        define("eventgrid/namespace:Namespace", ResourceKind.GRID_NAMESPACE)
                .says("name", "namespaceName")
                .says("sku", "sku.name")
                .says("capacity", "sku.capacity")
                .done();
        define("eventgrid/namespaceTopic:NamespaceTopic", ResourceKind.GRID_NAMESPACE_TOPIC)
                .says("name", "topicName")
                .says("eventgridNamespaceId", "namespaceName", NAME_OF_ID)
                .done();
    }

    private static void storage() {
        define("storage/account:Account", ResourceKind.STORAGE_ACCOUNT)
                .says("name", "accountName")
                .says("accountKind", "kind")
                .says("accountReplicationType", "sku.name")
                .says("sharedAccessKeyEnabled", "allowSharedKeyAccess")
                .says("minTlsVersion", "minimumTlsVersion")
                .says("networkRules", "networkRuleSet")
                .says("networkRules.bypasses", "networkRuleSet.bypass", JOINED)
                .done(StorageWords::complete);
        define("storage/account:Account", ResourceKind.BLOB_SERVICE)
                .partOf("blobProperties")
                .says("name", "accountName")
                .says("blobProperties.versioningEnabled", "isVersioningEnabled")
                .says("blobProperties.deleteRetentionPolicy", "deleteRetentionPolicy.enabled", PRESENT)
                .says("blobProperties.deleteRetentionPolicy.days", "deleteRetentionPolicy.days")
                .says(
                        "blobProperties.containerDeleteRetentionPolicy",
                        "containerDeleteRetentionPolicy.enabled",
                        PRESENT)
                .says("blobProperties.containerDeleteRetentionPolicy.days", "containerDeleteRetentionPolicy.days")
                .done(StorageWords::completeDays);
        define("storage/container:Container", ResourceKind.BLOB_CONTAINER)
                .says("name", "containerName")
                .says("containerAccessType", "publicAccess")
                .says("storageAccountId", "accountName", NAME_OF_ID)
                .says("storageAccountName", "accountName")
                .done();
        String deletes = "policy.rules.*.definition.actions.baseBlob.delete.daysAfter";
        define("storage/managementPolicy:ManagementPolicy", ResourceKind.MANAGEMENT_POLICY)
                .says("storageAccountId", "accountName", NAME_OF_ID)
                .says("rules", "policy.rules")
                .says(
                        "rules.*.actions.baseBlob.deleteAfterDaysSinceModificationGreaterThan",
                        deletes + "ModificationGreaterThan")
                .says(
                        "rules.*.actions.baseBlob.deleteAfterDaysSinceCreationGreaterThan",
                        deletes + "CreationGreaterThan")
                .says(
                        "rules.*.actions.baseBlob.deleteAfterDaysSinceLastAccessTimeGreaterThan",
                        deletes + "LastAccessTimeGreaterThan")
                .says("rules.*.filters.prefixMatches", "policy.rules.*.definition.filters.prefixMatch")
                .done();
    }

    private static void clusters() {
        String pool = "agentPoolProfiles.0";
        define("containerservice/kubernetesCluster:KubernetesCluster", ResourceKind.CLUSTER)
                .says("name", "resourceName")
                .says("skuTier", "sku.tier")
                .says("oidcIssuerEnabled", "oidcIssuerProfile.enabled")
                .says("workloadIdentityEnabled", "securityProfile.workloadIdentity.enabled")
                .says("defaultNodePool", pool)
                .says("defaultNodePool.nodeCount", pool + ".count")
                .says("defaultNodePool.enableAutoScaling", pool + ".enableAutoScaling")
                .says("defaultNodePool.autoScalingEnabled", pool + ".enableAutoScaling")
                .says("defaultNodePool.availabilityZones", pool + ".availabilityZones")
                .says("defaultNodePool.zones", pool + ".availabilityZones")
                .says("defaultNodePool.onlyCriticalAddonsEnabled", pool + ".nodeTaints", ADD_ONS_ONLY)
                .done();
        define("containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool", ResourceKind.AGENT_POOL)
                .says("name", "agentPoolName")
                .says("kubernetesClusterId", "resourceName", NAME_OF_ID)
                .says("nodeCount", "count")
                .says("autoScalingEnabled", "enableAutoScaling")
                .says("zones", "availabilityZones")
                .says("priority", "scaleSetPriority")
                .done();
    }

    private static void monitoring() {
        define("monitoring/metricAlert:MetricAlert", ResourceKind.METRIC_ALERT)
                .says("criterias", "criteria.allOf")
                .says("dynamicCriteria", "criteria.allOf.0")
                .done();
        define("monitoring/scheduledQueryRulesAlertV2:ScheduledQueryRulesAlertV2", ResourceKind.QUERY_ALERT)
                .says("criterias", "criteria.allOf")
                .says("action", "actions")
                .done((own, general) -> scope(general));
        define("monitoring/activityLogAlert:ActivityLogAlert", ResourceKind.ACTIVITY_ALERT)
                .says("criteria", "condition")
                .done();
        define("monitoring/actionGroup:ActionGroup", ResourceKind.ACTION_GROUP)
                .says("name", "actionGroupName")
                .done();
    }

    /** Its scopes are one text in some versions. */
    private static void scope(ObjectNode inputs) {
        JsonNode scopes = inputs.path("scopes");
        if (scopes.isTextual() && !Inputs.isUnknown(scopes)) {
            inputs.putArray("scopes").add(scopes);
        }
    }

    private static void rights() {
        define("authorization/assignment:Assignment", ResourceKind.ROLE_ASSIGNMENT)
                .says("roleDefinitionName", "roleDefinitionId")
                .says("roleDefinitionId", "roleDefinitionId")
                .done();
        define("authorization/userAssignedIdentity:UserAssignedIdentity", ResourceKind.USER_IDENTITY)
                .says("name", "resourceName")
                .done();
        define("core/resourceGroup:ResourceGroup", ResourceKind.RESOURCE_GROUP)
                .says("name", "resourceGroupName")
                .done();
    }

    private static Words define(String type, ResourceKind kind) {
        return new Words(PROVIDER + type, kind, "", new ArrayList<>());
    }

    /** A dialect in the making. */
    private record Words(String type, ResourceKind kind, String part, List<Term> terms) {
        /** What the rules take for a resource of its own stands in an input of another one here. */
        Words partOf(String input) {
            return new Words(type, kind, input, terms);
        }

        Words says(String own, String general) {
            return says(own, general, SAME);
        }

        Words says(String own, String general, Term.As as) {
            terms.add(new Term(own, general, as));
            return this;
        }

        void done() {
            done((own, general) -> {});
        }

        void done(BiConsumer<ObjectNode, ObjectNode> rest) {
            BY_TYPE.merge(
                    type,
                    List.of(new Dialect(kind, part, terms, rest)),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
    }
}
