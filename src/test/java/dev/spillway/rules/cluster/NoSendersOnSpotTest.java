package dev.spillway.rules.cluster;

import static dev.spillway.fixture.Stacks.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AK-008. */
class NoSendersOnSpotTest {
    private static final String TOLERATIONS = "spec.template.spec.tolerations";

    private final NoSendersOnSpot rule = new NoSendersOnSpot();
    private final ResourceFixture api =
            deployment("api").sendsTo("orders/orders").with(TOLERATIONS, spot());
    private final ResourceFixture billing =
            deployment("billing").readsFrom("orders/orders").with(TOLERATIONS, spot());

    @Test
    void aLongFlushIsReportedWithWhatAllReplicasHold() {
        api.fact("flush-seconds", "31").fact("buffered-events", "60000").replicas(4);

        assertThat(Verdicts.of(rule, api))
                .isEqualTo(Verdict.violation(
                                TOLERATIONS,
                                "Spot nodes are tolerated, with a flush of 31 s",
                                "a flush within 30 s, or no Spot nodes")
                        .withNote("All replicas together hold up to 240,000 events"));
    }

    @Test
    void aProducerNeedsASpoolToo() {
        assertThat(Verdicts.of(rule, api.fact("flush-seconds", "30")))
                .isEqualTo(Verdict.violation(
                        TOLERATIONS,
                        "Spot nodes are tolerated, with no spool",
                        "a spool on a disk that outlives the pod, or no Spot nodes"));
        assertThat(Verdicts.of(rule, api.fact("spool", "true"))).isEqualTo(Verdict.pass());
    }

    @Test
    void aConsumerReadsAgain() {
        assertThat(Verdicts.of(rule, billing.fact("flush-seconds", "30"))).isEqualTo(Verdict.pass());
    }

    @Test
    void withoutTolerationNothingRunsThere() {
        assertThat(Verdicts.of(rule, api.without(TOLERATIONS))).isEqualTo(Verdict.pass());
    }

    @Test
    void theNoticeCanBeMoved() {
        assertThat(Verdicts.of(
                        rule,
                        context -> context.with(NoSendersOnSpot.NOTICE, 60.0),
                        billing.fact("flush-seconds", "60")))
                .isEqualTo(Verdict.pass());
    }

    private static List<Map<String, String>> spot() {
        return List.of(Map.of("key", "kubernetes.azure.com/scalesetpriority", "operator", "Exists"));
    }
}
