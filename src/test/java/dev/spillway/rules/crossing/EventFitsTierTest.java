package dev.spillway.rules.crossing;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** CX-006. */
class EventFitsTierTest {
    private static final String LOAD = "metadata.annotations[\"spillway.dev/load\"]";

    private final EventFitsTier rule = new EventFitsTier();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture api = deployment("api").sendsTo("orders/orders");

    @Test
    void anEventAboveTheLimitIsReported() {
        assertThat(Verdicts.of(rule, orders, largest(1_048_577)))
                .isEqualTo(Verdict.violation(
                        LOAD, "events of up to 1,048,577 bytes", "at most 1,048,576 bytes in Standard"));
    }

    @Test
    void exactlyTheLimitPasses() {
        assertThat(Verdicts.of(rule, orders, largest(1_048_576))).isEqualTo(Verdict.pass());
    }

    @Test
    void basicTakesLess() {
        assertThat(Verdicts.of(rule, orders.tier("Basic"), largest(262_144))).isEqualTo(Verdict.pass());
        assertThat(Verdicts.of(rule, orders.tier("Basic"), largest(262_145))).isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void aLoadWithoutTheFigureIsUnknown() {
        assertThat(Verdicts.of(rule, orders, api.own("load", "{}")))
                .isEqualTo(unknown(api, LOAD, "it does not state maxEventBytes"));
    }

    private ResourceFixture largest(int bytes) {
        return api.own("load", "{\"maxEventBytes\":" + bytes + "}");
    }
}
