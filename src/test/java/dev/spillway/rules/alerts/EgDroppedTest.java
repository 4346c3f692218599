package dev.spillway.rules.alerts;

import static dev.spillway.fixture.Stacks.alert;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.topic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AL-010. */
class EgDroppedTest {
    private final EgDropped rule = new EgDropped();
    private final ResourceFixture topic = topic("order-events");

    @Test
    void aTopicThatNobodyWatchesIsReported() {
        assertThat(Verdicts.of(rule, topic))
                .isEqualTo(Verdict.violation("", "no alert on DroppedEventCount", "an alert above 0"));
    }

    @Test
    void anAlertPasses() {
        assertThat(Verdicts.of(rule, topic, alert("DroppedEventCount", id("Microsoft.EventGrid/topics/order-events"))))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void aDomainOfTheSameNameIsAnotherResource() {
        assertThat(Verdicts.of(rule, topic, alert("DroppedEventCount", id("Microsoft.EventGrid/domains/order-events"))))
                .isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void theThresholdCanBeMoved() {
        ResourceFixture high = alert("", id("Microsoft.EventGrid/topics/order-events"))
                .with(
                        "criteria.allOf",
                        List.of(Map.of("metricName", "DroppedEventCount", "operator", "GreaterThan", "threshold", 1)));

        assertThat(Verdicts.of(rule, topic, high)).isInstanceOf(Verdict.Violation.class);
        assertThat(Verdicts.of(rule, context -> context.with(EgDropped.THRESHOLD, 1.0), topic, high))
                .isEqualTo(Verdict.pass());
    }
}
