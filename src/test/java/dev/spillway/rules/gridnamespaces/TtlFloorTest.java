package dev.spillway.rules.gridnamespaces;

import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EN-004. */
class TtlFloorTest {
    private static final String LIFE = "deliveryConfiguration.queue.eventTimeToLive";

    private final TtlFloor rule = new TtlFloor();
    private final ResourceFixture orders = azure("eventgrid:NamespaceTopic", "orders")
            .with("namespaceName", "grid")
            .with("topicName", "orders")
            .with("eventRetentionInDays", 1);
    private final ResourceFixture billing = azure("eventgrid:NamespaceTopicEventSubscription", "billing")
            .with("namespaceName", "grid")
            .with("topicName", "orders");

    @Test
    void aShortLifeIsReported() {
        assertThat(Verdicts.of(rule, orders, billing.with(LIFE, "PT2H30M")))
                .isEqualTo(Verdict.violation(LIFE, "2.5 hours", "24 hours or more")
                        .withChanges(billing.cure(LIFE, "PT24H")));
    }

    @Test
    void moreThanTheTopicKeepsIsReported() {
        assertThat(Verdicts.of(rule, orders, billing.with(LIFE, "P1DT1H")))
                .isEqualTo(Verdict.violation(LIFE, "25 hours", "24 hours or less: the topic keeps no more")
                        .withChanges(billing.cure(LIFE, "PT24H")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "PT24H", "PT1440M"})
    void exactlyADayPasses(String life) {
        assertThat(Verdicts.of(rule, orders, billing.with(LIFE, life))).isEqualTo(Verdict.pass());
    }

    @Test
    void withoutTheTopicItsRetentionIsNotKnown() {
        assertThat(Verdicts.of(rule, billing.with(LIFE, "P3D")))
                .isEqualTo(Verdict.pass("how long its topic keeps events is not in the stack"));
    }

    @Test
    void aTextThatIsNoSpanIsUnknown() {
        assertThat(Verdicts.of(rule, orders, billing.with(LIFE, "1 day")))
                .isEqualTo(unknown(billing, LIFE, "met \"1 day\" where a span such as P1D or PT12H belongs"));
    }

    @Test
    void theMinimumCanBeMoved() {
        assertThat(Verdicts.of(rule, context -> context.with(TtlFloor.MINIMUM, 2), orders, billing.with(LIFE, "PT2H")))
                .isEqualTo(Verdict.pass());
    }
}
