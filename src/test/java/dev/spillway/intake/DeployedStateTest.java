package dev.spillway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spillway.view.DeployedResource;
import dev.spillway.view.Fact;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DeployedStateTest {
    private static final String ORDERS = "urn:pulumi:dev::shop::azure-native:eventhub:Namespace::orders";
    private static final String STATE = """
            {"version": 3, "deployment": {"manifest": {}, "resources": [
              {"urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", "type": "pulumi:pulumi:Stack"},
              {"urn": "ORDERS", "delete": true, "inputs": {"sku": {"capacity": 40}}},
              {"urn": "ORDERS", "protect": true, "inputs": {"sku": {"capacity": 2}, "location": "westeurope"},
               "outputs": {"sku": {"capacity": 12}}},
              {"urn": "urn:pulumi:dev::shop::azure-native:eventhub:Namespace::lookedUp", "external": true}]}}
            """.replace("ORDERS", ORDERS);

    @Test
    void whatTheServiceSaidCountsBeforeWhatWasDeclared() {
        DeployedResource orders = find(DeployedState.read(STATE, "state.json"), ORDERS);

        assertThat(orders.capacity()).isEqualTo(Fact.known("sku.capacity", 12));
        assertThat(orders.protect()).isTrue();
        assertThat(orders.text("location")).isEqualTo(Fact.known("location", "westeurope"));
    }

    @Test
    void withoutAWordOfTheServiceTheDeclarationCounts() {
        String silent = STATE.replace("\"outputs\": {\"sku\": {\"capacity\": 12}}", "\"outputs\": {}");

        assertThat(find(DeployedState.read(silent, "state.json"), ORDERS).capacity())
                .isEqualTo(Fact.known("sku.capacity", 2));
    }

    @Test
    void whatWaitsToBeDeletedOrIsOnlyReadIsNotDeployed() {
        assertThat(DeployedState.read(STATE, "state.json").resources())
                .extracting(DeployedResource::urn)
                .containsExactly("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", ORDERS);
    }

    @Test
    void aStackWithoutResourcesIsNobodys() {
        DeployedState empty = DeployedState.read("{\"version\": 3, \"deployment\": {}}", "state.json");

        assertThat(empty.resources()).isEmpty();
        assertThat(empty.stack()).isEmpty();
    }

    @Test
    void resourcesCanBeHeldAgainstThoseOfAnotherStack() {
        DeployedState other = DeployedState.read(STATE, "state.json").of("spillway", "orders-dev");

        assertThat(other.resources())
                .extracting(DeployedResource::urn)
                .contains("urn:pulumi:orders-dev::spillway::azure-native:eventhub:Namespace::orders");
    }

    @Test
    void anEncryptedCapacityIsUnknown() {
        String secret = STATE.replace(
                "\"outputs\": {\"sku\": {\"capacity\": 12}}",
                "\"outputs\": {\"sku\": {\"4dabf18193072939515e22adb298388d\": \"1b47061264138c4ac30d75fd1eb44270\","
                        + " \"ciphertext\": \"v1:abc\"}}");

        assertThat(find(DeployedState.read(secret, "state.json"), ORDERS)
                        .capacity()
                        .isUnknown())
                .isTrue();
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        UnreadableGraph unreadable =
                catchThrowableOfType(UnreadableGraph.class, () -> DeployedState.read("""
                        {"version": 2, "deployment": {"resources": [{"urn": "orders", "protect": "yes"}, 7]}}
                        """, "state.json"));

        assertThat(unreadable.problems())
                .containsExactly(
                        "state.json: version: met version 2, give a state of version 3 or 4, which pulumi stack export has"
                                + " written since 2019",
                        "state.json: deployment.resources[0].urn: met \"orders\", give"
                                + " urn:pulumi:STACK::PROJECT::TYPE::NAME",
                        "state.json: deployment.resources[0].protect: met a text, give true or false",
                        "state.json: deployment.resources[1]: met a number, give an object with urn, type and inputs");
    }

    @Test
    void aGraphIsNoState() {
        UnreadableGraph unreadable =
                catchThrowableOfType(UnreadableGraph.class, () -> DeployedState.read("[]", "graph.json"));

        assertThat(unreadable.problems())
                .containsExactly(
                        "graph.json: met a list without a deployment, give the state that pulumi stack export writes");
    }

    @Test
    void aMissingFileIsToldAsAState() {
        UnreadableGraph unreadable =
                catchThrowableOfType(UnreadableGraph.class, () -> DeployedState.read(Path.of("nowhere.json")));

        assertThat(unreadable.problems())
                .containsExactly("nowhere.json: does not exist, give the state that pulumi stack export writes");
    }

    private static DeployedResource find(DeployedState state, String urn) {
        return state.resources().stream()
                .filter(resource -> resource.urn().equals(urn))
                .findFirst()
                .orElseThrow();
    }
}
