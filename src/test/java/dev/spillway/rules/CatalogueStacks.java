package dev.spillway.rules;

import static dev.spillway.fixture.Stacks.account;
import static dev.spillway.fixture.Stacks.alert;
import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.cluster;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.pool;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Stacks.scaledObject;
import static dev.spillway.fixture.Stacks.subscription;
import static dev.spillway.fixture.Stacks.topic;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.view.ResourceView;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two stacks for the catalogue as a whole: one in which nothing is right, and one in which nothing is wrong. */
final class CatalogueStacks {
    private static final String ARCHIVE = "Microsoft.Storage/storageAccounts/archive";
    private static final String PARKED = "Microsoft.Storage/storageAccounts/parked";
    private static final String ORDERS = "Microsoft.EventHub/namespaces/orders";
    private static final String NORTH = "Microsoft.EventHub/namespaces/north";
    private static final String HUB = ORDERS + "/eventhubs/orders";
    private static final String TOPIC = "Microsoft.EventGrid/topics/order-events";
    private static final String GRID = "Microsoft.EventGrid/namespaces/grid";
    private static final String BLOB_WRITER = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private static final String SENDER = "2b629674-e913-4c01-ae53-ef4638d8f975";
    private static final String RECEIVER = "a638d3c7-ab3a-418d-83e6-5f17a39d4fde";
    private static final String BY_IDENTITY = "deadLetterWithResourceIdentity";
    private static final String DELIVERY = "deliveryWithResourceIdentity";

    private CatalogueStacks() {}

    static List<ResourceView> broken() {
        return views(
                brokenHubs(),
                brokenCapture(),
                brokenRegions(),
                brokenGrid(),
                brokenCluster(),
                brokenWorkloads(),
                exception(-1));
    }

    static List<ResourceView> sound() {
        return views(
                soundHubs(),
                soundGrid(),
                soundAlerts(),
                soundCluster(),
                soundWorkloads(),
                soundRights(),
                exception(71));
    }

    /** What the judge makes of an exception. */
    private static ResourceFixture[] exception(int daysLeft) {
        return new ResourceFixture[] {
            resource("spillway:policy:Exception", "EH-007 orders")
                    .with("rule", "EH-007")
                    .with("resource", "orders")
                    .with("reason", "Migration")
                    .with("owner", "orders")
                    .with("ticket", "ORD-12")
                    .with("expires", "2027-01-31")
                    .with("daysLeft", daysLeft)
                    .with("isNeeded", true)
        };
    }

    private static List<ResourceView> views(ResourceFixture[]... parts) {
        return Stacks.graph(Stream.of(parts).flatMap(Stream::of).toArray(ResourceFixture[]::new))
                .resources();
    }

    private static ResourceFixture[] brokenHubs() {
        return new ResourceFixture[] {
            namespace("orders").with("location", "westus").with("disableLocalAuth", true),
            namespace("basic").tier("Basic"),
            namespace("cramped").capacity(3).inflateTo(4),
            namespace("grown").inflateTo(4).tag("spillway-profile", "dev"),
            namespace("premium")
                    .tier("Premium")
                    .with("isAutoInflateEnabled", true)
                    .deletedBeforeReplaced(),
            hub("orders/orders").partitions(2).retentionHours(24).with("status", "SendDisabled"),
            alert("IncomingMessages", id(ORDERS))
                    .with(
                            "criteria.allOf",
                            List.of(Map.of(
                                    "metricName",
                                    "IncomingMessages",
                                    "dimensions",
                                    List.of(Map.of("name", "EntityName", "values", List.of("application-logs"))))))
        };
    }

