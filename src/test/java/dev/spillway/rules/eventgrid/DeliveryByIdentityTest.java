package dev.spillway.rules.eventgrid;

import static dev.spillway.fixture.Stacks.account;
import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.subscription;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** EG-013. */
class DeliveryByIdentityTest {
    private final DeliveryByIdentity rule = new DeliveryByIdentity();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders");
    private final ResourceFixture notify = subscription("order-events")
            .with("destination.endpointType", "EventHub")
            .with("destination.resourceId", id("Microsoft.EventHub/namespaces/orders/eventhubs/orders"));

    @Test
    void keysThatTheNamespaceRefusesAreReported() {
        assertThat(Verdicts.of(rule, orders.with("disableLocalAuth", true), hub, notify))
                .isEqualTo(refused("orders"));
    }

    @Test
    void aClosedNamespaceIsReported() {
        assertThat(Verdicts.of(rule, orders.with("publicNetworkAccess", "Disabled"), hub, notify))
                .isEqualTo(refused("orders"));
    }

    @Test
    void rulesThatDenyAreReported() {
        ResourceFixture rules = azure("eventhub:NamespaceNetworkRuleSet", "rules")
                .with("namespaceName", "orders")
                .with("defaultAction", "Deny");

        assertThat(Verdicts.of(rule, orders, hub, rules, notify)).isEqualTo(refused("orders"));
    }

    @Test
    void anOpenNamespacePasses() {
        assertThat(Verdicts.of(rule, orders, hub, notify)).isEqualTo(Verdict.pass());
    }

    @Test
    void aQueueWhoseAccountTakesNoKeysIsReported() {
        notify.with("destination.endpointType", "StorageQueue")
                .with("destination.resourceId", id("Microsoft.Storage/storageAccounts/queue"));

        assertThat(Verdicts.of(rule, account("queue").with("allowSharedKeyAccess", false), notify))
                .isEqualTo(refused("queue"));
    }

    @Test
    void aServiceBusThatTakesNoKeysIsReported() {
        notify.with("destination.endpointType", "ServiceBusQueue")
                .with("destination.resourceId", id("Microsoft.ServiceBus/namespaces/bus/queues/orders"));
        ResourceFixture bus = azure("servicebus:Namespace", "bus")
                .with("namespaceName", "bus")
                .with("disableLocalAuth", true);

        assertThat(Verdicts.of(rule, bus, notify)).isEqualTo(refused("bus"));
    }

    @Test
    void aWebHookHasNoKeys() {
        assertThat(Verdicts.of(rule, notify.with("destination.endpointType", "WebHook")))
                .isEqualTo(Verdict.notApplicable("WebHook takes no keys of Azure"));
    }

    @Test
    void aHubElsewhereIsUnknown() {
        assertThat(Verdicts.of(rule, notify))
                .isEqualTo(unknown(notify, "destination.resourceId", "the destination is not in the stack"));
    }

    private static Verdict refused(String name) {
        return Verdict.violation(
                "destination",
                "keys, while " + name + " refuses them or denies strangers",
                "deliveryWithResourceIdentity");
    }
}
