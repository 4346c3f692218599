package dev.spillway.rules.crossing;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CX-020. */
class RecoveryCopyExistsTest {
    private final RecoveryCopyExists rule = new RecoveryCopyExists();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders").retentionHours(24);
    private final ResourceFixture api = deployment("api").sendsTo("orders/orders");

    @Test
    void aHubAloneIsReportedWithWhatItHolds() {
        assertThat(Verdicts.of(rule, orders, hub, api.fact("max-events-per-second", "10")))
                .isEqualTo(only().withNote("Producers of the stack send up to 864,000 events in 24 hours"));
    }

    @Test
    void noProducerAtAllIsNoSpool() {
        assertThat(Verdicts.of(rule, orders, hub)).isEqualTo(only());
    }

    @Test
    void oneCopyIsEnough() {
        assertThat(Verdicts.of(rule, orders, hub, api.fact("spool", "true"))).isEqualTo(Verdict.pass());
        assertThat(Verdicts.of(rule, orders, hub("orders/orders").with("captureDescription.enabled", true)))
                .isEqualTo(Verdict.pass());
        assertThat(Verdicts.of(
                        rule, namespace("orders").with("geoDataReplication.locations", List.of("one", "two")), hub))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void theSpoolOfAnotherHubDoesNotHelp() {
        ResourceFixture audit = deployment("audit").sendsTo("orders/audit").fact("spool", "true");

        assertThat(Verdicts.of(rule, orders, hub, audit)).isEqualTo(only());
    }

    @Test
    void aNamespaceThatIsNotKnownMayHaveACopy() {
        hub.unknown("namespaceName");

        assertThat(Verdicts.of(rule, orders, namespace("other"), hub))
                .isEqualTo(unknown(hub, "namespaceName", "known only after deployment"));
    }

    private static Verdict.Violation only() {
        return Verdict.violation(
                "captureDescription.enabled",
                "no capture, no replica, no twin and no spool",
                "one more copy of the events");
    }
}
