package dev.spillway.rules.regions;

import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** DR-008. */
class GeoReplicationLocationsTest {
    private static final String LOCATIONS = "geoDataReplication.locations";

    private final GeoReplicationLocations rule = new GeoReplicationLocations();

    @Test
    void oneRegionTwiceIsReported() {
        assertThat(Verdicts.of(rule, replicated("westeurope", "West Europe", "Secondary")))
                .isEqualTo(Verdict.violation(LOCATIONS, "only westeurope", "two regions"));
    }

    @Test
    void twoPrimariesAreReported() {
        assertThat(Verdicts.of(rule, replicated("westeurope", "northeurope", "Primary")))
                .isEqualTo(Verdict.violation(
                        LOCATIONS, "no location with roleType Secondary", "one Secondary beside the Primary"));
    }

    @Test
    void aSecondaryElsewherePasses() {
        assertThat(Verdicts.of(rule, replicated("westeurope", "northeurope", "Secondary")))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void withoutReplicationThereIsNothingToJudge() {
        assertThat(Verdicts.of(rule, namespace("orders"))).isEqualTo(Verdict.notApplicable("it is not replicated"));
    }

    private static ResourceFixture replicated(String first, String second, String role) {
        return namespace("orders")
                .with(
                        LOCATIONS,
                        List.of(
                                Map.of("locationName", first, "roleType", "Primary"),
                                Map.of("locationName", second, "roleType", role)));
    }
}
