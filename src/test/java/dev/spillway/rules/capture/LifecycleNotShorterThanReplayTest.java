package dev.spillway.rules.capture;

import static dev.spillway.fixture.Stacks.account;
import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** CP-012. */
class LifecycleNotShorterThanReplayTest {
    private static final String AGE =
            "policy.rules.0.definition.actions.baseBlob.delete.daysAfterModificationGreaterThan";

    private final LifecycleNotShorterThanReplay rule = new LifecycleNotShorterThanReplay();
    private final ResourceFixture archive = account("archive");
    private final ResourceFixture hub = hub("orders/orders")
            .with("captureDescription.enabled", true)
            .with("captureDescription.destination.blobContainer", "orders")
            .with(
                    "captureDescription.destination.storageAccountResourceId",
                    id("Microsoft.Storage/storageAccounts/archive"));

    @Test
    void anEarlyCleanUpIsReported() {
        ResourceFixture policy = policy(7, "orders/");

        assertThat(Verdicts.of(rule, hub, archive, policy))
                .isEqualTo(Verdict.violation(AGE, "after 7 days", "after 30 days or more")
                        .withChanges(policy.cure(AGE, 30)));
    }

    @Test
    void exactlyTheWindowPasses() {
        assertThat(Verdicts.of(rule, hub, archive, policy(30, "orders/"))).isEqualTo(Verdict.pass());
    }

    @Test
    void aCleanUpOfAnotherContainerPasses() {
        assertThat(Verdicts.of(rule, hub, archive, policy(7, "orders-old/"))).isEqualTo(Verdict.pass());
    }

    @Test
    void aPrefixThatIsTheBeginningOfTheContainerCounts() {
        assertThat(Verdicts.of(rule, hub, archive, policy(7, "ord"))).isInstanceOf(Verdict.Violation.class);
    }

    /** Once it threw. */
    @Test
    void aPrefixThatIsNothingLeavesItUndecided() {
        ResourceFixture policy = policy(Map.of(
                "definition",
                Map.of(
                        "actions",
                        delete(7).get("actions"),
                        "filters",
                        Map.of("prefixMatch", Collections.singletonList(null)))));

        assertThat(Verdicts.of(rule, hub, archive, policy))
                .isEqualTo(unknown(
                        policy, "policy.rules.0.definition.filters.prefixMatch.0", "met nothing where a text belongs"));
    }

    @Test
    void aRuleThatIsOffPasses() {
        ResourceFixture off = policy(Map.of("enabled", false, "definition", delete(7)));

        assertThat(Verdicts.of(rule, hub, archive, off)).isEqualTo(Verdict.pass());
    }

    @Test
    void anAccountWithoutCaptureIsNotJudged() {
        assertThat(Verdicts.of(rule, archive, policy(7, "orders/")))
                .isEqualTo(Verdict.notApplicable("its account holds no capture"));
    }

    @Test
    void theWindowCanBeMoved() {
        assertThat(Verdicts.of(
                        rule,
                        context -> context.with(LifecycleNotShorterThanReplay.WINDOW, 7),
                        hub,
                        archive,
                        policy(7, "orders/")))
                .isEqualTo(Verdict.pass());
    }

    private static ResourceFixture policy(int days, String prefix) {
        return policy(Map.of(
                "definition",
                Map.of("actions", delete(days).get("actions"), "filters", Map.of("prefixMatch", List.of(prefix)))));
    }

    private static Map<String, Object> delete(int days) {
        return Map.of(
                "actions", Map.of("baseBlob", Map.of("delete", Map.of("daysAfterModificationGreaterThan", days))));
    }

    private static ResourceFixture policy(Map<String, Object> only) {
        return azure("storage:ManagementPolicy", "policy")
                .with("accountName", "archive")
                .with("policy.rules", List.of(only));
    }
}
