package dev.spillway.standin;

import static dev.spillway.standin.StandInRun.CONSUMERS;
import static dev.spillway.standin.StandInRun.GROUP;
import static dev.spillway.standin.StandInRun.HUB;
import static dev.spillway.standin.StandInRun.NAMESPACE;
import static dev.spillway.standin.StandInRun.PAIRING;
import static dev.spillway.standin.StandInRun.consumers;
import static dev.spillway.standin.StandInRun.group;
import static dev.spillway.standin.StandInRun.hub;
import static dev.spillway.standin.StandInRun.hubId;
import static dev.spillway.standin.StandInRun.inputs;
import static dev.spillway.standin.StandInRun.namespace;
import static dev.spillway.standin.StandInRun.namespaceId;
import static dev.spillway.standin.StandInRun.pairing;
import static dev.spillway.standin.StandInRun.premium;
import static dev.spillway.standin.StandInRun.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service refuses although its schema allows it. */
final class RefusalsTest {
    private static final String TOPIC_SUBSCRIPTION = "azure-native:eventgrid:TopicEventSubscription";
    private static final String ROLE = "azure-native:authorization:RoleAssignment";

    @TempDir
    private Path folder;

    private StandInRun run;

    @BeforeEach
    void start() {
        run = StandInRun.in(folder);
        run.create(GROUP, group());
    }

    @AfterEach
    void end() {
        run.close();
    }

    @Test
    void aNamespaceNeedsItsGroup() {
        ObjectNode elsewhere = namespace("orders-dev").put("resourceGroupName", "gone");

        assertThat(refusal(() -> run.create(NAMESPACE, elsewhere)))
                .contains(
                        "Status=404 Code=\"ResourceGroupNotFound\" Message=\"Resource group 'gone' could not be found.");
    }

    @Test
    void aHubNeedsItsNamespace() {
        assertThat(refusal(() -> run.create(HUB, hub("orders-dev", "orders"))))
                .contains("Status=404 Code=\"ParentResourceNotFound\"")
                .contains("the parent resource '" + namespaceId("orders-dev") + "' could not be found.");
    }

    @Test
    void whatIsThereIsNotCreatedAgain() {
        run.create(NAMESPACE, namespace("orders-dev"));

        assertThat(refusal(() -> run.create(NAMESPACE, namespace("orders-dev"))))
                .contains("cannot create already existing resource '" + namespaceId("orders-dev") + "'");
    }

    @Test
    void aStandardHubKeepsItsPartitions() {
        run.create(NAMESPACE, namespace("orders-dev"));
        run.create(HUB, hub("orders-dev", "orders"));

        for (int partitions : new int[] {3, 5}) {
            assertThat(refusal(() -> run.updated(
                            HUB,
                            hubId("orders-dev", "orders"),
                            hub("orders-dev", "orders").put("partitionCount", partitions))))
                    .contains("Status=400 Code=\"MessagingGatewayBadRequest\"")
                    .contains("cannot be changed from 4 to " + partitions + " on a namespace of SKU Standard");
        }
        assertThat(run.cloud().toString()).contains("\"partitionCount\":4");
    }

    @Test
    void aPremiumHubMayGrowAndNeverShrink() {
        run.create(NAMESPACE, premium("orders-dev"));
        run.create(HUB, hub("orders-dev", "orders"));
        String id = hubId("orders-dev", "orders");

        ObjectNode grown = run.updated(HUB, id, hub("orders-dev", "orders").put("partitionCount", 8));

        assertThat(grown.path("partitionIds")).hasSize(8);
        assertThat(refusal(
                        () -> run.updated(HUB, id, hub("orders-dev", "orders").put("partitionCount", 7))))
                .contains("cannot be decreased from 8 to 7");
    }

    @Test
    void unitsAndTheirCeilingFitTheTier() {
        assertThat(refusal(() -> run.create(NAMESPACE, namespace("orders-dev").put("maximumThroughputUnits", 6))))
                .contains("must be 0 while auto-inflate is not enabled");
        assertThat(refusal(() -> run.create(
                        NAMESPACE,
                        namespace("orders-dev")
                                .put("isAutoInflateEnabled", true)
                                .put("maximumThroughputUnits", 1))))
                .contains("not less than the throughput units, which are 2");
        assertThat(refusal(() -> run.create(
                        NAMESPACE,
                        premium("orders-dev").put("isAutoInflateEnabled", true).put("maximumThroughputUnits", 4))))
                .contains("Auto-inflate is not supported on a namespace of SKU Premium");
        ObjectNode odd = premium("orders-dev");
        ((ObjectNode) odd.path("sku")).put("capacity", 3);
        assertThat(refusal(() -> run.create(NAMESPACE, odd))).contains("1, 2, 4, 8 or 16 processing units, not 3");
    }

    @Test
    void retentionAndCountsFitTheTier() {
        run.create(NAMESPACE, namespace("orders-dev"));
        ObjectNode long8Days = hub("orders-dev", "orders");
        long8Days.putObject("retentionDescription").put("retentionTimeInHours", 192);

        assertThat(refusal(() -> run.create(HUB, long8Days)))
                .contains("RetentionTimeInHours 192 is more than 168, the most of SKU Standard");
        assertThat(refusal(() -> run.create(HUB, hub("orders-dev", "orders").put("partitionCount", 33))))
                .contains("PartitionCount 33 is more than 32, the most of SKU Standard");
        for (int i = 0; i < 10; i++) {
            run.create(HUB, hub("orders-dev", "hub" + i));
        }
        assertThat(refusal(() -> run.create(HUB, hub("orders-dev", "hub10")))).contains("QuotaExceeded");
        for (int i = 0; i < 19; i++) {
            run.create(CONSUMERS, consumers("orders-dev", "hub0", "group" + i));
        }
        assertThat(refusal(() -> run.create(CONSUMERS, consumers("orders-dev", "hub0", "group19"))))
                .contains("20 consumer groups at most, with $Default");
    }

