package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What is measured stands beside what the model says today, not what it said when it was measured. */
final class LossReproducedPageTest {
    @Test
    void thePageShowsTheForecastsOfToday() throws IOException {
        String page = Files.readString(LossReproducedPage.PAGE);

        assertThat(LossReproducedPage.forecasts())
                .hasSize(8)
                .allSatisfy(forecast -> assertThat(page)
                        .as(
                                "`mvn -Dgolden.update=true -Dgroups=soak -DexcludedGroups=none -Dtest=LossReproducedSoak test` measures anew")
                        .contains(forecast));
    }
}
