package dev.spillway.rules.eventgrid;

import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.subscription;
import static dev.spillway.fixture.Stacks.topic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Context;
import dev.spillway.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** EG-017. */
class RegionalTopicHasTwinTest {
    private final RegionalTopicHasTwin rule = new RegionalTopicHasTwin();

    @Test
    void aTopicOfOneRegionAloneIsReported() {
        ResourceFixture topic = topic("order-events").with("dataResidencyBoundary", "WithinRegion");

        assertThat(Verdicts.of(rule, topic))
                .isEqualTo(Verdict.violation(
                        "dataResidencyBoundary", "WithinRegion, and no twin", "a twin in another region"));
    }

    @Test
    void aTopicThatMayFailOverPasses() {
        assertThat(Verdicts.of(rule, topic("order-events"))).isEqualTo(Verdict.pass());
    }

    @Test
    void aTwinNeedsAnotherRegionAndTheSameSubscriptions() {
        assertThat(twins("northeurope", "notify")).containsOnly(Verdict.pass());
        assertThat(twins("West Europe", "notify")).noneMatch(Verdict.Pass.class::isInstance);
        assertThat(twins("northeurope", "other")).noneMatch(Verdict.Pass.class::isInstance);
    }

    private List<Verdict> twins(String place, String subscribed) {
        ResourceFixture one = topic("one").with("location", "westeurope").with("dataResidencyBoundary", "WithinRegion");
        ResourceFixture two = topic("two").with("location", place).with("dataResidencyBoundary", "WithinRegion");
        ResourceFixture second = azure("eventgrid:TopicEventSubscription", "second")
                .with("eventSubscriptionName", subscribed)
                .with("topicName", "two");
        var topology = Stacks.topology(one, two, subscription("one"), second);
        return rule.subjects(topology).stream()
                .map(topic -> rule.check(topic, Context.of(topology)))
                .toList();
    }
}