    private static ResourceFixture[] brokenCapture() {
        return new ResourceFixture[] {
            captured("copied", ARCHIVE).retentionHours(12),
            captured("other", "Microsoft.Storage/storageAccounts/fast")
                    .with("captureDescription.destination.identity.type", "SystemAssigned"),
            account("archive")
                    .with("sku.name", "Standard_LRS")
                    .with("networkRuleSet.defaultAction", "Deny")
                    .with("networkRuleSet.bypass", "None"),
            account("fast").with("sku.name", "Premium_LRS"),
            blobs("archive").with("deleteRetentionPolicy.enabled", false),
            blobs("fast").with("deleteRetentionPolicy.enabled", false),
            blobs("parked").with("deleteRetentionPolicy.enabled", false),
            azure("storage:ManagementPolicy", "tidy")
                    .with("accountName", "archive")
                    .with("policy.rules", List.of(deletion(7))),
            account("progress"),
            blobs("progress").with("isVersioningEnabled", true)
        };
    }

    private static ResourceFixture[] brokenRegions() {
        return new ResourceFixture[] {
            namespace("twin").with("location", "westus").tier("Premium"),
            azure("eventhub:DisasterRecoveryConfig", "pair")
                    .with("alias", "orders-alias")
                    .with("namespaceName", "orders")
                    .with("partnerNamespace", id("Microsoft.EventHub/namespaces/twin")),
            namespace("big").with("location", "westeurope").capacity(8),
            namespace("small").with("location", "northeurope"),
            azure("eventhub:DisasterRecoveryConfig", "uneven")
                    .with("namespaceName", "big")
                    .with("partnerNamespace", id("Microsoft.EventHub/namespaces/small")),
            namespace("alone").with("location", "westeurope").tag("spillway-critical", "true"),
            namespace("copied")
                    .tier("Premium")
                    .with("geoDataReplication.maxReplicationLagDurationInSeconds", 3600)
                    .with("geoDataReplication.locations", List.of(Map.of("locationName", "westeurope"))),
            resource("kubernetes:core/v1:ConfigMap", "client").with("data.HOST", "orders.servicebus.windows.net")
        };
    }

    private static ResourceFixture[] brokenGrid() {
        return new ResourceFixture[] {
            topic("order-events").with("location", "westeurope").with("dataResidencyBoundary", "WithinRegion"),
            topic("forgotten").with("location", "westeurope"),
            subscription("order-events")
                    .with("expirationTimeUtc", "2027-01-31T00:00:00Z")
                    .with("retryPolicy.maxDeliveryAttempts", 3)
                    .with("retryPolicy.eventTimeToLiveInMinutes", 120)
                    .with("destination.endpointType", "EventHub")
                    .with("destination.resourceId", id(HUB))
                    .with(BY_IDENTITY + ".identity.type", "SystemAssigned")
                    .with(BY_IDENTITY + ".deadLetterDestination.resourceId", id(PARKED)),
            azure("eventgrid:TopicEventSubscription", "deliver")
                    .with("topicName", "order-events")
                    .with(DELIVERY + ".identity.type", "SystemAssigned")
                    .with(DELIVERY + ".destination.endpointType", "EventHub")
                    .with(DELIVERY + ".destination.resourceId", id(HUB)),
            account("parked").with("networkRuleSet.defaultAction", "Deny").with("networkRuleSet.bypass", "None"),
            azure("eventgrid:Namespace", "grid").with("namespaceName", "grid").tag("spillway-critical", "true"),
            azure("eventgrid/v20250215:NamespaceTopic", "queue")
                    .with("namespaceName", "grid")
                    .with("topicName", "queue"),
            azure("eventgrid:NamespaceTopicEventSubscription", "reader")
                    .with("namespaceName", "grid")
                    .with("topicName", "queue")
                    .with("deliveryConfiguration.queue.eventTimeToLive", "PT1H"),
            partner("drifted", "primary"),
            partner("drifted", "secondary")
        };
    }

    private static ResourceFixture[] brokenCluster() {
        return new ResourceFixture[] {
            cluster("aks")
                    .with("location", "westeurope")
                    .with("sku.tier", "Free")
                    .with("autoScalerProfile.maxGracefulTerminationSec", "60")
                    .with(
                            "agentPoolProfiles",
                            List.of(Map.of("name", "system", "count", 1, "vmSize", "Standard_D2s_v5"))),
            pool("aks")
                    .with("enableAutoScaling", true)
                    .with("minCount", 1)
                    .with("count", 1)
                    .with("maxCount", 1)
                    .with("vmSize", "Standard_D2s_v5")
                    .with("availabilityZones", List.of("1", "2"))
                    .with("upgradeSettings.drainTimeoutInMinutes", 1),
        };
    }

