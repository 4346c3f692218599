package dev.spillway.rules.workload;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Change;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** KW-025. */
class GraceCoversFlushTest {
    private static final String GRACE = "spec.template.spec.terminationGracePeriodSeconds";
    private static final String CONTAINERS = "spec.template.spec.containers";
    private static final String FLUSH = "spec.template.metadata.annotations[\"spillway.dev/flush-seconds\"]";

    private final GraceCoversFlush rule = new GraceCoversFlush();
    private final ResourceFixture producer =
            deployment("order-api").sendsTo("orders/orders").fact("flush-seconds", "20");

    @Test
    void aGraceOneSecondShortIsReported() {
        assertThat(Verdicts.of(rule, producer.graceSeconds(24)))
                .isEqualTo(tooShort("24 s", "25 s or more: 20 s of flush, a hook of 0 s and the margin", 25));
    }

    @Test
    void exactlyFlushAndMarginPasses() {
        assertThat(Verdicts.of(rule, producer.graceSeconds(25))).isEqualTo(Verdict.pass());
    }

    @Test
    void anAbsentGraceIsThirtySeconds() {
        assertThat(Verdicts.of(rule, producer.fact("flush-seconds", "25"))).isEqualTo(Verdict.pass());
        assertThat(Verdicts.of(rule, producer.fact("flush-seconds", "25.5")))
                .isEqualTo(tooShort("30 s", "30.5 s or more: 25.5 s of flush, a hook of 0 s and the margin", 31));
    }

    @Test
    void theLongestHookCounts() {
        producer.graceSeconds(34)
                .with(
                        CONTAINERS,
                        List.of(
                                hook(Map.of("exec", Map.of("command", List.of("sh", "-c", "sleep 10")))),
                                hook(Map.of("sleep", Map.of("seconds", 7))),
                                Map.of("name", "plain")));

        assertThat(Verdicts.of(rule, producer))
                .isEqualTo(tooShort("34 s", "35 s or more: 20 s of flush, a hook of 10 s and the margin", 35));
    }

    @Test
    void aHookOfUnknownLengthIsUnknown() {
        producer.with(CONTAINERS, List.of(hook(Map.of("httpGet", Map.of("path", "/drain")))));

        assertThat(Verdicts.of(rule, producer))
                .isEqualTo(unknown(
                        producer,
                        CONTAINERS + ".0.lifecycle.preStop",
                        "met a hook of unknown length where a sleep can be read"));
    }

    @Test
    void aFlushThatIsNotGivenIsUnknown() {
        assertThat(Verdicts.of(rule, producer.withoutFact("flush-seconds")))
                .isEqualTo(unknown(producer, FLUSH, "not given"));
    }

    @Test
    void aFlushThatIsNoNumberIsUnknown() {
        assertThat(Verdicts.of(rule, producer.fact("flush-seconds", "20s")))
                .isEqualTo(unknown(producer, FLUSH, "met \"20s\" where a number of seconds belongs"));
    }

    @Test
    void aGraceKnownAfterDeploymentIsUnknown() {
        assertThat(Verdicts.of(rule, producer.unknown(GRACE)))
                .isEqualTo(unknown(producer, GRACE, "known only after deployment"));
    }

    @Test
    void aWorkloadWithoutRoleIsNotJudged() {
        assertThat(Verdicts.of(rule, producer.withoutFact("role")))
                .isEqualTo(Verdict.notApplicable("the workload has no event role"));
    }

    @Test
    void theMarginCanBeMoved() {
        assertThat(Verdicts.of(rule, context -> context.with(GraceCoversFlush.MARGIN, 4.0), producer.graceSeconds(24)))
                .isEqualTo(Verdict.pass());
    }

    private Verdict tooShort(String seen, String wanted, int seconds) {
        return Verdict.violation(GRACE, seen, wanted)
                .withChanges(new Change(producer.urn(), GRACE, IntNode.valueOf(seconds)));
    }

    private static Map<String, Object> hook(Map<String, Object> preStop) {
        return Map.of("lifecycle", Map.of("preStop", preStop));
    }
}
