package dev.spillway.rules.options;

import static dev.spillway.fixture.Stacks.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import dev.spillway.view.ExceptionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionHygieneTest {
    private final SuppressionHygiene rule = new SuppressionHygiene();
    private final ResourceFixture exception = resource(ExceptionView.TYPE, "EH-007 orders")
            .with("rule", "EH-007")
            .with("resource", "orders")
            .with("reason", "Migration")
            .with("owner", "orders")
            .with("ticket", "ORD-12")
            .with("expires", "2027-01-31")
            .with("daysLeft", 71)
            .with("isNeeded", true)
            .with("refused", "");

    @Test
    void aWholeExceptionThatIsNeededPasses() {
        assertThat(Verdicts.of(rule, exception)).isEqualTo(Verdict.pass());
    }

    @Test
    void theLastDayIsStillInForce() {
        assertThat(Verdicts.of(rule, exception.with("daysLeft", 0))).isEqualTo(Verdict.pass());
    }

    @Test
    void theDayAfterTheLastIsReported() {
        assertThat(Verdicts.of(rule, exception.with("daysLeft", -1)))
                .isEqualTo(Verdict.violation("expires", "2027-01-31, which is over", "a day to come, or no exception"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource", "reason", "owner", "ticket"})
    void whatIsMissingIsReported(String key) {
        assertThat(Verdicts.of(rule, exception.with(key, "")))
                .isEqualTo(Verdict.violation(key, "no " + key, "resource, reason, owner and ticket"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource", "reason", "owner", "ticket", "expires"})
    void whatIsNotKnownIsNotMissing(String key) {
        assertThat(Verdicts.of(rule, exception.unknown(key)))
                .isEqualTo(Verdicts.unknown(exception, key, "known only after deployment"));
    }

    @ParameterizedTest
    @CsvSource({"next year,next year", "'',no end"})
    void anEndThatIsNoDayIsReported(String expires, String seen) {
        assertThat(Verdicts.of(rule, exception.with("expires", expires).without("daysLeft")))
                .isEqualTo(Verdict.violation("expires", seen, "a day such as 2027-01-31"));
    }

    @Test
    void oneThatNothingNeedsIsReported() {
        assertThat(Verdicts.of(rule, exception.with("isNeeded", false)))
                .isEqualTo(Verdict.violation("resource", "nothing that needs it", "no exception"));
    }

    @Test
    void whetherItIsNeededMayBeUnknown() {
        assertThat(Verdicts.of(rule, exception.unknown("isNeeded"))).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void oneFromARuleThatTakesNoneIsReported() {
        assertThat(Verdicts.of(rule, exception.with("refused", "PU-003 takes no exceptions")))
                .isEqualTo(Verdict.violation(
                        "rule", "PU-003 takes no exceptions", "a rule that there is and that may be excepted"));
    }

    @Test
    void aLongOnePassesWithARemark() {
        assertThat(Verdicts.of(rule, context -> context.with(SuppressionHygiene.MAX_DAYS, 71), exception))
                .isEqualTo(Verdict.pass());
        assertThat(Verdicts.of(rule, context -> context.with(SuppressionHygiene.MAX_DAYS, 70), exception))
                .isEqualTo(Verdict.pass("it lasts 71 days more, which is over 70"));
    }
}
