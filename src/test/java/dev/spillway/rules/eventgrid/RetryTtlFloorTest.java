package dev.spillway.rules.eventgrid;

import static dev.spillway.fixture.Stacks.subscription;
import static dev.spillway.fixture.Stacks.topic;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Change;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

class RetryTtlFloorTest {
    private static final String LIFE = "retryPolicy.eventTimeToLiveInMinutes";

    @Test
    void shorterLifeIsReportedWithItsCure() {
        ResourceFixture subscription = subscription("orders").with(LIFE, 120);

        assertThat(verdict(subscription))
                .isEqualTo(Verdict.violation(LIFE, "120 minutes", "at least 1,440 minutes")
                        .withChanges(new Change(
                                subscription.urn(),
                                LIFE,
                                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.numberNode(1440))));
    }

    @Test
    void exactlyTheFloorPassesAndAMinuteLessDoesNot() {
        assertThat(verdict(subscription("orders").with(LIFE, 1440))).isEqualTo(Verdict.pass());
        assertThat(verdict(subscription("orders").with(LIFE, 1439))).isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void nothingGivenIsTheServicesDayAndPasses() {
        assertThat(verdict(subscription("orders"))).isEqualTo(Verdict.pass());
    }

    @Test
    void lifeThatIsNotKnownLeavesItUndecided() {
        ResourceFixture subscription = subscription("orders").unknown(LIFE);

        assertThat(verdict(subscription)).isEqualTo(unknown(subscription, LIFE, "known only after deployment"));
    }

    @Test
    void movedFloorIsTheOneThatCounts() {
        ResourceFixture subscription = subscription("orders").with(LIFE, 120);

        assertThat(Verdicts.of(
                        new RetryTtlFloor(),
                        context -> context.with(RetryTtlFloor.MINIMUM, 120),
                        topic("orders"),
                        subscription))
                .isEqualTo(Verdict.pass());
    }

    private static Verdict verdict(ResourceFixture subscription) {
        return Verdicts.of(new RetryTtlFloor(), topic("orders"), subscription);
    }
}
