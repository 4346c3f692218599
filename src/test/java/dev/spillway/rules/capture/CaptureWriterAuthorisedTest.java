package dev.spillway.rules.capture;

import static dev.spillway.fixture.Stacks.account;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.roleAssignment;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CP-005. */
class CaptureWriterAuthorisedTest {
    private static final String IDENTITY = "captureDescription.destination.identity";
    private static final String CONTRIBUTOR = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private static final String ARCHIVE = "Microsoft.Storage/storageAccounts/archive";

    private final CaptureWriterAuthorised rule = new CaptureWriterAuthorised();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture archive = account("archive");
    private final ResourceFixture hub = hub("orders/orders")
            .with("captureDescription.enabled", true)
            .with("captureDescription.destination.blobContainer", "orders")
            .with("captureDescription.destination.storageAccountResourceId", id(ARCHIVE));

    @Test
    void anIdentityWithoutRoleIsReported() {
        hub.with(IDENTITY + ".type", "SystemAssigned");

        assertThat(Verdicts.of(rule, orders, hub, archive))
                .isEqualTo(Verdict.violation(
                        IDENTITY, "orders has no role on archive", "Storage Blob Data Contributor on archive"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ARCHIVE,
                ARCHIVE + "/blobServices/default/containers/orders",
            })
    void aRoleOnAccountOrContainerPasses(String scope) {
        hub.with(IDENTITY + ".type", "SystemAssigned");

        assertThat(Verdicts.of(rule, orders, hub, archive, roleAssignment(CONTRIBUTOR, id(scope), orders)))
                .isEqualTo(Verdict.pass());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Microsoft.Storage/storageAccounts/other",
                ARCHIVE + "/blobServices/default/containers/others",
            })
    void aRoleElsewhereDoesNotHelp(String scope) {
        hub.with(IDENTITY + ".type", "SystemAssigned");

        assertThat(Verdicts.of(rule, orders, hub, archive, roleAssignment(CONTRIBUTOR, id(scope), orders)))
                .isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void aRoleOfSomeoneElseDoesNotHelp() {
        hub.with(IDENTITY + ".type", "SystemAssigned");

        assertThat(Verdicts.of(rule, orders, hub, archive, roleAssignment(CONTRIBUTOR, id(ARCHIVE), archive)))
                .isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void ownerOfTheControlPlaneMayNotWriteBlobs() {
        hub.with(IDENTITY + ".type", "SystemAssigned");
        ResourceFixture owner = roleAssignment("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", id(ARCHIVE), orders);

        assertThat(Verdicts.of(rule, orders, hub, archive, owner)).isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void keysWorkWhereTheAccountTakesThem() {
        assertThat(Verdicts.of(rule, orders, hub, archive)).isEqualTo(Verdict.pass());
    }

    @Test
    void keysAreReportedWhereTheAccountRefusesThem() {
        assertThat(Verdicts.of(rule, orders, hub, archive.with("allowSharedKeyAccess", false)))
                .isEqualTo(Verdict.violation(
                        IDENTITY, "not given, while archive refuses keys", "an identity with a role there"));
    }

    @Test
    void anAccountElsewhereIsUnknown() {
        assertThat(Verdicts.of(rule, orders, hub))
                .isEqualTo(unknown(
                        hub,
                        "captureDescription.destination.storageAccountResourceId",
                        "the account is not in the stack"));
    }
}
