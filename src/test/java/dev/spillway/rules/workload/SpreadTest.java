package dev.spillway.rules.workload;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** KW-019. */
class SpreadTest {
    private static final String CONSTRAINTS = "spec.template.spec.topologySpreadConstraints";
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String HOST = "kubernetes.io/hostname";

    private final Spread rule = new Spread();
    private final ResourceFixture api = deployment("api").sendsTo("orders/orders");

    @Test
    void noSpreadIsReportedAndBothAreAdded() {
        api.with("spec.selector.matchLabels", Map.of("app", "api"));

        assertThat(Verdicts.of(rule, api))
                .isEqualTo(
                        Verdict.violation(CONSTRAINTS, "nothing over " + ZONE + " and " + HOST, "a constraint for each")
                                .withChanges(api.cure(CONSTRAINTS, List.of(over(ZONE), over(HOST)))));
    }

    @Test
    void whatIsThereStays() {
        api.with("spec.selector.matchLabels", Map.of("app", "api")).with(CONSTRAINTS, List.of(over(HOST)));

        assertThat(Verdicts.of(rule, api))
                .isEqualTo(Verdict.violation(CONSTRAINTS, "nothing over " + ZONE, "a constraint for each")
                        .withChanges(api.cure(CONSTRAINTS, List.of(over(HOST), over(ZONE)))));
    }

    @Test
    void bothOrAnAntiAffinityPass() {
        assertThat(Verdicts.of(rule, api.with(CONSTRAINTS, List.of(over(HOST), over(ZONE)))))
                .isEqualTo(Verdict.pass());
        assertThat(Verdicts.of(
                        rule,
                        deployment("api")
                                .sendsTo("orders/orders")
                                .with("spec.template.spec.affinity.podAntiAffinity", Map.of())))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void constraintsThatAreNotKnownMaySpreadThem() {
        assertThat(Verdicts.of(rule, api.unknown(CONSTRAINTS)))
                .isEqualTo(unknown(api, CONSTRAINTS, "known only after deployment"));
    }

    private static Map<String, Object> over(String key) {
        return Map.of(
                "maxSkew",
                1,
                "topologyKey",
                key,
                "whenUnsatisfiable",
                "ScheduleAnyway",
                "labelSelector",
                Map.of("matchLabels", Map.of("app", "api")));
    }
}
