package dev.spillway.rules.crossing;

import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Stacks.roleAssignment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** CX-018. */
class ReceiverHasRightTest {
    private static final String RECEIVER = "a638d3c7-ab3a-418d-83e6-5f17a39d4fde";
    private static final String SENDER = "2b629674-e913-4c01-ae53-ef4638d8f975";
    private static final String ORDERS = "Microsoft.EventHub/namespaces/orders";

    private final ReceiverHasRight rule = new ReceiverHasRight();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders");
    private final ResourceFixture identity = azure("managedidentity:UserAssignedIdentity", "billing");
    private final ResourceFixture account = resource("kubernetes:core/v1:ServiceAccount", "billing")
            .with("metadata.name", "billing")
            .with("metadata.namespace", "orders")
            .unknown("metadata.annotations[\"azure.workload.identity/client-id\"]")
            .dependsOn("metadata", identity);
    private final ResourceFixture billing =
            deployment("billing").readsFrom("orders/orders").with("spec.template.spec.serviceAccountName", "billing");

    @Test
    void aSenderMayNotRead() {
        assertThat(Verdicts.of(
                        rule, orders, hub, identity, account, billing, roleAssignment(SENDER, id(ORDERS), identity)))
                .isEqualTo(Verdict.violation(
                        "spec.template.spec.serviceAccountName",
                        "billing has no role on orders",
                        "Azure Event Hubs Data Receiver on orders"));
    }

    @Test
    void aReceiverMay() {
        assertThat(Verdicts.of(
                        rule, orders, hub, identity, account, billing, roleAssignment(RECEIVER, id(ORDERS), identity)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void anIdentityOfAClientIdThatIsWrittenOutIsNotKnown() {
        ResourceFixture literal = resource("kubernetes:core/v1:ServiceAccount", "billing")
                .with("metadata.name", "billing")
                .with("metadata.namespace", "orders")
                .with("metadata.annotations[\"azure.workload.identity/client-id\"]", "2f1d");

        assertThat(Verdicts.of(rule, orders, hub, literal, billing)).isInstanceOf(Verdict.Unknown.class);
    }
}
