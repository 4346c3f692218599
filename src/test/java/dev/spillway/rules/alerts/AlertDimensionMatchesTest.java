package dev.spillway.rules.alerts;

import static dev.spillway.fixture.Stacks.alert;
import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AL-018. */
class AlertDimensionMatchesTest {
    private static final String ORDERS = "Microsoft.EventHub/namespaces/orders";

    private final AlertDimensionMatches rule = new AlertDimensionMatches();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders");

    @Test
    void aHubThatIsNotThereIsReported() {
        assertThat(Verdicts.of(rule, orders, hub, on("application-logs", "Include")))
                .isEqualTo(Verdict.violation(
                        "criteria.allOf.0.dimensions.0.values", "application-logs", "the name of a hub, or *"));
    }

    @ParameterizedTest
    @CsvSource({"orders, Include", "*, Include", "application-logs, Exclude"})
    void aHubThatIsTherePasses(String name, String operator) {
        assertThat(Verdicts.of(rule, orders, hub, on(name, operator))).isEqualTo(Verdict.pass());
    }

    @Test
    void anAlertWithoutDimensionPasses() {
        assertThat(Verdicts.of(rule, orders, hub, alert("IncomingMessages", id(ORDERS))))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void anAlertOnAnotherNamespaceIsNotJudged() {
        assertThat(Verdicts.of(rule, orders, hub, alert("IncomingMessages", id("Microsoft.EventHub/namespaces/other"))))
                .isEqualTo(Verdict.notApplicable("it watches no namespace of the stack"));
    }

    @Test
    void alertsOfOtherKindsHaveNoDimensionOfAHub() {
        ResourceFixture query = azure("insights:ScheduledQueryRule", "query").with("scopes", List.of(id(ORDERS)));

        assertThat(rule.subjects(Stacks.topology(orders, hub, query))).isEmpty();
    }

    private static ResourceFixture on(String name, String operator) {
        return alert("", id(ORDERS))
                .with(
                        "criteria.allOf",
                        List.of(Map.of(
                                "metricName",
                                "IncomingMessages",
                                "dimensions",
                                List.of(Map.of("name", "EntityName", "operator", operator, "values", List.of(name))))));
    }
}