    private static ResourceFixture[] brokenWorkloads() {
        return new ResourceFixture[] {
            deployment("order-api")
                    .replicas(1)
                    .sendsTo("orders/orders")
                    .fact("max-events-per-second", "1200")
                    .fact("max-bytes-per-second", "1080000")
                    .fact("retry-budget-seconds", "23.2")
                    .fact("flush-seconds", "40")
                    .fact("connections", "1000")
                    .own("load", LARGE)
                    .with("spec.strategy.type", "Recreate")
                    .with("spec.template.spec.serviceAccountName", "order-api")
                    .with(
                            "spec.template.spec.tolerations",
                            List.of(Map.of("key", "kubernetes.azure.com/scalesetpriority", "operator", "Exists")))
                    .container("name", "api"),
            autoscaler("order-api", 1, 10),
            autoscaler("gone", 3, 4),
            deployment("billing")
                    .replicas(3)
                    .readsFrom("orders/orders")
                    .fact("flush-seconds", "100")
                    .fact("consumer-group", "billing")
                    .fact("checkpoint-account", "progress")
                    .fact("checkpoint-container", "shared")
                    .graceSeconds(120)
                    .with("spec.template.metadata.labels", Map.of("app", "billing"))
                    .with("spec.template.spec.serviceAccountName", "billing")
                    .container("resources.requests", Map.of("cpu", "2", "memory", "1Gi")),
            deployment("shipping")
                    .readsFrom("orders/orders")
                    .replicas(2)
                    .fact("consumer-group", "shipping")
                    .fact("checkpoint-account", "progress")
                    .fact("checkpoint-container", "shared"),
            deployment("returns").readsFrom("orders/orders").fact("consumer-group", "returns"),
            autoscaler("returns", 2, 4),
            scaledObject("returns").with("spec.minReplicaCount", 2),
            resource("kubernetes:policy/v1:PodDisruptionBudget", "blocks")
                    .with("metadata.namespace", "orders")
                    .with("spec.selector.matchLabels", Map.of("app", "billing"))
                    .with("spec.maxUnavailable", 0),
            identity("order-api"),
            serviceAccount("order-api"),
            identity("billing"),
            serviceAccount("billing")
        };
    }

    private static ResourceFixture[] soundHubs() {
        return new ResourceFixture[] {
            paired("orders").with("location", "westeurope").tag("spillway-critical", "true"),
            paired("north").with("location", "northeurope"),
            azure("eventhub:DisasterRecoveryConfig", "pair")
                    .with("alias", "orders-alias")
                    .with("namespaceName", "orders")
                    .with("partnerNamespace", id(NORTH))
                    .keptSafe(),
            captured("orders", ARCHIVE).partitions(8).retentionHours(72).keptSafe(),
            account("archive").with("sku.name", "Standard_RAGZRS"),
            kept("archive"),
            azure("storage:ManagementPolicy", "tidy")
                    .with("accountName", "archive")
                    .with("policy.rules", List.of(deletion(90))),
            account("progress"),
            resource("kubernetes:core/v1:ConfigMap", "client").with("data.HOST", "orders-alias.servicebus.windows.net")
        };
    }

    private static ResourceFixture[] soundGrid() {
        return new ResourceFixture[] {
            orderEvents(),
            subscription("order-events")
                    .with(BY_IDENTITY + ".identity.type", "SystemAssigned")
                    .with(BY_IDENTITY + ".deadLetterDestination.resourceId", id(PARKED))
                    .with(BY_IDENTITY + ".deadLetterDestination.blobContainerName", "letters")
                    .with(DELIVERY + ".identity.type", "SystemAssigned")
                    .with(DELIVERY + ".destination.endpointType", "EventHub")
                    .with(DELIVERY + ".destination.resourceId", id(HUB)),
            account("parked"),
            kept("parked"),
            azure("eventgrid:Namespace", "grid").with("namespaceName", "grid").keptSafe(),
            azure("eventgrid:NamespaceTopic", "queue")
                    .with("namespaceName", "grid")
                    .with("topicName", "queue"),
            azure("eventgrid:NamespaceTopicEventSubscription", "reader")
                    .with("namespaceName", "grid")
                    .with("topicName", "queue")
                    .with("deliveryConfiguration.queue.eventTimeToLive", "P1D")
                    .with(
                            "deliveryConfiguration.queue.deadLetterDestinationWithResourceIdentity.identity.type",
                            "SystemAssigned"),
            partner("equal", "primary"),
            partner("equal", "secondary")
        };
    }

