package dev.spillway.rules.alerts;

import static dev.spillway.fixture.Stacks.alert;
import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AL-014. */
class EgNamespaceLossTest {
    private static final String GRID = "Microsoft.EventGrid/namespaces/grid";

    private final EgNamespaceLoss rule = new EgNamespaceLoss();
    private final ResourceFixture grid = azure("eventgrid:Namespace", "grid").with("namespaceName", "grid");

    @Test
    void eachMetricNeedsAnAlert() {
        assertThat(Verdicts.of(rule, grid)).isEqualTo(missing("DroppedEvents"));
        assertThat(Verdicts.of(rule, grid, alert("DroppedEvents", id(GRID))))
                .isEqualTo(missing("FailedDeadLetteredEvents"));
        assertThat(Verdicts.of(rule, grid, alert("FailedDeadLetteredEvents", id(GRID))))
                .isEqualTo(missing("DroppedEvents"));
    }

    @Test
    void oneAlertMayAskForBoth() {
        ResourceFixture both = alert("", id(GRID))
                .with(
                        "criteria.allOf",
                        List.of(
                                Map.of("metricName", "DroppedEvents", "threshold", 0),
                                Map.of("metricName", "FailedDeadLetteredEvents", "threshold", 0)));

        assertThat(Verdicts.of(rule, grid, both)).isEqualTo(Verdict.pass());
    }

    private static Verdict missing(String metric) {
        return Verdict.violation("", "no alert on " + metric, "an alert above 0");
    }
}
