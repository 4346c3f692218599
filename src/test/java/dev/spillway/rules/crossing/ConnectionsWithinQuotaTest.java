package dev.spillway.rules.crossing;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** CX-005. */
class ConnectionsWithinQuotaTest {
    private final ConnectionsWithinQuota rule = new ConnectionsWithinQuota();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture api = deployment("api").sendsTo("orders/orders");

    @Test
    void moreThanTheNamespaceHoldsIsReported() {
        api.fact("connections", "1001").replicas(5);

        assertThat(Verdicts.of(rule, orders, api))
                .isEqualTo(Verdict.violation(
                        "sku.tier", "up to 5,005 connections", "at most 5,000, which is what the namespace holds"));
    }

    @Test
    void exactlyTheNumberPasses() {
        assertThat(Verdicts.of(rule, orders, api.fact("connections", "1000").replicas(5)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void consumersConnectToo() {
        ResourceFixture billing = deployment("billing")
                .readsFrom("orders/orders")
                .fact("connections", "1")
                .replicas(1);

        assertThat(Verdicts.of(rule, orders, api.fact("connections", "1000").replicas(5), billing))
                .isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void premiumHoldsMoreWithEachUnit() {
        api.fact("connections", "20000");

        assertThat(Verdicts.of(rule, orders.tier("Premium"), api)).isInstanceOf(Verdict.Violation.class);
        assertThat(Verdicts.of(rule, orders.tier("Premium").capacity(2), api)).isEqualTo(Verdict.pass());
    }

    @Test
    void aWorkloadThatDoesNotSayIsUnknown() {
        assertThat(Verdicts.of(rule, orders, api))
                .isEqualTo(
                        unknown(api, "spec.template.metadata.annotations[\"spillway.dev/connections\"]", "not given"));
    }
}
