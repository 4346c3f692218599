package dev.spillway.rules.capture;

import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CP-001. */
class CaptureEnabledTest {
    private final CaptureEnabled rule = new CaptureEnabled();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders");

    @Test
    void aHubWithoutCaptureIsReported() {
        assertThat(Verdicts.of(rule, orders, hub)).isEqualTo(off());
    }

    @Test
    void aDestinationThatIsWrittenAlreadyNeedsTheSwitchOnly() {
        hub.with("captureDescription.destination.blobContainer", "orders");

        assertThat(Verdicts.of(rule, orders, hub))
                .isEqualTo(off().withChanges(hub.cure("captureDescription.enabled", true)));
    }

    @Test
    void aCapturedHubPasses() {
        assertThat(Verdicts.of(rule, hub.with("captureDescription.enabled", true)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void basicCannotCapture() {
        assertThat(Verdicts.of(rule, orders.tier("Basic"), hub))
                .isEqualTo(Verdict.notApplicable("Basic has no Capture"));
    }

    @Test
    void aHubWhoseNamespaceIsElsewhereIsUnknown() {
        assertThat(Verdicts.of(rule, hub))
                .isEqualTo(unknown(hub, "namespaceName", "the namespace is not in the stack"));
    }

    @Test
    void hubsCanBeLeftOut() {
        assertThat(Verdicts.of(rule, context -> context.with(CaptureEnabled.EXCEPT, List.of("orders")), orders, hub))
                .isEqualTo(Verdict.notApplicable("its events may be forgotten"));
        assertThat(Verdicts.of(rule, context -> context.with(CaptureEnabled.REQUIRED, List.of("audit")), orders, hub))
                .isEqualTo(Verdict.notApplicable("its events may be forgotten"));
    }

    private static Verdict.Violation off() {
        return Verdict.violation("captureDescription.enabled", "off", "on, with a storage account to write to");
    }
}
