package dev.spillway.rules.eventgrid;

import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.subscription;
import static dev.spillway.fixture.Stacks.topic;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EG-021. */
class TopicHasSubscriptionTest {
    private final TopicHasSubscription rule = new TopicHasSubscription();

    @Test
    void aTopicThatNobodyListensToIsReported() {
        assertThat(Verdicts.of(rule, topic("order-events"), subscription("other")))
                .isEqualTo(Verdict.violation("", "no event subscription in the stack", "at least one"));
    }

    @ParameterizedTest
    @CsvSource({
        "Topic, topicName, TopicEventSubscription",
        "Domain, domainName, DomainEventSubscription",
        "Domain, domainName, DomainTopicEventSubscription",
        "SystemTopic, systemTopicName, SystemTopicEventSubscription"
    })
    void everyKindOfSubscriptionCounts(String topic, String name, String subscription) {
        assertThat(Verdicts.of(
                        rule,
                        azure("eventgrid:" + topic, "events").with(name, "events"),
                        azure("eventgrid:" + subscription, "notify").with(name, "events")))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void aSubscriptionByScopeCounts() {
        ResourceFixture scoped = azure("eventgrid:EventSubscription", "notify")
                .with("scope", id("Microsoft.EventGrid/topics/order-events"));

        assertThat(Verdicts.of(rule, topic("order-events"), scoped)).isEqualTo(Verdict.pass());
    }

    @Test
    void aSubscriptionOfAnUnknownTopicMayBeMeant() {
        ResourceFixture stray = subscription("").unknown("topicName");

        assertThat(Verdicts.of(rule, topic("order-events"), stray))
                .isEqualTo(unknown(stray, "topicName", "known only after deployment"));
    }

    @Test
    void topicsCanBeLeftToOthers() {
        assertThat(Verdicts.of(
                        rule,
                        context -> context.with(TopicHasSubscription.ALLOWED, List.of("order-events")),
                        topic("order-events")))
                .isEqualTo(Verdict.notApplicable("its subscriptions are made elsewhere"));
    }
}
