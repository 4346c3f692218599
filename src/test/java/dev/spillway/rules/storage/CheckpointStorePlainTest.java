package dev.spillway.rules.storage;

import static dev.spillway.fixture.Stacks.account;
import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.scaledObject;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ST-001. */
class CheckpointStorePlainTest {
    private final CheckpointStorePlain rule = new CheckpointStorePlain();
    private final ResourceFixture progress = account("progress");
    private final ResourceFixture billing = deployment("billing")
            .readsFrom("orders/orders")
            .fact("consumer-group", "billing")
            .fact("checkpoint-account", "progress");
    private final ResourceFixture service =
            azure("storage:BlobServiceProperties", "blobs").with("accountName", "progress");

    @Test
    void oldVersionsAreReportedAndSwitchedOff() {
        service.with("deleteRetentionPolicy.enabled", true).with("isVersioningEnabled", true);

        assertThat(Verdicts.of(rule, billing, progress, service))
                .isEqualTo(Verdict.violation("deleteRetentionPolicy.enabled", "on in blobs", "off for checkpoints")
                        .withChanges(
                                service.cure("deleteRetentionPolicy.enabled", false),
                                service.cure("isVersioningEnabled", false)));
    }

    @Test
    void aHierarchicalNamespaceIsReported() {
        assertThat(Verdicts.of(rule, billing, progress.with("isHnsEnabled", true)))
                .isEqualTo(Verdict.violation("isHnsEnabled", "true", "an account without hierarchical namespace"));
    }

    @Test
    void anAccountThatHoldsEventsTooKeepsItsProtection() {
        service.with("isVersioningEnabled", true);
        ResourceFixture hub = hub("orders/orders")
                .with("captureDescription.enabled", true)
                .with(
                        "captureDescription.destination.storageAccountResourceId",
                        id("Microsoft.Storage/storageAccounts/progress"));

        assertThat(Verdicts.of(rule, billing, progress, service, hub))
                .isEqualTo(
                        Verdict.violation("isVersioningEnabled", "on in blobs", "off for checkpoints")
                                .withNote(
                                        "The account holds events too, which need it: give checkpoints an account of their own"));
    }

    @Test
    void aPlainAccountPasses() {
        assertThat(Verdicts.of(rule, billing, progress)).isEqualTo(Verdict.pass());
    }

    @Test
    void theTriggerOfAScalerNamesTheAccountToo() {
        ResourceFixture consumer = deployment("billing").readsFrom("orders/orders");
        ResourceFixture scaler = scaledObject("billing")
                .with(
                        "spec.triggers",
                        List.of(Map.of(
                                "type",
                                "azure-eventhub",
                                "metadata",
                                Map.of("consumerGroup", "billing", "storageAccountName", "progress"))));

        assertThat(Verdicts.of(rule, consumer, scaler, progress.with("isHnsEnabled", true)))
                .isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void aConsumerThatDoesNotSayIsUnknown() {
        assertThat(Verdicts.of(rule, billing.withoutFact("checkpoint-account")))
                .isEqualTo(unknown(
                        billing,
                        "spec.template.metadata.annotations[\"spillway.dev/checkpoint-account\"]",
                        "not given"));
    }
}