    @Test
    void zoneRedundancyTierAndPlaceStayAsTheyWereMade() {
        run.create(NAMESPACE, namespace("orders-dev"));
        String id = namespaceId("orders-dev");

        assertThat(refusal(
                        () -> run.updated(NAMESPACE, id, namespace("orders-dev").put("zoneRedundant", true))))
                .contains("'zoneRedundant' cannot be changed after creation");
        assertThat(refusal(() -> run.updated(NAMESPACE, id, premium("orders-dev"))))
                .contains("from Standard to Premium is not supported");
        assertThat(refusal(
                        () -> run.updated(NAMESPACE, id, namespace("orders-dev").put("location", "northeurope"))))
                .contains("InvalidResourceLocation");
    }

    @Test
    void theSecondaryOfAPairMustBeEmpty() {
        run.create(NAMESPACE, namespace("orders-dev"));
        run.create(NAMESPACE, namespace("orders-spare"));
        run.create(HUB, hub("orders-spare", "orders"));

        assertThat(refusal(() -> run.create(PAIRING, pairing("orders-dev", "orders-spare"))))
                .contains("The secondary namespace orders-spare must be empty");

        run.delete(HUB, hubId("orders-spare", "orders"));

        assertThat(run.created(PAIRING, pairing("orders-dev", "orders-spare"))
                        .path("role")
                        .asText())
                .isEqualTo("Primary");
    }

    @Test
    void aPairedNamespaceCannotBeDeleted() {
        run.create(NAMESPACE, namespace("orders-dev"));
        run.create(NAMESPACE, namespace("orders-spare"));
        String pair = run.create(PAIRING, pairing("orders-dev", "orders-spare")).getId();

        for (String name : new String[] {"orders-dev", "orders-spare"}) {
            assertThat(refusal(() -> {
                        run.delete(NAMESPACE, namespaceId(name));
                        return name;
                    }))
                    .contains("Status=409")
                    .contains("The namespace " + name + " is part of a geo disaster recovery pairing");
        }
        assertThat(refusal(() -> run.create(HUB, hub("orders-spare", "orders"))))
                .contains("takes no new entities");

        assertThat(refusal(() -> {
                    run.delete(PAIRING, pair);
                    return pair;
                }))
                .contains("Status=409")
                .contains("The alias orders-alias is paired and cannot be deleted. Break the pairing first.");

        run.drift(pair, "properties.partnerNamespace", com.fasterxml.jackson.databind.node.TextNode.valueOf(""));
        run.delete(PAIRING, pair);
        run.delete(NAMESPACE, namespaceId("orders-dev"));

        assertThat(run.ids()).hasSize(2);
    }

    @Test
    void deadLettersNeedTheirContainerAndTheirRole() {
        ObjectNode topic = inputs("{'resourceGroupName': 'rg', 'topicName': 'orders', 'location': 'westeurope',"
                + " 'identity': {'type': 'SystemAssigned'}}");
        String principal = run.created("azure-native:eventgrid:Topic", topic)
                .path("identity")
                .path("principalId")
                .asText();
        String account = run.create(
                        "azure-native:storage:StorageAccount",
                        inputs("{'resourceGroupName': 'rg', 'accountName': 'letters', 'location': 'westeurope',"
                                + " 'kind': 'StorageV2', 'sku': {'name': 'Standard_ZRS'}}"))
                .getId();
        ObjectNode subscription = inputs("{'resourceGroupName': 'rg', 'topicName': 'orders',"
                + " 'eventSubscriptionName': 'billing', 'deadLetterWithResourceIdentity':"
                + " {'identity': {'type': 'SystemAssigned'}, 'deadLetterDestination':"
                + " {'endpointType': 'StorageBlob', 'blobContainerName': 'dead', 'resourceId': '" + account + "'}}}");

        assertThat(run.failures(TOPIC_SUBSCRIPTION, subscription)).isEmpty();
        assertThat(refusal(() -> run.create(TOPIC_SUBSCRIPTION, subscription)))
                .contains("the container '" + account + "/blobServices/default/containers/dead' could not be found");
        run.create(
                "azure-native:storage:BlobContainer",
                inputs("{'resourceGroupName': 'rg', 'accountName': 'letters', 'containerName': 'dead'}"));
        assertThat(refusal(() -> run.create(TOPIC_SUBSCRIPTION, subscription)))
                .contains("Assign the role before the event subscription is created");
        run.create(
                ROLE,
                inputs("{'roleAssignmentName': '11111111-1111-1111-1111-111111111111',"
                                + " 'principalType': 'ServicePrincipal', 'roleDefinitionId':"
                                + " '/subscriptions/00000000-0000-0000-0000-000000000000/providers/"
                                + "Microsoft.Authorization/roleDefinitions/ba92f5b4-2d11-453d-a403-e96b0029c9fe'}")
                        .put("scope", account)
                        .put("principalId", principal));
        assertThat(run.create(TOPIC_SUBSCRIPTION, subscription).getId()).endsWith("/eventSubscriptions/billing");
    }
}