    private static ResourceFixture[] soundAlerts() {
        return new ResourceFixture[] {
            heard("throttled", ORDERS, "ThrottledRequests", "GreaterThan", 0),
            heard("throttled-north", NORTH, "ThrottledRequests", "GreaterThan", 0),
            heard("backlog", ORDERS, "CaptureBacklog", "GreaterThan", 1000),
            heard("silence", ORDERS, "IncomingMessages", "LessThan", 1),
            heard("dropped", TOPIC, "DroppedEventCount", "GreaterThan", 0),
            heard("lost", GRID, "DroppedEvents", "GreaterThan", 0),
            heard("unparked", GRID, "FailedDeadLetteredEvents", "GreaterThan", 0),
            azure("insights:ActionGroup", "on-call")
                    .with("actionGroupName", "on-call")
                    .with("enabled", true)
                    .with("emailReceivers", List.of(Map.of("emailAddress", "oncall@example.com")))
        };
    }

    private static ResourceFixture[] soundCluster() {
        return new ResourceFixture[] {
            cluster("aks")
                    .with("location", "westeurope")
                    .with("oidcIssuerProfile.enabled", true)
                    .with("securityProfile.workloadIdentity.enabled", true)
                    .with(
                            "agentPoolProfiles",
                            List.of(Map.of(
                                    "name",
                                    "system",
                                    "mode",
                                    "System",
                                    "enableAutoScaling",
                                    true,
                                    "minCount",
                                    3,
                                    "maxCount",
                                    6,
                                    "availabilityZones",
                                    List.of("1", "2", "3"),
                                    "nodeTaints",
                                    List.of("CriticalAddonsOnly=true:NoSchedule")))),
            pool("aks")
                    .with("enableAutoScaling", true)
                    .with("minCount", 3)
                    .with("count", 3)
                    .with("maxCount", 9)
                    .with("vmSize", "Standard_D4s_v5")
                    .with("availabilityZones", List.of("1", "2", "3"))
        };
    }

    private static ResourceFixture[] soundWorkloads() {
        return new ResourceFixture[] {
            ready("order-api")
                    .sendsTo("orders/orders")
                    .fact("max-events-per-second", "1200")
                    .fact("max-bytes-per-second", "1080000")
                    .fact("retry-budget-seconds", "160")
                    .fact("flush-seconds", "20")
                    .fact("connections", "2")
                    .burst(1380, 120, 900)
                    .graceSeconds(45),
            autoscaler("order-api", 3, 6),
            budget("order-api"),
            serviceAccount("order-api"),
            identity("order-api"),
            ready("billing")
                    .readsFrom("orders/orders")
                    .fact("max-events-per-second", "800")
                    .fact("flush-seconds", "10")
                    .fact("connections", "2")
                    .fact("consumer-group", "billing")
                    .fact("checkpoint-account", "progress")
                    .fact("checkpoint-container", "billing"),
            autoscaler("billing", 2, 8),
            budget("billing"),
            serviceAccount("billing"),
            identity("billing")
        };
    }

    private static ResourceFixture[] soundRights() {
        return new ResourceFixture[] {
            right("parks", BLOB_WRITER, PARKED, orderEvents()),
            right("delivers", SENDER, HUB, orderEvents()),
            right("sends", SENDER, HUB, identity("order-api")),
            right("reads", RECEIVER, HUB, identity("billing"))
        };
    }

