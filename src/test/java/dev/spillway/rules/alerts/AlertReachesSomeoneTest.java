package dev.spillway.rules.alerts;

import static dev.spillway.fixture.Stacks.alert;
import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AL-015. */
class AlertReachesSomeoneTest {
    private static final String ORDERS = "Microsoft.EventHub/namespaces/orders";

    private final AlertReachesSomeone rule = new AlertReachesSomeone();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture throttled = alert("ThrottledRequests", id(ORDERS));
    private final ResourceFixture group = azure("insights:ActionGroup", "on-call")
            .with("actionGroupName", "on-call")
            .with("enabled", true)
            .with("emailReceivers", List.of(Map.of("emailAddress", "oncall@example.com")));

    @Test
    void anAlertWithoutActionIsReported() {
        assertThat(Verdicts.of(rule, orders, throttled))
                .isEqualTo(Verdict.violation("actions", "no action group", "at least 1 receiver"));
    }

    @Test
    void anAlertThatIsOffIsReported() {
        assertThat(Verdicts.of(rule, orders, throttled.with("enabled", false)))
                .isEqualTo(Verdict.violation("enabled", "false", "true").withChanges(throttled.cure("enabled", true)));
    }

    @Test
    void aGroupThatIsOffOrEmptyReachesNobody() {
        Verdict nobody = Verdict.violation("actions", "0 receivers", "at least 1 receiver");

        assertThat(Verdicts.of(rule, orders, told(), group.with("enabled", false)))
                .isEqualTo(nobody);
        assertThat(Verdicts.of(rule, orders, told(), group.with("enabled", true).with("emailReceivers", List.of())))
                .isEqualTo(nobody);
    }

    @Test
    void aReceiverPasses() {
        assertThat(Verdicts.of(rule, orders, told(), group)).isEqualTo(Verdict.pass());
    }

    @Test
    void moreReceiversCanBeAskedFor() {
        assertThat(Verdicts.of(rule, context -> context.with(AlertReachesSomeone.MINIMUM, 2), orders, told(), group))
                .isEqualTo(Verdict.violation("actions", "1 receiver", "at least 2 receivers"));
    }

    @Test
    void aLogAlertListsItsGroupsAnotherWay() {
        ResourceFixture query = azure("insights:ScheduledQueryRule", "query")
                .with("scopes", List.of(id(ORDERS)))
                .with("actions.actionGroups", List.of(id("Microsoft.Insights/actionGroups/on-call")));

        assertThat(Verdicts.of(rule, orders, query, group)).isEqualTo(Verdict.pass());
    }

    @Test
    void aGroupElsewhereIsUnknown() {
        assertThat(Verdicts.of(rule, orders, told()))
                .isEqualTo(unknown(throttled, "actions.0.actionGroupId", "the action group is not in the stack"));
    }

    @Test
    void otherAlertsAreLeftAlone() {
        assertThat(Verdicts.of(rule, orders, alert("Requests", id("Microsoft.Web/sites/shop"))))
                .isEqualTo(Verdict.notApplicable("it watches nothing of the pipeline"));
    }

    private ResourceFixture told() {
        return throttled.with(
                "actions", List.of(Map.of("actionGroupId", id("Microsoft.Insights/actionGroups/on-call"))));
    }
}
