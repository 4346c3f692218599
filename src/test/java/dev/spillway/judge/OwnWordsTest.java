package dev.spillway.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.intake.GraphJson;
import dev.spillway.rule.Change;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Finding;
import dev.spillway.rules.Catalogue;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Gap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A stack that is declared with the older provider is judged as any other, and told in its own words. */
class OwnWordsTest {
    private static final String ARCHIVE =
            "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/archive";
    private static final String TOPIC = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.EventGrid/topics/shop";

    private static final String NEWER = """
            [{"type": "azure-native:eventhub:Namespace", "name": "ns", "inputs": {"namespaceName": "ns",
              "location": "westeurope", "sku": {"name": "Standard", "tier": "Standard", "capacity": 1}}},
             {"type": "azure-native:eventhub:EventHub", "name": "hub", "inputs": {"namespaceName": "ns",
              "eventHubName": "hub", "partitionCount": 2, "messageRetentionInDays": 1, "captureDescription": {
              "enabled": true, "destination": {"blobContainer": "c", "storageAccountResourceId": "ARCHIVE"}}}},
             {"type": "azure-native:eventhub:EventHub", "name": "later", "inputs": {"namespaceName": "ns",
              "eventHubName": "later", "partitionCount": "LATER", "messageRetentionInDays": "LATER"}},
             {"type": "azure-native:storage:StorageAccount", "name": "archive", "inputs": {"accountName": "archive",
              "kind": "StorageV2", "sku": {"name": "Standard_LRS"}, "networkRuleSet": {"defaultAction": "Deny",
              "bypass": "None"}}},
             {"type": "azure-native:eventgrid:Topic", "name": "shop", "inputs": {"topicName": "shop",
              "location": "westeurope"}},
             {"type": "azure-native:eventgrid:EventSubscription", "name": "sub", "inputs": {"scope": "TOPIC",
              "eventSubscriptionName": "sub", "retryPolicy": {"maxDeliveryAttempts": 3,
              "eventTimeToLiveInMinutes": 60}, "destination": {"endpointType": "WebHook"}}},
             {"type": "azure-native:containerservice:ManagedCluster", "name": "aks", "inputs": {"resourceName": "aks",
              "sku": {"tier": "Free"}, "agentPoolProfiles": [{"name": "sys", "count": 1, "vmSize": "Standard_D2s_v5"}]}}]
            """.replace("ARCHIVE", ARCHIVE).replace("TOPIC", TOPIC);

    private static final String OLDER = """
            [{"type": "azure:eventhub/eventHubNamespace:EventHubNamespace", "name": "ns", "inputs": {"name": "ns",
              "location": "westeurope", "sku": "Standard", "capacity": 1}},
             {"type": "azure:eventhub/eventHub:EventHub", "name": "hub", "inputs": {"namespaceName": "ns",
              "name": "hub", "partitionCount": 2, "messageRetention": 1, "captureDescription": {
              "enabled": true, "destination": {"blobContainerName": "c", "storageAccountId": "ARCHIVE"}}}},
             {"type": "azure:eventhub/eventHub:EventHub", "name": "later", "inputs": {"namespaceName": "ns",
              "name": "later", "partitionCount": "LATER", "messageRetention": "LATER"}},
             {"type": "azure:storage/account:Account", "name": "archive", "inputs": {"name": "archive",
              "accountTier": "Standard", "accountReplicationType": "LRS", "networkRules": {"defaultAction": "Deny",
              "bypasses": ["None"]}}},
             {"type": "azure:eventgrid/topic:Topic", "name": "shop", "inputs": {"name": "shop",
              "location": "westeurope"}},
             {"type": "azure:eventgrid/eventSubscription:EventSubscription", "name": "sub", "inputs": {"scope": "TOPIC",
              "name": "sub", "retryPolicy": {"maxDeliveryAttempts": 3, "eventTimeToLive": 60},
              "webhookEndpoint": {"url": "https://shop.example.com"}}},
             {"type": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "aks", "inputs": {
              "name": "aks", "skuTier": "Free", "defaultNodePool": {"name": "sys", "nodeCount": 1,
              "vmSize": "Standard_D2s_v5"}}}]
            """.replace("ARCHIVE", ARCHIVE).replace("TOPIC", TOPIC);

    @Test
    void oneStackInTheWordsOfBothProvidersGetsTheSameVerdicts() {
        assertThat(verdicts(judge(OLDER))).isEqualTo(verdicts(judge(NEWER))).hasSizeGreaterThan(40);
    }

    @Test
    void findingsNameThePlaceAsItIsSpelledThere() {
        assertThat(judge(OLDER).findings())
                .extracting(one -> one.rule() + " " + name(one.urn()) + " " + one.path())
                .contains(
                        "EH-002 ns autoInflateEnabled",
                        "EH-007 hub messageRetention",
                        "EH-008 hub partitionCount",
                        "CP-004 archive networkRules.bypasses",
                        "EG-001 sub storageBlobDeadLetterDestination",
                        "ST-006 archive blobProperties.deleteRetentionPolicy",
                        "AK-001 aks skuTier",
                        "AK-005 aks defaultNodePool.nodeCount");
    }

    @Test
    void curesAreWrittenAsTheProviderWouldHaveThem() {
        assertThat(changes(judge(OLDER), "EH-002"))
                .contains("autoInflateEnabled=true")
                .anyMatch(change -> change.startsWith("maximumThroughputUnits="));
        assertThat(changes(judge(OLDER), "CP-004")).containsExactly("networkRules.bypasses=[\"AzureServices\"]");
    }

    @Test
    void whatIsNotKnownIsNamedAsItIsSpelledThere() {
        assertThat(judge(OLDER).unknown().stream()
                        .filter(one -> one.rule().equals("EH-007"))
                        .flatMap(one -> one.gaps().stream())
                        .map(Gap::path))
                .containsExactly("messageRetention");
    }

    private static List<String> changes(Judgement judgement, String rule) {
        return judgement.findings().stream()
                .filter(one -> one.rule().equals(rule))
                .flatMap(one -> one.changes().stream())
                .map(OwnWordsTest::text)
                .toList();
    }

    private static String text(Change change) {
        return change.path() + "=" + change.value();
    }

    private static Set<String> verdicts(Judgement judgement) {
        Set<String> verdicts = new TreeSet<>();
        judgement.findings().stream().map(OwnWordsTest::found).forEach(verdicts::add);
        judgement.unknown().forEach(one -> verdicts.add("unknown " + one.rule() + " " + name(one.urn())));
        judgement.notApplicable().forEach(one -> verdicts.add("not " + one.rule() + " " + name(one.urn()) + one.why()));
        judgement.passes().forEach(one -> verdicts.add("pass " + one.rule() + " " + name(one.urn())));
        return verdicts;
    }

    private static String found(Finding one) {
        return one.rule() + " " + name(one.urn()) + " " + one.seen() + " " + one.wanted();
    }

    private static String name(String urn) {
        return urn.substring(urn.lastIndexOf(':') + 1);
    }

    private static Judgement judge(String stack) {
        return Judge.judge(
                Catalogue.rules(),
                EventTopology.of(
                        GraphJson.read(stack.replace("LATER", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"), "stack")),
                Deployed.NOTHING_KNOWN,
                Profile.STRICT);
    }
}
