package dev.spillway.rules.eventgrid;

import static dev.spillway.fixture.Stacks.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EG-011. */
class RetryAttemptsFloorTest {
    private static final String ATTEMPTS = "retryPolicy.maxDeliveryAttempts";

    private final RetryAttemptsFloor rule = new RetryAttemptsFloor();
    private final ResourceFixture notify = subscription("order-events");

    @ParameterizedTest
    @CsvSource({"1, 0 s", "5, 400 s", "12, '125,200 s'", "29, '125,200 s'"})
    void fewAttemptsAreReportedWithTheTimeTheyLast(int attempts, String span) {
        assertThat(Verdicts.of(rule, notify.with(ATTEMPTS, attempts)))
                .isEqualTo(Verdict.violation(ATTEMPTS, attempts + " attempts, over after " + span, "30 attempts")
                        .withChanges(notify.cure(ATTEMPTS, 30)));
    }

    @Test
    void thirtyPassAndAreTheDefault() {
        assertThat(Verdicts.of(rule, notify)).isEqualTo(Verdict.pass());
        assertThat(Verdicts.of(rule, notify.with(ATTEMPTS, 30))).isEqualTo(Verdict.pass());
    }

    @Test
    void theMinimumCanBeMoved() {
        assertThat(Verdicts.of(rule, context -> context.with(RetryAttemptsFloor.MINIMUM, 5), notify.with(ATTEMPTS, 5)))
                .isEqualTo(Verdict.pass());
    }
}
