package dev.spillway.rules.gridnamespaces;

import static dev.spillway.fixture.Stacks.azure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EN-001. */
class QueueOrPushDeadLetterTest {
    private static final String LETTERS = "deadLetterDestinationWithResourceIdentity";

    private final QueueOrPushDeadLetter rule = new QueueOrPushDeadLetter();
    private final ResourceFixture billing = azure("eventgrid:NamespaceTopicEventSubscription", "billing");

    @ParameterizedTest
    @ValueSource(strings = {"queue", "push"})
    void aDeliveryWithoutDeadLettersIsReported(String mode) {
        billing.with("deliveryConfiguration." + mode + ".maxDeliveryCount", 10);

        assertThat(Verdicts.of(rule, billing))
                .isEqualTo(Verdict.violation(
                        "deliveryConfiguration." + mode + "." + LETTERS,
                        "none",
                        "a blob container and an identity that may write there"));
    }

    @Test
    void aContainerPasses() {
        billing.with("deliveryConfiguration.queue." + LETTERS + ".identity.type", "SystemAssigned");

        assertThat(Verdicts.of(rule, billing)).isEqualTo(Verdict.pass());
    }
}
