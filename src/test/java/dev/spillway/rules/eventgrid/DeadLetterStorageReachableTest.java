package dev.spillway.rules.eventgrid;

import static dev.spillway.fixture.Stacks.account;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** EG-004. */
class DeadLetterStorageReachableTest {
    private final DeadLetterStorageReachable rule = new DeadLetterStorageReachable();
    private final ResourceFixture parked = account("parked").with("networkRuleSet.defaultAction", "Deny");
    private final ResourceFixture notify = subscription("order-events")
            .with("deadLetterDestination.resourceId", id("Microsoft.Storage/storageAccounts/parked"));

    @Test
    void aFirewallThatAzureDoesNotPassIsReported() {
        assertThat(Verdicts.of(rule, notify, parked.with("networkRuleSet.bypass", "Metrics")))
                .isEqualTo(Verdict.violation(
                                "networkRuleSet.bypass",
                                "Metrics, and everyone else is denied",
                                "Metrics, AzureServices")
                        .withChanges(parked.cure("networkRuleSet.bypass", "Metrics, AzureServices")));
    }

    @Test
    void azurePassesWhereNothingIsSaid() {
        assertThat(Verdicts.of(rule, notify, parked)).isEqualTo(Verdict.pass());
    }

    @Test
    void anAccountIsFoundByTheEdgeOfTheIdentityToo() {
        ResourceFixture byIdentity = subscription("order-events")
                .unknown("deadLetterWithResourceIdentity.deadLetterDestination.resourceId")
                .dependsOn("deadLetterWithResourceIdentity", parked);

        assertThat(Verdicts.of(rule, byIdentity, parked.with("networkRuleSet.bypass", "None")))
                .isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void anAccountWithoutDeadLettersIsNotJudged() {
        assertThat(rule.subjects(Stacks.topology(subscription("order-events"), parked)))
                .isEmpty();
    }
}
