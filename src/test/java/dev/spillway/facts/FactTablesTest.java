package dev.spillway.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of Azure figures, and what is looked up in them. */
class FactTablesTest {
    @ParameterizedTest
    @ValueSource(strings = {"regions.csv", "tier-limits.csv", "prices.csv"})
    void everyRowSaysWhereItsFigureIsFromAndWhen(String table) {
        assertThat(FactTable.rows(table)).allSatisfy(row -> {
            assertThat(row.get("source")).startsWith("https://");
            assertThat(LocalDate.parse(row.get("date"))).isAfter(LocalDate.of(2026, 1, 1));
        });
    }

    @Test
    void aRegionIsFoundByBothItsNames() {
        Region region = new Region("westeurope", true, Optional.of("northeurope"));

        assertThat(Regions.find("westeurope")).contains(region);
        assertThat(Regions.find("West Europe")).contains(region);
    }

    @Test
    void regionsWithoutZonesOrPairAreKnownAsSuch() {
        assertThat(Regions.find("westus")).contains(new Region("westus", false, Optional.of("eastus")));
        assertThat(Regions.find("polandcentral")).contains(new Region("polandcentral", true, Optional.empty()));
    }

    @Test
    void aRegionThatNobodyKnowsIsEmpty() {
        assertThat(Regions.find("moonbase")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BASIC, 24, 32, 40", "STANDARD, 168, 32, 40", "PREMIUM, 2160, 100, 16", "DEDICATED, 2160, 1024, 20"})
    void limitsOfTheTiers(Tier tier, int hours, int partitions, int units) {
        assertThat(TierLimits.of(tier))
                .extracting(TierLimits::longestRetention, TierLimits::partitionsPerHub, TierLimits::units)
                .containsExactly(Duration.ofHours(hours), partitions, units);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "1000, 0, 1", "1001, 0, 2", "0, 1000000, 1", "500, 2000001, 3", "12000, 0, 12"})
    void unitsFollowFromTheRateThatBindsFirst(double events, double bytes, int units) {
        assertThat(ThroughputUnits.needed(events, bytes)).isEqualTo(units);
    }

    @Test
    void aSumOfTenthsDoesNotCostAUnit() {
        assertThat(ThroughputUnits.needed(0.1 * 3 * 10_000, 0)).isEqualTo(3);
    }
}
