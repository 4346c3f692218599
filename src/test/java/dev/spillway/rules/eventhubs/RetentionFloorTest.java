package dev.spillway.rules.eventhubs;

import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Change;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Fact;
import dev.spillway.view.HubView;
import org.junit.jupiter.api.Test;

/** EH-007. */
class RetentionFloorTest {
    private static final String HOURS = "retentionDescription.retentionTimeInHours";
    private static final String DAYS = "messageRetentionInDays";

    private final RetentionFloor rule = new RetentionFloor();
    private final ResourceFixture namespace = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders");

    @Test
    void retentionShorterThanTheFloorIsReported() {
        assertThat(Verdicts.of(rule, namespace, hub.retentionHours(71)))
                .isEqualTo(Verdict.violation(HOURS, "71 hours", "at least 72 hours")
                        .withChanges(set(HOURS, 72)));
    }

    @Test
    void retentionInDaysIsReportedInDays() {
        assertThat(Verdicts.of(rule, namespace, hub.with(DAYS, 2)))
                .isEqualTo(
                        Verdict.violation(DAYS, "48 hours", "at least 72 hours").withChanges(set(DAYS, 3)));
    }

    @Test
    void exactlyTheFloorPasses() {
        assertThat(Verdicts.of(rule, namespace, hub.retentionHours(72))).isEqualTo(Verdict.pass());
    }

    @Test
    void exactlyTheFloorInDaysPasses() {
        assertThat(Verdicts.of(rule, namespace, hub.with(DAYS, 3))).isEqualTo(Verdict.pass());
    }

    @Test
    void theFloorIsNoHigherThanTheTierCanKeep() {
        assertThat(Verdicts.of(rule, namespace.tier("Basic"), hub.retentionHours(24)))
                .isEqualTo(Verdict.pass("Basic keeps events for 24 hours at most"));
    }

    @Test
    void belowWhatTheTierCanKeepIsReported() {
        assertThat(Verdicts.of(rule, namespace.tier("Basic"), hub.retentionHours(12)))
                .isEqualTo(Verdict.violation(HOURS, "12 hours", "at least 24 hours")
                        .withChanges(set(HOURS, 24)));
    }

    @Test
    void retentionKnownAfterDeploymentIsUnknown() {
        assertThat(Verdicts.of(rule, namespace, hub.unknown(HOURS)))
                .isEqualTo(unknown(hub, HOURS, "known only after deployment"));
    }

    @Test
    void absentRetentionIsUnknown() {
        assertThat(Verdicts.of(rule, namespace, hub)).isEqualTo(unknown(hub, HOURS, "not given"));
    }

    @Test
    void retentionOfTheWrongTypeIsUnknown() {
        assertThat(Verdicts.of(rule, namespace, hub.with(HOURS, 24.5)))
                .isEqualTo(unknown(hub, HOURS, "met a number where a whole number belongs"));
    }

    @Test
    void aShortRetentionIsUnknownWhileTheTierIs() {
        assertThat(Verdicts.of(rule, hub.retentionHours(24)))
                .isEqualTo(unknown(hub, "namespaceName", "the namespace is not in the stack"));
    }

    @Test
    void aLongRetentionPassesWhateverTheTier() {
        assertThat(Verdicts.of(rule, hub.retentionHours(100))).isEqualTo(Verdict.pass());
    }

    @Test
    void aCompactedHubIsNotJudged() {
        assertThat(Verdicts.of(
                        rule, namespace, hub.retentionHours(1).with("retentionDescription.cleanupPolicy", "Compact")))
                .isEqualTo(Verdict.notApplicable(
                        "a compacted hub keeps the newest event of each key, not a span of time"));
    }

    @Test
    void theFloorCanBeMoved() {
        assertThat(Verdicts.of(
                        rule, context -> context.with(RetentionFloor.MINIMUM, 100), namespace, hub.retentionHours(99)))
                .isEqualTo(Verdict.violation(HOURS, "99 hours", "at least 100 hours")
                        .withChanges(set(HOURS, 100)));
    }

    private Change set(String path, int value) {
        return Change.set(new HubView(hub.view(), Fact.absent("namespaceName")), path, value);
    }
}
