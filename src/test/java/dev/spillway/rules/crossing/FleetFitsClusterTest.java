package dev.spillway.rules.crossing;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.cluster;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.pool;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CX-010. */
class FleetFitsClusterTest {
    private final FleetFitsCluster rule = new FleetFitsCluster();
    private final ResourceFixture aks = cluster("aks");
    private final ResourceFixture users = pool("aks")
            .with("enableAutoScaling", true)
            .with("minCount", 2)
            .with("maxCount", 5)
            .with("vmSize", "Standard_D4s_v5");
    private final ResourceFixture api = deployment("api")
            .sendsTo("orders/orders")
            .container("resources.requests.cpu", "1")
            .container("resources.requests.memory", "1Gi");

    @Test
    void aFleetThatNeedsMoreCoresIsReported() {
        assertThat(Verdicts.of(rule, aks, users, api, autoscaler("api", 2, 18)))
                .isEqualTo(Verdict.violation(
                        "agentPoolProfiles",
                        "up to 18 cores and 18 GiB asked for",
                        "no more than the 17 cores and 68 GiB of 5 nodes"));
    }

    @Test
    void aFleetThatNeedsMoreMemoryIsReported() {
        api.container("resources.requests.memory", "69Gi").container("resources.requests.cpu", "500m");

        assertThat(Verdicts.of(rule, aks, users, api)).isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void exactlyTheMemoryPasses() {
        api.container("resources.requests.memory", "4Gi");

        assertThat(Verdicts.of(rule, aks, users, api, autoscaler("api", 2, 17))).isEqualTo(Verdict.pass());
    }

    @Test
    void exactlyTheRoomPasses() {
        assertThat(Verdicts.of(rule, aks, users, api, autoscaler("api", 2, 17))).isEqualTo(Verdict.pass());
    }

    @Test
    void poolsThatTheFleetCannotUseDoNotCount() {
        users.with("nodeTaints", List.of("team=other:NoSchedule"));

        assertThat(Verdicts.of(rule, aks, users, api)).isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void theShareCanBeMoved() {
        assertThat(Verdicts.of(
                        rule,
                        context -> context.with(FleetFitsCluster.SHARE, 0.9),
                        aks,
                        users,
                        api,
                        autoscaler("api", 2, 18)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void aSizeThatIsNotInTheTableIsUnknown() {
        assertThat(Verdicts.of(rule, aks, users.with("vmSize", "Standard_B4ms"), api))
                .isEqualTo(unknown(users, "vmSize", "met \"Standard_B4ms\", which our table of sizes does not have"));
    }
}
