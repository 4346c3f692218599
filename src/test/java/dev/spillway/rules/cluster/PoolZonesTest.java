package dev.spillway.rules.cluster;

import static dev.spillway.fixture.Stacks.cluster;
import static dev.spillway.fixture.Stacks.pool;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AK-002. */
class PoolZonesTest {
    private final PoolZones rule = new PoolZones();
    private final ResourceFixture aks = cluster("aks").with("location", "West Europe");
    private final ResourceFixture users = pool("aks");

    @Test
    void tooFewZonesAreReported() {
        assertThat(Verdicts.of(rule, aks, users.with("availabilityZones", List.of("1", "2"))))
                .isEqualTo(few("2 zones"));
    }

    @Test
    void noZonesAreReportedWhereTheRegionHasThem() {
        assertThat(Verdicts.of(rule, aks, users)).isEqualTo(few("0 zones"));
    }

    @Test
    void threeZonesPassWhereverTheyAre() {
        assertThat(Verdicts.of(rule, users.with("availabilityZones", List.of("1", "2", "3"))))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void aRegionWithoutZonesIsNotJudged() {
        assertThat(Verdicts.of(rule, aks.with("location", "westus"), users))
                .isEqualTo(Verdict.notApplicable("westus has no zones"));
    }

    @Test
    void aRegionThatOurTableDoesNotHaveIsUnknown() {
        aks.with("location", "atlantis");

        assertThat(Verdicts.of(rule, aks, users))
                .isEqualTo(unknown(users, "location", "met \"atlantis\", which our table of regions does not have"));
    }

    @Test
    void aPoolListedInItsClusterIsJudgedThere() {
        aks.with("agentPoolProfiles", List.of(Map.of("name", "system", "availabilityZones", List.of("1"))));

        assertThat(Verdicts.of(rule, aks))
                .isEqualTo(Verdict.violation("agentPoolProfiles.0.availabilityZones", "1 zone", "at least 3 zones")
                        .withChanges(aks.cure("agentPoolProfiles.0.availabilityZones", List.of("1", "2", "3"))));
    }

    @Test
    void theNumberCanBeMoved() {
        assertThat(Verdicts.of(
                        rule,
                        context -> context.with(PoolZones.MINIMUM, 2),
                        users.with("availabilityZones", List.of("1", "2"))))
                .isEqualTo(Verdict.pass());
    }

    private Verdict few(String seen) {
        return Verdict.violation("availabilityZones", seen, "at least 3 zones")
                .withChanges(users.cure("availabilityZones", List.of("1", "2", "3")));
    }
}
