package dev.spillway.rules.gridnamespaces;

import static dev.spillway.fixture.Stacks.azure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** EN-002. */
class TopicRetentionFloorTest {
    private final TopicRetentionFloor rule = new TopicRetentionFloor();

    @Test
    void lessThanTheVersionGivesIsReported() {
        ResourceFixture topic = azure("eventgrid/v20250215:NamespaceTopic", "orders");

        assertThat(Verdicts.of(rule, topic))
                .isEqualTo(Verdict.violation("eventRetentionInDays", "1 day", "at least 7 days")
                        .withChanges(topic.cure("eventRetentionInDays", 7)));
    }

    @Test
    void allThatAnOldVersionGivesPassesWithANote() {
        assertThat(Verdicts.of(rule, azure("eventgrid:NamespaceTopic", "orders")))
                .isEqualTo(Verdict.pass("this API version keeps events for 1 day at most"));
    }

    @Test
    void sevenDaysPass() {
        assertThat(Verdicts.of(
                        rule,
                        azure("eventgrid/v20250215:NamespaceTopic", "orders").with("eventRetentionInDays", 7)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void theMinimumCanBeMoved() {
        assertThat(Verdicts.of(
                        rule,
                        context -> context.with(TopicRetentionFloor.MINIMUM, 1),
                        azure("eventgrid/v20250215:NamespaceTopic", "orders")))
                .isEqualTo(Verdict.pass());
    }
}
