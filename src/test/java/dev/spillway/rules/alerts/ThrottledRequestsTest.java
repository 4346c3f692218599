package dev.spillway.rules.alerts;

import static dev.spillway.fixture.Stacks.alert;
import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AL-001. */
class ThrottledRequestsTest {
    private static final String ORDERS = "Microsoft.EventHub/namespaces/orders";

    private final ThrottledRequests rule = new ThrottledRequests();
    private final ResourceFixture orders = namespace("orders").with("resourceGroupName", "rg-orders");

    @Test
    void aNamespaceThatNobodyWatchesIsReported() {
        assertThat(Verdicts.of(rule, orders)).isEqualTo(missing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ServerErrors", "IncomingMessages"})
    void anAlertOnSomethingElseDoesNotHelp(String metric) {
        assertThat(Verdicts.of(rule, orders, alert(metric, id(ORDERS)))).isEqualTo(missing());
    }

    @Test
    void anAlertOnAnotherNamespaceDoesNotHelp() {
        assertThat(Verdicts.of(rule, orders, alert("ThrottledRequests", id("Microsoft.EventHub/namespaces/other"))))
                .isEqualTo(missing());
    }

    @Test
    void anAlertThatIsOffDoesNotHelp() {
        assertThat(Verdicts.of(
                        rule, orders, alert("ThrottledRequests", id(ORDERS)).with("enabled", false)))
                .isEqualTo(missing());
    }

    @Test
    void aThresholdThatIsTooHighDoesNotHelp() {
        ResourceFixture high = alert("ThrottledRequests", id(ORDERS))
                .with(
                        "criteria.allOf",
                        List.of(Map.of("metricName", "ThrottledRequests", "operator", "GreaterThan", "threshold", 10)));

        assertThat(Verdicts.of(rule, orders, high)).isEqualTo(missing());
        assertThat(Verdicts.of(rule, context -> context.with(ThrottledRequests.THRESHOLD, 10.0), orders, high))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void anAlertPasses() {
        assertThat(Verdicts.of(rule, orders, alert("ThrottledRequests", id(ORDERS))))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void anAlertOfALaterProviderCountsToo() {
        ResourceFixture later = resource("azure-native:monitor:MetricAlert", "later")
                .unknown("scopes")
                .dependsOn("scopes", orders)
                .with("criteria.allOf", List.of(Map.of("metricName", "ThrottledRequests")));

        assertThat(Verdicts.of(rule, orders, later)).isEqualTo(Verdict.pass());
    }

    @Test
    void aLogAlertCountsToo() {
        ResourceFixture query = azure("insights:ScheduledQueryRule", "query")
                .with("scopes", List.of(id(ORDERS)))
                .with(
                        "criteria.allOf",
                        List.of(Map.of("query", "AZMSDiagnosticErrorLogs | where OperationResult == 'ServerBusy'")));

        assertThat(Verdicts.of(rule, orders, query)).isEqualTo(Verdict.pass());
    }

    private static Verdict missing() {
        return Verdict.violation("", "no alert on ThrottledRequests", "an alert above 0");
    }
}
