package dev.spillway.rules.storage;

import static dev.spillway.fixture.Stacks.account;
import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ST-006. */
class RecoverableEventBlobsTest {
    private final RecoverableEventBlobs rule = new RecoverableEventBlobs();
    private final ResourceFixture archive = account("archive");
    private final ResourceFixture hub = hub("orders/orders")
            .with("captureDescription.enabled", true)
            .with(
                    "captureDescription.destination.storageAccountResourceId",
                    id("Microsoft.Storage/storageAccounts/archive"));
    private final ResourceFixture service =
            azure("storage:BlobServiceProperties", "blobs").with("accountName", "archive");

    @Test
    void nothingDeclaredIsOff() {
        assertThat(Verdicts.of(rule, hub, archive))
                .isEqualTo(Verdict.violation(
                        "deleteRetentionPolicy",
                        "off, because no BlobServiceProperties of archive are declared",
                        "14 days"));
    }

    @Test
    void aShortTimeIsReportedForBlobsAndContainers() {
        service.with("deleteRetentionPolicy", Map.of("enabled", true, "days", 13));

        assertThat(Verdicts.of(rule, hub, archive, service))
                .isEqualTo(Verdict.violation("deleteRetentionPolicy", "13 days", "at least 14 days")
                        .withChanges(
                                service.cure("deleteRetentionPolicy.enabled", true),
                                service.cure("deleteRetentionPolicy.days", 14),
                                service.cure("containerDeleteRetentionPolicy.enabled", true),
                                service.cure("containerDeleteRetentionPolicy.days", 14)));
    }

    @Test
    void exactlyTheTimePasses() {
        assertThat(Verdicts.of(rule, hub, archive, both(14))).isEqualTo(Verdict.pass());
    }

    @Test
    void theTimeCanBeMoved() {
        assertThat(Verdicts.of(rule, context -> context.with(RecoverableEventBlobs.MINIMUM, 7), hub, archive, both(7)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void anAccountOfDeadLettersIsJudgedTooAndOnce() {
        ResourceFixture notify = subscription("order-events")
                .with("deadLetterDestination.resourceId", id("Microsoft.Storage/storageAccounts/archive"));

        assertThat(Verdicts.of(rule, hub, notify, archive, both(14))).isEqualTo(Verdict.pass());
    }

    @Test
    void anAccountThatCertainlyHoldsOneKindIsJudgedWhateverTheOtherIs() {
        ResourceFixture notify = subscription("order-events")
                .with("deadLetterDestination.endpointType", "StorageBlob")
                .unknown("deadLetterDestination.resourceId");
        ResourceFixture unclear = hub("orders/orders")
                .with("captureDescription.enabled", true)
                .unknown("captureDescription.destination.storageAccountResourceId");
        ResourceFixture clear = subscription("order-events")
                .with("deadLetterDestination.resourceId", id("Microsoft.Storage/storageAccounts/archive"));

        assertThat(Verdicts.of(rule, hub, notify, archive, both(14))).isEqualTo(Verdict.pass());
        assertThat(Verdicts.of(rule, unclear, clear, archive, both(14))).isEqualTo(Verdict.pass());
    }

    @Test
    void daysThatAreNotKnownMatterOnlyWhereDeletingIsPutOff() {
        both(14).unknown("containerDeleteRetentionPolicy.days");

        assertThat(Verdicts.of(rule, hub, archive, service))
                .isEqualTo(Verdicts.unknown(
                        service, "containerDeleteRetentionPolicy.days", "known only after deployment"));

        service.with("containerDeleteRetentionPolicy.enabled", false);

        assertThat(Verdicts.of(rule, hub, archive, service)).isInstanceOf(Verdict.Violation.class);
    }

    private ResourceFixture both(int days) {
        return service.with("deleteRetentionPolicy", Map.of("enabled", true, "days", days))
                .with("containerDeleteRetentionPolicy", Map.of("enabled", true, "days", days));
    }
}
