package dev.spillway.rules.crossing;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.cluster;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.pool;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CX-012. */
class MinReplicasPerZoneTest {
    private final MinReplicasPerZone rule = new MinReplicasPerZone();
    private final ResourceFixture aks = cluster("aks");
    private final ResourceFixture users = pool("aks").with("availabilityZones", List.of("1", "2", "3"));
    private final ResourceFixture api = deployment("api").sendsTo("orders/orders");

    @Test
    void fewerPodsThanZonesAreReportedOnTheScaler() {
        ResourceFixture scaler = autoscaler("api", 2, 2);

        assertThat(Verdicts.of(rule, aks, users, api, scaler))
                .isEqualTo(Verdict.violation("spec.minReplicas", "2 replicas over 3 zones", "at least 3 replicas")
                        .withChanges(scaler.cure("spec.minReplicas", 3), scaler.cure("spec.maxReplicas", 3)));
        var workload = Stacks.topology(api, scaler).workloads().get(0);
        assertThat(rule.standsOn(workload).urn()).isEqualTo(scaler.urn());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void aMaximumThatAllowsItStays(int most) {
        ResourceFixture scaler = autoscaler("api", 2, most);

        assertThat(Verdicts.of(rule, aks, users, api, scaler))
                .isEqualTo(Verdict.violation("spec.minReplicas", "2 replicas over 3 zones", "at least 3 replicas")
                        .withChanges(scaler.cure("spec.minReplicas", 3)));
    }

    @Test
    void aWorkloadWithoutEventsIsLeftAlone() {
        assertThat(Verdicts.of(rule, aks, users, deployment("web")))
                .isEqualTo(Verdict.notApplicable("the workload has no event role"));
    }

    @Test
    void aPodForEachZonePasses() {
        assertThat(Verdicts.of(rule, aks, users, api.replicas(3))).isEqualTo(Verdict.pass());
    }

    @Test
    void consumersAreLeftAlone() {
        assertThat(Verdicts.of(rule, aks, users, deployment("billing").readsFrom("orders/orders")))
                .isEqualTo(Verdict.notApplicable("a consumer reads on from any zone: KW-002 speaks"));
    }

    @Test
    void poolsElsewhereAreUnknown() {
        assertThat(Verdicts.of(rule, api))
                .isEqualTo(unknown(api, "options.provider", "the cluster with its pools is not in the stack"));
    }
}
