package dev.spillway.rules.workload;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Stacks.scaledObject;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** KW-006. */
class OneScalerPerTargetTest {
    private static final String TARGET = "spec.scaleTargetRef.name";

    private final OneScalerPerTarget rule = new OneScalerPerTarget();
    private final ResourceFixture api = deployment("api").sendsTo("orders/orders");
    private final ResourceFixture onCpu = autoscaler("api", 2, 4);
    private final ResourceFixture onLag = scaledObject("lag").with(TARGET, "api");

    @Test
    void bothAreNamedInOrder() {
        assertThat(Verdicts.of(rule, api, onLag, onCpu))
                .isEqualTo(Verdict.violation("", "HorizontalPodAutoscaler api and ScaledObject lag", "one autoscaler"));
    }

    @Test
    void threeAreNamedToo() {
        assertThat(Verdicts.of(
                        rule, api, onLag, onCpu, autoscaler("other", 2, 4).with(TARGET, "api")))
                .isEqualTo(Verdict.violation(
                        "",
                        "HorizontalPodAutoscaler api and HorizontalPodAutoscaler other and ScaledObject lag",
                        "one autoscaler"));
    }

    @Test
    void oneThatScalesSomethingElsePasses() {
        assertThat(Verdicts.of(rule, api, onCpu, onLag.with(TARGET, "other"))).isEqualTo(Verdict.pass());
    }

    @Test
    void oneWhoseTargetIsNotKnownMayBeTheSecond() {
        assertThat(Verdicts.of(rule, api, onCpu, onLag.unknown(TARGET)))
                .isEqualTo(unknown(api, "spec.replicas", "lag, whose target is not known, may scale it"));
    }

    @Test
    void twoAreSureWhateverAThirdScales() {
        assertThat(Verdicts.of(
                        rule, api, onCpu, onLag, autoscaler("other", 2, 4).unknown(TARGET)))
                .isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void aRetiredObjectScalesNothing() {
        ResourceFixture retired = resource("kubernetes:keda.k8s.io/v1alpha1:ScaledObject", "old")
                .with("metadata.namespace", "orders")
                .with("spec.scaleTargetRef.deploymentName", "api");

        assertThat(Verdicts.of(rule, api, onCpu, retired)).isEqualTo(Verdict.pass());
    }

    @Test
    void aFixedFleetIsAnotherRulesConcern() {
        assertThat(Verdicts.of(rule, api)).isEqualTo(Verdict.notApplicable("nothing scales it"));
    }

    @Test
    void aWorkloadWithoutRoleIsNotJudged() {
        assertThat(Verdicts.of(rule, deployment("website")))
                .isEqualTo(Verdict.notApplicable("the workload has no event role"));
    }
}
