package dev.spillway.rules.eventgrid;

import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.roleAssignment;
import static dev.spillway.fixture.Stacks.subscription;
import static dev.spillway.fixture.Stacks.topic;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EG-014. */
class DeliveryAuthorisedTest {
    private static final String PLACE = "deliveryWithResourceIdentity";
    private static final String SENDER = "2b629674-e913-4c01-ae53-ef4638d8f975";

    private final DeliveryAuthorised rule = new DeliveryAuthorised();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders");
    private final ResourceFixture topic = topic("order-events");
    private final ResourceFixture notify = subscription("order-events")
            .with(PLACE + ".identity.type", "SystemAssigned")
            .with(PLACE + ".destination.endpointType", "EventHub")
            .with(PLACE + ".destination.resourceId", id("Microsoft.EventHub/namespaces/orders/eventhubs/orders"));

    @Test
    void anIdentityWithoutRoleIsReported() {
        assertThat(Verdicts.of(rule, orders, hub, topic, notify))
                .isEqualTo(Verdict.violation(
                        PLACE + ".identity",
                        "order-events has no role on orders",
                        "Azure Event Hubs Data Sender on orders"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/subscriptions/00000000-0000-0000-0000-000000000000",
                "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/RG-orders",
                "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-orders/providers/Microsoft.EventHub/namespaces/Orders"
            })
    void aRoleAnywhereAroundTheHubPasses(String scope) {
        hub.with("resourceGroupName", "rg-orders");
        orders.with("resourceGroupName", "rg-orders");

        assertThat(Verdicts.of(rule, orders, hub, topic, notify, roleAssignment(SENDER, scope, topic)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void theRightToReadDoesNotHelp() {
        ResourceFixture reader = roleAssignment(
                "a638d3c7-ab3a-418d-83e6-5f17a39d4fde", id("Microsoft.EventHub/namespaces/orders"), topic);

        assertThat(Verdicts.of(rule, orders, hub, topic, notify, reader)).isInstanceOf(Verdict.Violation.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Microsoft.EventHub/namespaces/orders", "microsoft.eventhub/namespaces/Orders/eventhubs/Orders"})
    void aRoleAtADestinationOfAnotherTeamPasses(String scope) {
        assertThat(Verdicts.of(rule, topic, notify, roleAssignment(SENDER, id(scope), topic)))
                .isEqualTo(Verdict.pass());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Microsoft.EventHub/namespaces/order", "Microsoft.EventHub/namespaces/orders/eventhubs/others"})
    void aRoleBesideADestinationOfAnotherTeamLeavesItUndecided(String scope) {
        assertThat(Verdicts.of(rule, topic, notify, roleAssignment(SENDER, id(scope), topic)))
                .isEqualTo(unknown(notify, PLACE + ".destination.resourceId", "the destination is not in the stack"));
    }

    @Test
    void aDeliveryWithoutIdentityIsNotJudged() {
        assertThat(Verdicts.of(rule, subscription("order-events")))
                .isEqualTo(Verdict.notApplicable("it delivers without an identity"));
    }
}
