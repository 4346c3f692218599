package dev.spillway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AzureNamesTest {
    @ParameterizedTest
    @CsvSource({
        "resources:ResourceGroup, resourceGroupName",
        "eventhub:Namespace, namespaceName",
        "eventhub:EventHub, eventHubName",
        "eventhub:ConsumerGroup, consumerGroupName",
        "eventhub:DisasterRecoveryConfig, alias",
        "eventhub:NamespaceAuthorizationRule, authorizationRuleName",
        "eventhub:EventHubAuthorizationRule, authorizationRuleName",
        "eventhub:SchemaRegistry, schemaGroupName",
        "eventhub:Cluster, clusterName",
        "eventhub/v20230101preview:EventHubAuthorizationRule, authorizationRuleName",
        "eventgrid:Topic, topicName",
        "eventgrid:Domain, domainName",
        "eventgrid:DomainTopic, domainTopicName",
        "eventgrid:SystemTopic, systemTopicName",
        "eventgrid:NamespaceTopic, topicName",
        "eventgrid:NamespaceTopicEventSubscription, eventSubscriptionName",
        "eventgrid:EventSubscription, eventSubscriptionName",
        "storage:StorageAccount, accountName",
        "storage:BlobContainer, containerName",
        "containerservice:ManagedCluster, resourceName",
        "containerservice:AgentPool, agentPoolName",
        "insights:DiagnosticSetting, name",
        "insights:MetricAlert, ruleName",
        "insights:ActionGroup, actionGroupName",
        "operationalinsights:Workspace, workspaceName",
        "network:PrivateEndpoint, privateEndpointName",
        "managedidentity:UserAssignedIdentity, resourceName"
    })
    void theNameComesFromTheInputThatNamesTheResource(String type, String input) {
        Struct inputs = Struct.newBuilder()
                .putFields("location", PreviewAnswers.text("westeurope"))
                .putFields(input, PreviewAnswers.text("orders"))
                .build();

        assertThat(AzureNames.name("azure-native:" + type, inputs)).contains(PreviewAnswers.text("orders"));
    }

    @Test
    void aNameThatTheServiceMakesUpIsNotKnown() {
        Struct inputs = Struct.newBuilder()
                .putFields("namespaceName", PreviewAnswers.text("orders"))
                .build();

        assertThat(AzureNames.name("azure-native:eventhub:EventHub", inputs)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/subscriptions/1/namespaces/orders, orders", "orders,", "/subscriptions/,"})
    void anIdEndsInTheName(String id, String name) {
        assertThat(AzureNames.nameInId(id).orElse(null)).isEqualTo(name);
    }
}
