package dev.spillway.rules.capture;

import static dev.spillway.fixture.Stacks.account;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CP-002. */
class CaptureStorageRedundantTest {
    private static final String KINDS = "ZRS or GZRS or RAGZRS or GRS or RAGRS";

    private final CaptureStorageRedundant rule = new CaptureStorageRedundant();
    private final ResourceFixture archive = account("archive");
    private final ResourceFixture hub = hub("orders/orders")
            .with("captureDescription.enabled", true)
            .with(
                    "captureDescription.destination.storageAccountResourceId",
                    id("Microsoft.Storage/storageAccounts/archive"));

    @Test
    void copiesInOneDatacentreAreReported() {
        assertThat(Verdicts.of(rule, hub, archive.with("sku.name", "Standard_LRS")))
                .isEqualTo(Verdict.violation("sku.name", "Standard_LRS", KINDS)
                        .withChanges(archive.cure("sku.name", "Standard_ZRS")));
    }

    @Test
    void copiesInAllZonesPass() {
        assertThat(Verdicts.of(rule, hub, archive)).isEqualTo(Verdict.pass());
    }

    @Test
    void anAccountIsFoundByTheEdgeOfAnIdThatIsNotKnownYet() {
        hub.unknown("captureDescription.destination.storageAccountResourceId").dependsOn("captureDescription", archive);

        assertThat(Verdicts.of(rule, hub, archive.with("sku.name", "Standard_LRS")))
                .isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void anIdWithoutEdgeLeavesOpenWhetherTheAccountIsMeant() {
        hub.unknown("captureDescription.destination.storageAccountResourceId");

        assertThat(Verdicts.of(rule, hub, archive))
                .isEqualTo(unknown(
                        hub, "captureDescription.destination.storageAccountResourceId", "known only after deployment"));
    }

    @Test
    void anAccountThatNoCaptureWritesToIsNotJudged() {
        assertThat(rule.subjects(Stacks.topology(hub("orders/orders"), archive)))
                .isEmpty();
    }

    @Test
    void whatIsAllowedCanBeMoved() {
        assertThat(Verdicts.of(
                        rule, context -> context.with(CaptureStorageRedundant.ALLOWED, List.of("GRS")), hub, archive))
                .isEqualTo(Verdict.violation("sku.name", "Standard_ZRS", "GRS")
                        .withChanges(archive.cure("sku.name", "Standard_GRS")));
    }
}
