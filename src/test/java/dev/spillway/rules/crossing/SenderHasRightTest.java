package dev.spillway.rules.crossing;

import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Stacks.roleAssignment;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CX-017. */
class SenderHasRightTest {
    private static final String SENDER = "2b629674-e913-4c01-ae53-ef4638d8f975";
    private static final String HUB = "Microsoft.EventHub/namespaces/orders/eventhubs/orders";

    private final SenderHasRight rule = new SenderHasRight();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders");
    private final ResourceFixture identity = azure("managedidentity:UserAssignedIdentity", "api");
    private final ResourceFixture account = resource("kubernetes:core/v1:ServiceAccount", "api")
            .with("metadata.name", "api")
            .with("metadata.namespace", "orders")
            .unknown("metadata.annotations[\"azure.workload.identity/client-id\"]")
            .dependsOn("metadata", identity);
    private final ResourceFixture api =
            deployment("api").sendsTo("orders/orders").with("spec.template.spec.serviceAccountName", "api");

    @Test
    void anIdentityWithoutRoleIsReported() {
        assertThat(Verdicts.of(rule, orders, hub, identity, account, api))
                .isEqualTo(Verdict.violation(
                        "spec.template.spec.serviceAccountName",
                        "api has no role on orders",
                        "Azure Event Hubs Data Sender on orders"));
    }

    @ParameterizedTest
    @CsvSource({
        "2b629674-e913-4c01-ae53-ef4638d8f975, true",
        "F526A384-b230-433a-b45c-95f59c4a2dec, true",
        "a638d3c7-ab3a-418d-83e6-5f17a39d4fde, false"
    })
    void senderAndOwnerMaySend(String role, boolean may) {
        Verdict verdict =
                Verdicts.of(rule, orders, hub, identity, account, api, roleAssignment(role, id(HUB), identity));

        assertThat(verdict.equals(Verdict.pass())).isEqualTo(may);
    }

    @Test
    void aRoleOnTheNeighbourHubDoesNotHelp() {
        ResourceFixture other =
                roleAssignment(SENDER, id("Microsoft.EventHub/namespaces/orders/eventhubs/audit"), identity);

        assertThat(Verdicts.of(rule, orders, hub, identity, account, api, other))
                .isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void aProducerWithoutIdentityIsNotJudged() {
        assertThat(Verdicts.of(rule, orders, hub, deployment("api").sendsTo("orders/orders")))
                .isEqualTo(Verdict.notApplicable("its pods sign in with no managed identity of the stack"));
    }

    @Test
    void aHubElsewhereIsUnknown() {
        assertThat(Verdicts.of(rule, identity, account, api))
                .isEqualTo(unknown(
                        api,
                        "spec.template.metadata.annotations[\"spillway.dev/hub\"]",
                        "its hub is not in the stack"));
    }
}
