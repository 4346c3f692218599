package dev.spillway.rules.eventhubs;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Change;
import dev.spillway.rule.Verdict;
import dev.spillway.view.NamespaceView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** EH-002. */
class AutoInflateOnTest {
    private final AutoInflateOn rule = new AutoInflateOn();
    private final ResourceFixture orders = namespace("orders");

    @Test
    void aFixedSizeIsReportedWithTheCeilingThatWouldDo() {
        Verdict verdict = Verdicts.of(rule, orders.capacity(3));

        assertThat(verdict)
                .isEqualTo(Verdict.violation(
                                "isAutoInflateEnabled", "off, fixed at 3 throughput units", "on, up to 6 units")
                        .withChanges(on(), ceiling(6)));
    }

    @Test
    void absenceMeansOffWithOneUnit() {
        assertThat(Verdicts.of(rule, orders))
                .isEqualTo(Verdict.violation(
                                "isAutoInflateEnabled", "off, fixed at 1 throughput unit", "on, up to 4 units")
                        .withChanges(on(), ceiling(4)));
    }

    @Test
    void theCeilingLetsInWhatTheProducersSendAtMostAndAFifthMore() {
        ResourceFixture producer =
                deployment("order-api").replicas(10).sendsTo("orders/orders").fact("max-events-per-second", "1200");

        assertThat(Verdicts.of(rule, orders, producer))
                .isEqualTo(Verdict.violation(
                                "isAutoInflateEnabled", "off, fixed at 1 throughput unit", "on, up to 15 units")
                        .withChanges(on(), ceiling(15)));
    }

    @Test
    void theCeilingIsNeverMoreThanCanBeBought() {
        assertThat(Verdicts.of(rule, orders.capacity(30)))
                .isEqualTo(Verdict.violation(
                                "isAutoInflateEnabled", "off, fixed at 30 throughput units", "on, up to 40 units")
                        .withChanges(on(), ceiling(40)));
    }

    @Test
    void aCeilingThatIsWrittenIsKept() {
        assertThat(Verdicts.of(rule, orders.with("maximumThroughputUnits", 1)))
                .isEqualTo(Verdict.violation(
                                "isAutoInflateEnabled", "off, fixed at 1 throughput unit", "on, up to 4 units")
                        .withChanges(on()));
    }

    @Test
    void theZeroThatAzureWantsWhileInflateIsOffIsNoCeiling() {
        assertThat(Verdicts.of(rule, orders.with("maximumThroughputUnits", 0)))
                .isEqualTo(Verdict.violation(
                                "isAutoInflateEnabled", "off, fixed at 1 throughput unit", "on, up to 4 units")
                        .withChanges(on(), ceiling(4)));
    }

    @Test
    void nothingIsAdvisedForASizeThatIsNotKnown() {
        assertThat(Verdicts.of(rule, orders.unknown("sku.capacity")))
                .isEqualTo(Verdict.violation("isAutoInflateEnabled", "off", "on"));
    }

    @Test
    void onPasses() {
        assertThat(Verdicts.of(rule, orders.inflateTo(4))).isEqualTo(Verdict.pass());
    }

    @Test
    void aSwitchKnownAfterDeploymentIsUnknown() {
        assertThat(Verdicts.of(rule, orders.unknown("isAutoInflateEnabled")))
                .isEqualTo(unknown(orders, "isAutoInflateEnabled", "known only after deployment"));
    }

    @Test
    void aSwitchOfTheWrongTypeIsUnknown() {
        assertThat(Verdicts.of(rule, orders.with("isAutoInflateEnabled", "yes")))
                .isEqualTo(unknown(orders, "isAutoInflateEnabled", "met a text where true or false belongs"));
    }

    @Test
    void otherTiersHaveNoAutoInflate() {
        assertThat(Verdicts.of(rule, orders.tier("Premium")))
                .isEqualTo(Verdict.notApplicable("Premium has no auto-inflate"));
    }

    @Test
    void aNamespaceCanBeExempt() {
        assertThat(Verdicts.of(rule, context -> context.with(AutoInflateOn.EXEMPT, List.of("orders")), orders))
                .isEqualTo(Verdict.notApplicable("exempt: its size is fixed on purpose"));
    }

    private Change on() {
        return Change.set(new NamespaceView(orders.view()), "isAutoInflateEnabled", true);
    }

    private Change ceiling(int units) {
        return Change.set(new NamespaceView(orders.view()), "maximumThroughputUnits", units);
    }
}
