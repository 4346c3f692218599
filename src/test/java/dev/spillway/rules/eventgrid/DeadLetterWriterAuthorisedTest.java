package dev.spillway.rules.eventgrid;

import static dev.spillway.fixture.Stacks.account;
import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.roleAssignment;
import static dev.spillway.fixture.Stacks.subscription;
import static dev.spillway.fixture.Stacks.topic;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** EG-006. */
class DeadLetterWriterAuthorisedTest {
    private static final String CONTRIBUTOR = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private static final String PLACE = "deadLetterWithResourceIdentity";
    private static final String ACCOUNT = "Microsoft.Storage/storageAccounts/parked";

    private final DeadLetterWriterAuthorised rule = new DeadLetterWriterAuthorised();
    private final ResourceFixture topic = topic("order-events");
    private final ResourceFixture parked = account("parked");
    private final ResourceFixture notify = subscription("order-events")
            .with(PLACE + ".identity.type", "SystemAssigned")
            .with(PLACE + ".deadLetterDestination.resourceId", id(ACCOUNT))
            .with(PLACE + ".deadLetterDestination.blobContainerName", "letters");

    @Test
    void anIdentityWithoutRoleIsReported() {
        assertThat(Verdicts.of(rule, topic, parked, notify))
                .isEqualTo(Verdict.violation(
                        PLACE + ".identity",
                        "order-events has no role on parked",
                        "Storage Blob Data Contributor on parked"));
    }

    @Test
    void aRoleOfTheTopicPasses() {
        assertThat(Verdicts.of(rule, topic, parked, notify, roleAssignment(CONTRIBUTOR, id(ACCOUNT), topic)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void aScopeKnownAfterDeploymentIsFoundByItsEdge() {
        ResourceFixture role =
                roleAssignment(CONTRIBUTOR, "", topic).unknown("scope").dependsOn("scope", parked);

        assertThat(Verdicts.of(rule, topic, parked, notify, role)).isEqualTo(Verdict.pass());
    }

    @Test
    void aUserAssignedIdentityNeedsTheRoleItself() {
        ResourceFixture letters =
                azure("managedidentity:UserAssignedIdentity", "letters").with("resourceName", "letters");
        notify.with(PLACE + ".identity.type", "UserAssigned")
                .with(
                        PLACE + ".identity.userAssignedIdentity",
                        id("Microsoft.ManagedIdentity/userAssignedIdentities/letters"));

        assertThat(Verdicts.of(rule, topic, parked, notify, letters, roleAssignment(CONTRIBUTOR, id(ACCOUNT), topic)))
                .isInstanceOf(Verdict.Violation.class);
        assertThat(Verdicts.of(rule, topic, parked, notify, letters, roleAssignment(CONTRIBUTOR, id(ACCOUNT), letters)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void keysAreNotJudged() {
        assertThat(Verdicts.of(rule, topic, subscription("order-events")))
                .isEqualTo(Verdict.notApplicable("it signs in with keys, or parks nothing"));
    }

    @Test
    void anAccountElsewhereIsUnknown() {
        assertThat(Verdicts.of(rule, topic, notify))
                .isEqualTo(unknown(
                        notify, PLACE + ".deadLetterDestination.resourceId", "the account is not in the stack"));
    }
}
