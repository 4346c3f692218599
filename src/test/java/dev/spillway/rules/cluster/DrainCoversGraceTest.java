package dev.spillway.rules.cluster;

import static dev.spillway.fixture.Stacks.cluster;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.pool;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AK-009. */
class DrainCoversGraceTest {
    private static final String TIMEOUT = "upgradeSettings.drainTimeoutInMinutes";

    private static final String GRACE = "spec.template.spec.terminationGracePeriodSeconds";

    private final DrainCoversGrace rule = new DrainCoversGrace();
    private final ResourceFixture aks = cluster("aks");
    private final ResourceFixture users = pool("aks");
    private final ResourceFixture api = deployment("api");

    @Test
    void aDrainShorterThanTheGraceIsReported() {
        assertThat(Verdicts.of(rule, aks, users.with(TIMEOUT, 10), api.graceSeconds(601)))
                .isEqualTo(Verdict.violation(TIMEOUT, "10 minutes", "11 minutes, for the grace of api")
                        .withChanges(users.cure(TIMEOUT, 11)));
    }

    @Test
    void theDefaultIsHalfAnHourAndMayHaveNoInput() {
        assertThat(Verdicts.of(rule, aks, users, api.graceSeconds(1801)))
                .isEqualTo(Verdict.violation(TIMEOUT, "30 minutes", "31 minutes, for the grace of api"));
        assertThat(Verdicts.of(rule, aks, users, api.graceSeconds(1800))).isEqualTo(Verdict.pass());
    }

    @Test
    void aGraceThatIsNotKnownMayBeLonger() {
        api.unknown(GRACE);

        assertThat(Verdicts.of(rule, aks, users, api)).isEqualTo(unknown(api, GRACE, "known only after deployment"));
    }

    @Test
    void aPoolOfAClusterThatIsNotKnownMayHoldAnything() {
        ResourceFixture stray = users.unknown("resourceName");

        assertThat(Verdicts.of(rule, aks, stray, api.graceSeconds(6000)))
                .isEqualTo(unknown(stray, "resourceName", "known only after deployment"));
    }

    @Test
    void aPoolOfAClusterElsewhereHoldsNothingOfTheStack() {
        assertThat(Verdicts.of(rule, users, api.graceSeconds(6000)))
                .isEqualTo(Verdict.notApplicable("no workload of the stack runs there for certain"));
    }

    @Test
    void podsThatCannotRunThereDoNotCount() {
        users.with("nodeTaints", List.of("team=other:NoSchedule"));

        assertThat(Verdicts.of(rule, aks, users, api.graceSeconds(6000)))
                .isEqualTo(Verdict.notApplicable("no workload of the stack runs there for certain"));
    }

    @Test
    void podsThatChooseAnotherPoolDoNotCount() {
        api.with("spec.template.spec.nodeSelector", Map.of("agentpool", "others"));

        assertThat(Verdicts.of(rule, aks, users, api.graceSeconds(6000))).isInstanceOf(Verdict.NotApplicable.class);
    }
}
