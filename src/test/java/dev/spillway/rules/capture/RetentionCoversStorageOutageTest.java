package dev.spillway.rules.capture;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** CP-009. */
class RetentionCoversStorageOutageTest {
    private static final String HOURS = "retentionDescription.retentionTimeInHours";

    private final RetentionCoversStorageOutage rule = new RetentionCoversStorageOutage();
    private final ResourceFixture hub = hub("orders/orders").with("captureDescription.enabled", true);

    @Test
    void aRetentionShorterThanTheOutageIsReported() {
        assertThat(Verdicts.of(rule, hub.retentionHours(12)))
                .isEqualTo(Verdict.violation(HOURS, "12 hours", "at least 24 hours")
                        .withChanges(hub.cure(HOURS, 24)));
    }

    @Test
    void theEventsInBetweenAreNamed() {
        ResourceFixture api = deployment("api").sendsTo("orders/orders").fact("max-events-per-second", "100");

        assertThat(Verdicts.of(rule, namespace("orders"), hub.retentionHours(23), api))
                .isEqualTo(Verdict.violation(HOURS, "23 hours", "at least 24 hours")
                        .withChanges(hub.cure(HOURS, 24))
                        .withNote("Producers of the stack send up to 360,000 events in 1 hour"));
    }

    @Test
    void exactlyTheOutagePasses() {
        assertThat(Verdicts.of(rule, hub.retentionHours(24))).isEqualTo(Verdict.pass());
    }

    @Test
    void aHubThatIsNotCapturedIsLeftToItsRetention() {
        assertThat(Verdicts.of(rule, hub("orders/orders").retentionHours(1)))
                .isEqualTo(Verdict.notApplicable("the hub is not captured"));
    }

    @Test
    void aCompactedHubKeepsKeysAndNoSpanOfTime() {
        hub.retentionHours(1).with("retentionDescription.cleanupPolicy", "Compact");

        assertThat(Verdicts.of(rule, hub))
                .isEqualTo(Verdict.notApplicable(
                        "a compacted hub keeps the newest event of each key, not a span of time"));
    }

    @Test
    void daysAreRoundedUp() {
        assertThat(Verdicts.of(
                        rule,
                        context -> context.with(RetentionCoversStorageOutage.OUTAGE, 49),
                        hub.with("messageRetentionInDays", 2)))
                .isEqualTo(Verdict.violation("messageRetentionInDays", "48 hours", "at least 49 hours")
                        .withChanges(hub.cure("messageRetentionInDays", 3)));
    }
}
