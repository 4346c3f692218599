package dev.spillway.rules.crossing;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Change;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/**
 * CX-007, on the incident: 600 events/s with 1,380 for 120 s, 900 bytes each, on one unit. The excess of 45,600 events waits
 * 45.6 s at most; the default retry of the .NET client guarantees 23.2 s, which is 23,200 events too short a patience by 22,400.
 */
class RetryCoversShortfallTest {
    private static final String BUDGET = "spec.template.metadata.annotations[\"spillway.dev/retry-budget-seconds\"]";
    private static final String RATE = "spec.template.metadata.annotations[\"spillway.dev/max-events-per-second\"]";

    private final RetryCoversShortfall rule = new RetryCoversShortfall();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders").partitions(4);
    private final ResourceFixture scaler = autoscaler("order-api", 1, 10);
    private final ResourceFixture producer = deployment("order-api")
            .sendsTo("orders/orders")
            .fact("max-events-per-second", "1200")
            .fact("pod-start-seconds", "60")
            .burst(1380, 120, 900)
            .own("client", "{\"library\":\"azureSdkDotNet\"}");

    @Test
    void theIncidentIsReportedWithWhatItLoses() {
        assertThat(ask()).isEqualTo(tooShort("23.2 s"));
    }

    @Test
    void theDeclaredBudgetDecidesOverTheClient() {
        producer.fact("retry-budget-seconds", "40");

        assertThat(ask())
                .isEqualTo(Verdict.violation(BUDGET, "a retry window of 40 s", "91.2 s or more, for a wait of 45.6 s")
                        .withNote("The forecast loses 5,600 of 2,253,600 events this way")
                        .withChanges(new Change(producer.urn(), BUDGET, TextNode.valueOf("91.2"))));
    }

    @Test
    void twiceTheLongestWaitPasses() {
        producer.fact("retry-budget-seconds", "91.2");

        assertThat(ask()).isEqualTo(Verdict.pass());
    }

    @Test
    void aWindowWithoutMarginPassesWithANote() {
        producer.fact("retry-budget-seconds", "45.6");

        assertThat(ask())
                .isEqualTo(
                        Verdict.pass(
                                "nothing is lost while retries keep their order, but the window of 45.6 s is short of "
                                        + "91.2 s, the margin over a wait of 45.6 s that clients need which retry every send on its own"));
    }

    @Test
    void capacityForThePeakNeedsNoPatience() {
        orders.capacity(2);

        assertThat(ask()).isEqualTo(Verdict.pass());
    }

    @Test
    void whereNothingEverWaitsEvenNoPatiencePassesWithoutANote() {
        orders.capacity(2);
        producer.fact("retry-budget-seconds", "0");

        assertThat(ask()).isEqualTo(Verdict.pass());
    }

    @Test
    void aWorkloadThatMayBeAProducerIsUnknown() {
        String role = "spec.template.metadata.annotations[\"spillway.dev/role\"]";

        assertThat(Verdicts.of(rule, producer.unknown(role)))
                .isEqualTo(unknown(producer, role, "known only after deployment"));
    }

    @Test
    void anUndeclaredRateIsUnknown() {
        producer.withoutFact("max-events-per-second");

        assertThat(ask()).isEqualTo(unknown(producer, RATE, "not given"));
    }

    @Test
    void anUndeclaredPatienceIsUnknown() {
        producer.without("metadata.annotations[\"spillway.dev/client\"]");

        assertThat(ask()).isEqualTo(unknown(producer, BUDGET, "not given"));
    }

    @Test
    void aLoadThatCannotBeReadIsUnknown() {
        producer.own("load", "{\"peakEventsPerSecond\":\"many\"}");

        assertThat(ask())
                .isEqualTo(unknown(
                        producer,
                        "metadata.annotations[\"spillway.dev/load\"]",
                        "baselineEventsPerSecond is missing, peakEventsPerSecond is \"many\", not a number of zero or "
                                + "more, rampSeconds is missing, peakHoldSeconds is missing, windowSeconds is missing, "
                                + "averageEventBytes is missing"));
    }

    @Test
    void aNamespaceOutsideTheStackIsUnknown() {
        assertThat(Verdicts.of(rule, producer, scaler))
                .isEqualTo(unknown(
                        producer,
                        "spec.template.metadata.annotations[\"spillway.dev/hub\"]",
                        "the namespace of orders/orders is not in the stack"));
    }

    @Test
    void premiumCannotBeForecast() {
        orders.tier("Premium");

        assertThat(ask())
                .isEqualTo(unknown(
                        orders,
                        "sku.tier",
                        "Premium has no published rate for a unit; the tag"
                                + " spillway-ingress-megabytes-per-second-per-unit says what you measured"));
    }

    @Test
    void theMarginCanBeMoved() {
        producer.fact("retry-budget-seconds", "50");

        Verdict verdict = Verdicts.of(
                rule, context -> context.with(RetryCoversShortfall.MARGIN, 1.0), orders, hub, producer, scaler);

        assertThat(verdict).isEqualTo(Verdict.pass());
    }

    private Verdict ask() {
        return Verdicts.of(rule, orders, hub, producer, scaler);
    }

    private Verdict tooShort(String window) {
        return Verdict.violation(BUDGET, "a retry window of " + window, "91.2 s or more, for a wait of 45.6 s")
                .withNote("The forecast loses 22,400 of 2,253,600 events this way")
                .withChanges(new Change(producer.urn(), BUDGET, TextNode.valueOf("91.2")));
    }
}
