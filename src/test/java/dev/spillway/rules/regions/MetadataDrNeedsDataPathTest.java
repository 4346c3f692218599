package dev.spillway.rules.regions;

import static dev.spillway.fixture.Stacks.account;
import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** DR-006. */
class MetadataDrNeedsDataPathTest {
    private final MetadataDrNeedsDataPath rule = new MetadataDrNeedsDataPath();
    private final ResourceFixture orders = namespace("orders").with("location", "westeurope");
    private final ResourceFixture north = namespace("north").with("location", "northeurope");
    private final ResourceFixture pair = azure("eventhub:DisasterRecoveryConfig", "pair")
            .with("namespaceName", "orders")
            .with("partnerNamespace", id("Microsoft.EventHub/namespaces/north"));
    private final ResourceFixture hub = hub("orders/orders");
    private final ResourceFixture archive = account("archive").with("location", "westeurope");

    @Test
    void aHubWithoutCopyIsReported() {
        assertThat(Verdicts.of(rule, orders, north, pair, hub)).isEqualTo(uncopied());
    }

    @Test
    void aCopyInTheSameRegionDoesNotHelp() {
        assertThat(Verdicts.of(rule, orders, north, pair, captured(), archive)).isEqualTo(uncopied());
    }

    @Test
    void aGeoRedundantCopyHelps() {
        archive.with("sku.name", "Standard_RAGZRS");

        assertThat(Verdicts.of(rule, orders, north, pair, captured(), archive)).isEqualTo(Verdict.pass());
    }

    @Test
    void aProducerOfTheOtherSideHelps() {
        assertThat(Verdicts.of(rule, orders, north, pair, hub, deployment("api").sendsTo("north/orders")))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void hubsElsewhereAreNotJudged() {
        assertThat(Verdicts.of(rule, orders, north, pair))
                .isEqualTo(Verdict.notApplicable("its hubs are not in the stack"));
    }

    private ResourceFixture captured() {
        return hub.with("captureDescription.enabled", true)
                .with(
                        "captureDescription.destination.storageAccountResourceId",
                        id("Microsoft.Storage/storageAccounts/archive"));
    }

    private static Verdict uncopied() {
        return Verdict.violation(
                "partnerNamespace",
                "no copy of the events of orders outside its region",
                "a copy of every hub in another region");
    }
}
