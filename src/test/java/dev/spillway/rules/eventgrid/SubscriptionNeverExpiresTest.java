package dev.spillway.rules.eventgrid;

import static dev.spillway.fixture.Stacks.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** EG-012. */
class SubscriptionNeverExpiresTest {
    private final SubscriptionNeverExpires rule = new SubscriptionNeverExpires();
    private final ResourceFixture notify = subscription("order-events");

    @Test
    void anEndIsReportedAndTakenAway() {
        assertThat(Verdicts.of(rule, notify.with("expirationTimeUtc", "2027-01-31T00:00:00Z")))
                .isEqualTo(Verdict.violation("expirationTimeUtc", "2027-01-31T00:00:00Z", "no end")
                        .withChanges(notify.cure("expirationTimeUtc", null)));
    }

    @Test
    void noEndPasses() {
        assertThat(Verdicts.of(rule, notify)).isEqualTo(Verdict.pass());
    }

    @Test
    void anEndOnPurposeCanBeAllowed() {
        assertThat(Verdicts.of(
                        rule,
                        context -> context.with(SubscriptionNeverExpires.ALLOWED, List.of("notify")),
                        notify.with("expirationTimeUtc", "2027-01-31T00:00:00Z")))
                .isEqualTo(Verdict.notApplicable("it ends on purpose"));
    }
}
