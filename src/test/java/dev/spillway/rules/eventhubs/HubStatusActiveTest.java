package dev.spillway.rules.eventhubs;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EH-010. */
class HubStatusActiveTest {
    private final HubStatusActive rule = new HubStatusActive();
    private final ResourceFixture orders = hub("orders/orders");

    @ParameterizedTest
    @ValueSource(strings = {"Disabled", "SendDisabled", "ReceiveDisabled"})
    void aHubThatRefusesIsReported(String status) {
        assertThat(Verdicts.of(rule, orders.with("status", status)))
                .isEqualTo(Verdict.violation("status", status, "Active").withChanges(orders.cure("status", "Active")));
    }

    @Test
    void theEventsOfAnHourAreNamedWhereProducersDeclareTheirRate() {
        ResourceFixture api =
                deployment("api").sendsTo("orders/orders").replicas(2).fact("max-events-per-second", "100");

        assertThat(Verdicts.of(rule, namespace("orders"), orders.with("status", "Disabled"), api))
                .isEqualTo(Verdict.violation("status", "Disabled", "Active")
                        .withChanges(orders.cure("status", "Active"))
                        .withNote("Producers of the stack send up to 720,000 events in 1 hour"));
    }

    @Test
    void aHubThatDoesNotSayIsActive() {
        assertThat(Verdicts.of(rule, orders)).isEqualTo(Verdict.pass());
    }

    @Test
    void aPassingStateIsUnknown() {
        assertThat(Verdicts.of(rule, orders.with("status", "Restoring")))
                .isEqualTo(unknown(orders, "status", "met \"Restoring\" where Active belongs"));
    }
}
