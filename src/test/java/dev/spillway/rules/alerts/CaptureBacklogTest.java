package dev.spillway.rules.alerts;

import static dev.spillway.fixture.Stacks.alert;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** AL-004. */
class CaptureBacklogTest {
    private static final String ORDERS = "Microsoft.EventHub/namespaces/orders";

    private final CaptureBacklog rule = new CaptureBacklog();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders").with("captureDescription.enabled", true);

    @Test
    void aCaptureThatNobodyWatchesIsReported() {
        assertThat(Verdicts.of(rule, orders, hub))
                .isEqualTo(Verdict.violation("", "no alert on CaptureBacklog", "an alert on a growing backlog"));
    }

    @Test
    void anyThresholdPasses() {
        assertThat(Verdicts.of(rule, orders, hub, alert("CaptureBacklog", id(ORDERS))))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void aHubWithoutCaptureIsNotJudged() {
        assertThat(Verdicts.of(rule, orders, hub("orders/orders")))
                .isEqualTo(Verdict.notApplicable("the hub is not captured"));
    }
}