    private static final String LARGE = """
            {"baselineEventsPerSecond":600,"peakEventsPerSecond":1380,"rampSeconds":0,"peakHoldSeconds":120,\
            "windowSeconds":3600,"averageEventBytes":900,"maxEventBytes":2000000}""";

    private static ResourceFixture paired(String name) {
        return namespace(name)
                .with("resourceGroupName", "rg-orders")
                .with("zoneRedundant", true)
                .capacity(2)
                .inflateTo(10)
                .keptSafe();
    }

    private static ResourceFixture captured(String hub, String account) {
        return hub("orders/" + hub)
                .with("captureDescription.enabled", true)
                .with("captureDescription.destination.blobContainer", "orders")
                .with("captureDescription.destination.storageAccountResourceId", id(account));
    }

    private static ResourceFixture blobs(String account) {
        return azure("storage:BlobServiceProperties", account).with("accountName", account);
    }

    private static ResourceFixture kept(String account) {
        Map<String, Object> fortnight = Map.of("enabled", true, "days", 14);
        return blobs(account)
                .with("deleteRetentionPolicy", fortnight)
                .with("containerDeleteRetentionPolicy", fortnight);
    }

    private static Map<String, Object> deletion(int days) {
        return Map.of(
                "definition",
                Map.of(
                        "actions",
                        Map.of("baseBlob", Map.of("delete", Map.of("daysAfterModificationGreaterThan", days)))));
    }

    private static ResourceFixture orderEvents() {
        return topic("order-events")
                .with("location", "westeurope")
                .with("identity.type", "SystemAssigned")
                .keptSafe();
    }

    /** One half of a failover pair of which one rule alone has something to say. */
    static ResourceFixture partner(String pair, String role) {
        return azure("eventgrid:PartnerNamespace", pair + "-" + role)
                .with("tags", Map.of("spillway-pair", pair, "spillway-pair-role", role));
    }

    private static ResourceFixture heard(String name, String scope, String metric, String operator, int threshold) {
        return azure("insights:MetricAlert", name)
                .with("enabled", true)
                .with("scopes", List.of(id(scope)))
                .with("actions", List.of(Map.of("actionGroupId", id("Microsoft.Insights/actionGroups/on-call"))))
                .with(
                        "criteria.allOf",
                        List.of(Map.of("metricName", metric, "operator", operator, "threshold", threshold)));
    }

    private static ResourceFixture ready(String name) {
        return deployment(name)
                .with("spec.selector.matchLabels", Map.of("app", name))
                .with("spec.template.metadata.labels", Map.of("app", name))
                .with("spec.template.spec.serviceAccountName", name)
                .with(
                        "spec.template.spec.topologySpreadConstraints",
                        List.of(
                                Map.of("topologyKey", "topology.kubernetes.io/zone"),
                                Map.of("topologyKey", "kubernetes.io/hostname")))
                .container("resources.requests", Map.of("cpu", "500m", "memory", "512Mi"))
                .container("resources.limits", Map.of("memory", "512Mi"))
                .container("readinessProbe", Map.of("httpGet", Map.of("path", "/ready")));
    }

    private static ResourceFixture budget(String name) {
        return resource("kubernetes:policy/v1:PodDisruptionBudget", name)
                .with("metadata.namespace", "orders")
                .with("spec.selector.matchLabels", Map.of("app", name))
                .with("spec.maxUnavailable", 1);
    }

    private static ResourceFixture identity(String name) {
        return azure("managedidentity:UserAssignedIdentity", name);
    }

    private static ResourceFixture serviceAccount(String name) {
        return resource("kubernetes:core/v1:ServiceAccount", name)
                .with("metadata.name", name)
                .with("metadata.namespace", "orders")
                .unknown("metadata.annotations[\"azure.workload.identity/client-id\"]")
                .dependsOn("metadata", identity(name));
    }

    private static ResourceFixture right(String name, String role, String scope, ResourceFixture holder) {
        return azure("authorization:RoleAssignment", name)
                .with("roleDefinitionId", id("Microsoft.Authorization/roleDefinitions/" + role))
                .with("scope", id(scope))
                .unknown("principalId")
                .dependsOn("principalId", holder);
    }
}
