package dev.spillway.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the older provider says, in the words of the rules and back. */
class OlderAzureTest {
    private static final String NAMESPACE = "azure:eventhub/eventHubNamespace:EventHubNamespace";
    private static final String ACCOUNT = "azure:storage/account:Account";
    private static final String SUBSCRIPTION = "azure:eventgrid/eventSubscription:EventSubscription";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            eventhub/eventHubNamespace:EventHubNamespace | {"sku":"Standard"} | NAMESPACE | sku.tier | "Standard" | sku
            eventhub/eventHubNamespace:EventHubNamespace | {"capacity":4} | NAMESPACE | sku.capacity | 4 | capacity
            eventhub/eventHubNamespace:EventHubNamespace | {"autoInflateEnabled":true} | NAMESPACE | isAutoInflateEnabled | true | autoInflateEnabled
            eventhub/eventHubNamespace:EventHubNamespace | {"maximumThroughputUnits":8} | NAMESPACE | maximumThroughputUnits | 8 | maximumThroughputUnits
            eventhub/eventHubNamespace:EventHubNamespace | {"dedicatedClusterId":"/c"} | NAMESPACE | clusterArmId | "/c" | dedicatedClusterId
            eventhub/eventHubNamespace:EventHubNamespace | {"localAuthenticationEnabled":false} | NAMESPACE | disableLocalAuth | true | localAuthenticationEnabled
            eventhub/eventHubNamespace:EventHubNamespace | {"publicNetworkAccessEnabled":false} | NAMESPACE | publicNetworkAccess | "Disabled" | publicNetworkAccessEnabled
            eventhub/eventHubNamespace:EventHubNamespace | {"networkRulesets":{"defaultAction":"Deny"}} | NETWORK_RULES | defaultAction | "Deny" | networkRulesets.defaultAction
            eventhub/eventHub:EventHub | {"messageRetention":7} | HUB | messageRetentionInDays | 7 | messageRetention
            eventhub/eventHub:EventHub | {"retentionDescription":{"retentionTimeInHours":72}} | HUB | retentionDescription.retentionTimeInHours | 72 | retentionDescription.retentionTimeInHours
            eventhub/eventHub:EventHub | {"namespaceId":"/subscriptions/s/resourceGroups/g/providers/Microsoft.EventHub/namespaces/orders"} | HUB | namespaceName | "orders" | namespaceId
            eventhub/eventHub:EventHub | {"captureDescription":{"enabled":true,"destination":{"storageAccountId":"/a"}}} | HUB | captureDescription.destination.storageAccountResourceId | "/a" | captureDescription.destination.storageAccountId
            eventhub/consumerGroup:ConsumerGroup | {"eventhubName":"orders"} | CONSUMER_GROUP | eventHubName | "orders" | eventhubName
            eventhub/eventhubNamespaceDisasterRecoveryConfig:EventhubNamespaceDisasterRecoveryConfig | {"partnerNamespaceId":"/p"} | DISASTER_RECOVERY | partnerNamespace | "/p" | partnerNamespaceId
            servicebus/namespace:Namespace | {"localAuthEnabled":false} | SERVICE_BUS | disableLocalAuth | true | localAuthEnabled
            eventgrid/topic:Topic | {"localAuthEnabled":false} | TOPIC | disableLocalAuth | true | localAuthEnabled
            eventgrid/domain:Domain | {"name":"shop"} | DOMAIN | domainName | "shop" | name
            eventgrid/systemTopic:SystemTopic | {"name":"files"} | SYSTEM_TOPIC | systemTopicName | "files" | name
            eventgrid/systemTopicEventSubscription:SystemTopicEventSubscription | {"systemTopic":"files"} | SYSTEM_TOPIC_SUBSCRIPTION | systemTopicName | "files" | systemTopic
            eventgrid/eventSubscription:EventSubscription | {"retryPolicy":{"eventTimeToLive":60,"maxDeliveryAttempts":3}} | SUBSCRIPTION | retryPolicy.eventTimeToLiveInMinutes | 60 | retryPolicy.eventTimeToLive
            eventgrid/eventSubscription:EventSubscription | {"storageBlobDeadLetterDestination":{"storageAccountId":"/a"}} | SUBSCRIPTION | deadLetterDestination.resourceId | "/a" | storageBlobDeadLetterDestination.storageAccountId
            eventgrid/eventSubscription:EventSubscription | {"eventhubEndpointId":"/h"} | SUBSCRIPTION | destination.resourceId | "/h" | eventhubEndpointId
            eventgrid/eventSubscription:EventSubscription | {"eventhubEndpointId":"/h","deliveryIdentity":{"type":"SystemAssigned"}} | SUBSCRIPTION | deliveryWithResourceIdentity.destination.resourceId | "/h" | eventhubEndpointId
            eventgrid/namespaceTopic:NamespaceTopic | {"eventgridNamespaceId":"/x/namespaces/grid"} | GRID_NAMESPACE_TOPIC | namespaceName | "grid" | eventgridNamespaceId
            storage/account:Account | {"accountTier":"Standard","accountReplicationType":"LRS"} | STORAGE_ACCOUNT | sku.name | "Standard_LRS" | accountReplicationType
            storage/account:Account | {"networkRules":{"defaultAction":"Deny","bypasses":["Logging","AzureServices"]}} | STORAGE_ACCOUNT | networkRuleSet.bypass | "Logging, AzureServices" | networkRules.bypasses
            storage/account:Account | {"sharedAccessKeyEnabled":false} | STORAGE_ACCOUNT | allowSharedKeyAccess | false | sharedAccessKeyEnabled
            storage/account:Account | {} | STORAGE_ACCOUNT | kind | "StorageV2" | accountKind
            storage/account:Account | {"blobProperties":{"deleteRetentionPolicy":{}}} | BLOB_SERVICE | deleteRetentionPolicy.enabled | true | blobProperties.deleteRetentionPolicy
            storage/account:Account | {"blobProperties":{"deleteRetentionPolicy":{}}} | BLOB_SERVICE | deleteRetentionPolicy.days | 7 | blobProperties.deleteRetentionPolicy.days
            storage/account:Account | {"blobProperties":{"versioningEnabled":true}} | BLOB_SERVICE | isVersioningEnabled | true | blobProperties.versioningEnabled
            storage/container:Container | {"storageAccountName":"archive"} | BLOB_CONTAINER | accountName | "archive" | storageAccountName
            storage/managementPolicy:ManagementPolicy | {"rules":[{"actions":{"baseBlob":{"deleteAfterDaysSinceModificationGreaterThan":7}}}]} | MANAGEMENT_POLICY | policy.rules.0.definition.actions.baseBlob.delete.daysAfterModificationGreaterThan | 7 | rules.0.actions.baseBlob.deleteAfterDaysSinceModificationGreaterThan
            containerservice/kubernetesCluster:KubernetesCluster | {"skuTier":"Free"} | CLUSTER | sku.tier | "Free" | skuTier
            containerservice/kubernetesCluster:KubernetesCluster | {"defaultNodePool":{"nodeCount":1}} | CLUSTER | agentPoolProfiles.0.count | 1 | defaultNodePool.nodeCount
            containerservice/kubernetesCluster:KubernetesCluster | {"defaultNodePool":{"zones":["1"]}} | CLUSTER | agentPoolProfiles.0.availabilityZones | ["1"] | defaultNodePool.zones
            containerservice/kubernetesCluster:KubernetesCluster | {"defaultNodePool":{"onlyCriticalAddonsEnabled":true}} | CLUSTER | agentPoolProfiles.0.nodeTaints.0 | "CriticalAddonsOnly=true:NoSchedule" | defaultNodePool.onlyCriticalAddonsEnabled.0
            containerservice/kubernetesCluster:KubernetesCluster | {"oidcIssuerEnabled":true} | CLUSTER | oidcIssuerProfile.enabled | true | oidcIssuerEnabled
            containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool | {"kubernetesClusterId":"/x/managedClusters/aks"} | AGENT_POOL | resourceName | "aks" | kubernetesClusterId
            containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool | {"priority":"Spot"} | AGENT_POOL | scaleSetPriority | "Spot" | priority
            monitoring/metricAlert:MetricAlert | {"criterias":[{"metricName":"ThrottledRequests"}]} | METRIC_ALERT | criteria.allOf.0.metricName | "ThrottledRequests" | criterias.0.metricName
            monitoring/metricAlert:MetricAlert | {"dynamicCriteria":{"metricName":"IncomingMessages"}} | METRIC_ALERT | criteria.allOf.0.metricName | "IncomingMessages" | dynamicCriteria.metricName
            monitoring/actionGroup:ActionGroup | {"name":"on-call"} | ACTION_GROUP | actionGroupName | "on-call" | name
            authorization/assignment:Assignment | {"roleDefinitionName":"Azure Event Hubs Data Sender"} | ROLE_ASSIGNMENT | roleDefinitionId | "Azure Event Hubs Data Sender" | roleDefinitionName
            authorization/userAssignedIdentity:UserAssignedIdentity | {"name":"api"} | USER_IDENTITY | resourceName | "api" | name
            """)
    void everyWordIsReadAndSpelledBack(
            String type, String inputs, ResourceKind kind, String general, String value, String own)
            throws JsonProcessingException {
        ResourceGraph graph = graph("azure:" + type, inputs);
        ResourceView view = only(graph, kind);

        assertThat(view.node(general).map(JsonNode::toString)).isEqualTo(Fact.known(general, value));
        assertThat(graph.wording(view.urn()).orElseThrow().path(general)).isEqualTo(own);
        assertThat(graph.resources().get(0).inputs()).isEqualTo(json(inputs));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            eventhub/eventHubNamespace:EventHubNamespace | disableLocalAuth | true | false
            eventhub/eventHubNamespace:EventHubNamespace | isAutoInflateEnabled | true | true
            eventhub/eventHubNamespace:EventHubNamespace | publicNetworkAccess | "Enabled" | true
            storage/account:Account | networkRuleSet.bypass | "Logging, AzureServices" | ["Logging","AzureServices"]
            eventhub/eventHub:EventHub | messageRetentionInDays | 7 | 7
            """)
    void whatARuleWantsIsWrittenAsTheProviderWouldHaveIt(String type, String general, String wanted, String own)
            throws JsonProcessingException {
        Wording wording = graph("azure:" + type, "{}").wording("a").orElseThrow();

        assertThat(wording.value(general, json(wanted))).isEqualTo(json(own));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            eventhub/eventHubNamespace:EventHubNamespace | {"sku":"?"} | NAMESPACE | sku.tier
            eventhub/eventHubNamespace:EventHubNamespace | {"localAuthenticationEnabled":"?"} | NAMESPACE | disableLocalAuth
            eventhub/eventHubNamespace:EventHubNamespace | {"networkRulesets":"?"} | NETWORK_RULES | defaultAction
            eventhub/eventHub:EventHub | {"captureDescription":"?"} | HUB | captureDescription.enabled
            eventhub/eventHub:EventHub | {"captureDescription":"?"} | HUB | captureDescription.destination.storageAccountResourceId
            eventgrid/eventSubscription:EventSubscription | {"storageBlobDeadLetterDestination":"?"} | SUBSCRIPTION | deadLetterDestination
            eventgrid/eventSubscription:EventSubscription | {"retryPolicy":"?"} | SUBSCRIPTION | retryPolicy.eventTimeToLiveInMinutes
            storage/account:Account | {"accountTier":"Standard","accountReplicationType":"?"} | STORAGE_ACCOUNT | sku.name
            storage/account:Account | {"networkRules":"?"} | STORAGE_ACCOUNT | networkRuleSet.bypass
            storage/account:Account | {"networkRules":{"bypasses":["?"]}} | STORAGE_ACCOUNT | networkRuleSet.bypass
            storage/account:Account | {"blobProperties":"?"} | BLOB_SERVICE | deleteRetentionPolicy.enabled
            storage/managementPolicy:ManagementPolicy | {"rules":"?"} | MANAGEMENT_POLICY | policy.rules
            containerservice/kubernetesCluster:KubernetesCluster | {"defaultNodePool":"?"} | CLUSTER | agentPoolProfiles.0.count
            containerservice/kubernetesCluster:KubernetesCluster | {"defaultNodePool":{"zones":"?"}} | CLUSTER | agentPoolProfiles.0.availabilityZones
            monitoring/metricAlert:MetricAlert | {"criterias":"?"} | METRIC_ALERT | criteria.allOf
            """)
    void whatIsNotKnownStaysUnknown(String type, String inputs, ResourceKind kind, String general)
            throws JsonProcessingException {
        ResourceView view = only(graph("azure:" + type, inputs.replace("?", Inputs.UNKNOWN)), kind);

        assertThat(view.node(general)).isInstanceOf(Fact.Unknown.class);
    }

    @Test
    void whatAnAccountDoesNotSayOfItsBlobsIsLeftAsAzureMakesIt() throws JsonProcessingException {
        assertThat(graph(ACCOUNT, "{}").of(ResourceKind.BLOB_SERVICE)).isEmpty();
        assertThat(graph(NAMESPACE, "{}").of(ResourceKind.NETWORK_RULES)).isEmpty();
    }

    @Test
    void networkRulesOfANamespaceWithoutANameBelongToIt() throws JsonProcessingException {
        EventTopology topology =
                EventTopology.of(graph(NAMESPACE, "{\"networkRulesets\":{\"defaultAction\":\"Deny\"}}"));

        assertThat(topology.deniedByRules(topology.namespaces().get(0)).isFound())
                .isTrue();
    }

    @Test
    void firewallRulesBesideAnAccountMakeItsOwnUnknown() throws JsonProcessingException {
        ResourceGraph graph = new ResourceGraph(List.of(
                resource("a", ACCOUNT, "{\"name\":\"archive\"}"),
                resource("b", "azure:storage/accountNetworkRules:AccountNetworkRules", "{}")));

        assertThat(new StorageAccountView(only(graph, ResourceKind.STORAGE_ACCOUNT))
                        .hasFirewall()
                        .isUnknown())
                .isTrue();
    }

    @Test
    void deadLettersWithoutAnIdentityStandAlone() throws JsonProcessingException {
        ResourceView alone = only(
                graph(SUBSCRIPTION, "{\"storageBlobDeadLetterDestination\":{\"storageAccountId\":\"/a\"}}"),
                ResourceKind.SUBSCRIPTION);
        ResourceView signed = only(
                graph(
                        SUBSCRIPTION,
                        "{\"deadLetterIdentity\":{\"type\":\"SystemAssigned\"},"
                                + "\"storageBlobDeadLetterDestination\":{\"storageAccountId\":\"/a\"}}"),
                ResourceKind.SUBSCRIPTION);

        assertThat(alone.node(SubscriptionView.DEAD_LETTER_BY_IDENTITY).isAbsent())
                .isTrue();
        assertThat(signed.node(SubscriptionView.DEAD_LETTER).isAbsent()).isTrue();
        assertThat(signed.text(SubscriptionView.DEAD_LETTER_BY_IDENTITY + ".deadLetterDestination.resourceId"))
                .isEqualTo(Fact.known("deadLetterWithResourceIdentity.deadLetterDestination.resourceId", "/a"));
    }

    @Test
    void edgesOfTheEngineFollowTheirInput() throws JsonProcessingException {
        ResourceView policy = new ResourceView(
                "a",
                "azure:storage/managementPolicy:ManagementPolicy",
                "a",
                "",
                (ObjectNode) json("{\"storageAccountId\":\"" + Inputs.UNKNOWN + "\"}"),
                List.of("account"),
                new TreeMap<>(Map.of("storageAccountId", List.of("account"))),
                ResourceOptions.NONE);

        assertThat(only(new ResourceGraph(List.of(policy)), ResourceKind.MANAGEMENT_POLICY)
                        .edges("accountName"))
                .containsExactly("account");
    }

    @Test
    void theServiceBusTypesAmongTheEventHubsAreNoNamespaces() throws JsonProcessingException {
        ResourceGraph graph = graph("azure:eventhub/namespace:Namespace", "{\"sku\":\"Standard\"}");

        assertThat(graph.of(ResourceKind.NAMESPACE)).isEmpty();
        assertThat(graph.of(ResourceKind.SERVICE_BUS)).hasSize(1);
    }

    @Test
    void unitsOfADeployedNamespaceAreReadInTheWordsThatItWasRecordedIn() throws JsonProcessingException {
        DeployedResource deployed = DeployedResource.recorded(
                "a", NAMESPACE, false, (ObjectNode) json("{\"capacity\":2}"), (ObjectNode) json("{\"capacity\":7}"));

        assertThat(deployed.capacity().value()).isEqualTo(7);
    }

    private static ResourceView only(ResourceGraph graph, ResourceKind kind) {
        return graph.of(kind).findFirst().orElseThrow();
    }

    private static ResourceGraph graph(String type, String inputs) throws JsonProcessingException {
        return new ResourceGraph(List.of(resource("a", type, inputs)));
    }

    private static ResourceView resource(String urn, String type, String inputs) throws JsonProcessingException {
        return new ResourceView(
                urn, type, urn, "", (ObjectNode) json(inputs), List.of(), new TreeMap<>(), ResourceOptions.NONE);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new JsonMapper().readTree(text);
    }
}
