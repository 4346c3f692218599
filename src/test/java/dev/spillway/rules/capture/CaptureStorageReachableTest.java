package dev.spillway.rules.capture;

import static dev.spillway.fixture.Stacks.account;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** CP-004. */
class CaptureStorageReachableTest {
    private final CaptureStorageReachable rule = new CaptureStorageReachable();
    private final ResourceFixture archive = account("archive").with("networkRuleSet.defaultAction", "Deny");
    private final ResourceFixture hub = hub("orders/orders")
            .with("captureDescription.enabled", true)
            .with(
                    "captureDescription.destination.storageAccountResourceId",
                    id("Microsoft.Storage/storageAccounts/archive"));

    @Test
    void aFirewallThatAzureDoesNotPassIsReported() {
        assertThat(Verdicts.of(rule, hub, archive.with("networkRuleSet.bypass", "None")))
                .isEqualTo(
                        Verdict.violation("networkRuleSet.bypass", "None, and everyone else is denied", "AzureServices")
                                .withChanges(archive.cure("networkRuleSet.bypass", "AzureServices")));
    }

    @Test
    void whatPassesAlreadyGoesOnPassing() {
        assertThat(Verdicts.of(rule, hub, archive.with("networkRuleSet.bypass", "Logging, Metrics")))
                .isEqualTo(Verdict.violation(
                                "networkRuleSet.bypass",
                                "Logging, Metrics, and everyone else is denied",
                                "Logging, Metrics, AzureServices")
                        .withChanges(archive.cure("networkRuleSet.bypass", "Logging, Metrics, AzureServices")));
    }

    @Test
    void azurePassesWhereNothingIsSaid() {
        assertThat(Verdicts.of(rule, hub, archive)).isEqualTo(Verdict.pass());
    }

    @Test
    void anOpenAccountPasses() {
        assertThat(Verdicts.of(rule, hub, account("archive"))).isEqualTo(Verdict.pass());
    }
}
