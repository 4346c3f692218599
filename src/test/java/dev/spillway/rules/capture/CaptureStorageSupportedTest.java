package dev.spillway.rules.capture;

import static dev.spillway.fixture.Stacks.account;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** CP-003. */
class CaptureStorageSupportedTest {
    private final CaptureStorageSupported rule = new CaptureStorageSupported();
    private final ResourceFixture archive = account("archive");
    private final ResourceFixture hub = hub("orders/orders")
            .with("captureDescription.enabled", true)
            .with(
                    "captureDescription.destination.storageAccountResourceId",
                    id("Microsoft.Storage/storageAccounts/archive"));

    @Test
    void aPremiumAccountIsReported() {
        assertThat(Verdicts.of(rule, hub, archive.with("sku.name", "Premium_ZRS")))
                .isEqualTo(Verdict.violation("sku.name", "Premium_ZRS", "a Standard account"));
    }

    @Test
    void anAccountOfFilesIsReported() {
        assertThat(Verdicts.of(rule, hub, archive.with("kind", "FileStorage")))
                .isEqualTo(Verdict.violation("kind", "FileStorage, which holds no blobs", "StorageV2"));
    }

    @Test
    void aStandardAccountPasses() {
        assertThat(Verdicts.of(rule, hub, archive)).isEqualTo(Verdict.pass());
    }

    @Test
    void aKindKnownAfterDeploymentIsUnknown() {
        assertThat(Verdicts.of(rule, hub, archive.unknown("kind")))
                .isEqualTo(unknown(archive, "kind", "known only after deployment"));
    }
}
