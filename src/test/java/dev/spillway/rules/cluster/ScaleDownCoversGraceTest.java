package dev.spillway.rules.cluster;

import static dev.spillway.fixture.Stacks.cluster;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** AK-010. */
class ScaleDownCoversGraceTest {
    private static final String LONGEST = "autoScalerProfile.maxGracefulTerminationSec";

    private static final String GRACE = "spec.template.spec.terminationGracePeriodSeconds";

    private final ScaleDownCoversGrace rule = new ScaleDownCoversGrace();
    private final ResourceFixture aks = cluster("aks");
    private final ResourceFixture api = deployment("api").graceSeconds(601);

    @Test
    void aGraceLongerThanTheDefaultIsReported() {
        assertThat(Verdicts.of(rule, aks, api))
                .isEqualTo(Verdict.violation(LONGEST, "600 s", "601 s or more, for the grace of api")
                        .withChanges(aks.cure(LONGEST, "601")));
    }

    @Test
    void exactlyTheTimePasses() {
        assertThat(Verdicts.of(rule, aks.with(LONGEST, "601"), api)).isEqualTo(Verdict.pass());
    }

    @Test
    void aGraceThatIsNotKnownMayBeLonger() {
        api.unknown(GRACE);

        assertThat(Verdicts.of(rule, aks, api)).isEqualTo(unknown(api, GRACE, "known only after deployment"));
    }

    @Test
    void workloadsOfAnotherClusterDoNotCount() {
        ResourceFixture provider =
                resource("pulumi:providers:kubernetes", "other").with("kubeconfig", "{}");

        assertThat(Verdicts.of(rule, aks, provider, api.through(provider))).isInstanceOf(Verdict.NotApplicable.class);
    }

    @Test
    void aProviderFromTheClusterLeadsToIt() {
        ResourceFixture provider = resource("pulumi:providers:kubernetes", "own")
                .unknown("kubeconfig")
                .dependsOn("kubeconfig", aks);

        assertThat(Verdicts.of(rule, aks, provider, api.through(provider))).isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void aTextThatIsNoNumberIsUnknown() {
        assertThat(Verdicts.of(rule, aks.with(LONGEST, "long"), api))
                .isEqualTo(unknown(aks, LONGEST, "met \"long\" where a number of seconds belongs"));
    }
}
