package dev.spillway.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.facts.Tier;
import dev.spillway.model.EncryptionSpec;
import dev.spillway.model.HubSpec;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Functions;
import dev.spillway.monitor.Settings;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A log hangs on its key, so the vault is asked whether the key can be lost. */
final class VaultCheckTest {
    private static final String GROUP = "/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/rg-keys";
    private static final String VAULT = GROUP + "/providers/Microsoft.KeyVault/vaults/contoso-keys";
    private static final String SAFE =
            "{\"enableSoftDelete\": true, \"enablePurgeProtection\": true, \"enableRbacAuthorization\": true}";

    @Test
    void aVaultThatKeepsItsKeysIsTaken() {
        Capture capture = declared(vault(SAFE), EncryptionSpec.of(VAULT, "log"));

        assertThat(capture.errors()).isEmpty();
        assertThat(capture.warnings()).isEmpty();
        assertThat(capture.graph().resources())
                .anyMatch(resource -> resource.name().equals("orders-key-role"));
    }

    @Test
    void everythingThatCouldLoseTheKeyIsSaidAtOnceAndNothingIsDeclared() {
        Capture capture = declared(
                vault(
                        "{\"enableSoftDelete\": false, \"networkAcls\": {\"defaultAction\": \"Deny\", \"bypass\": \"None\"}}"),
                EncryptionSpec.of(VAULT, "log"));

        assertThat(capture.failure(RunException.class).orElseThrow())
                .hasMessage(
                        "encryption.keyVaultId: contoso-keys: soft delete is off, so that a deleted key is gone at once,"
                                + " switch it on\n"
                                + "encryption.keyVaultId: contoso-keys: purge protection is off, so that a deleted key can be"
                                + " destroyed for good, switch it on\n"
                                + "encryption.keyVaultId: contoso-keys: it goes by access policies, for which the role declared here"
                                + " is nothing, switch to roles or give identityId of an identity that may get, wrap and unwrap\n"
                                + "encryption.keyVaultId: contoso-keys: its firewall keeps Event Hubs out, give bypass"
                                + " AzureServices");
        assertThat(capture.graph().resources())
                .noneMatch(resource -> resource.type().contains("azure-native:eventhub"));
    }

    @Test
    void anIdentityThatIsGivenMayGoByAccessPolicies() {
        Capture capture = declared(
                vault(SAFE.replace("\"enableRbacAuthorization\": true", "\"enableRbacAuthorization\": false")),
                new EncryptionSpec(
                        VAULT,
                        "log",
                        Optional.empty(),
                        Optional.of(GROUP + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/log"),
                        false));

        assertThat(capture.errors()).isEmpty();
    }

    @Test
    void aVaultThatCannotBeReadIsTold() {
        Capture capture = declared(
                (token, arguments) -> {
                    if (token.endsWith(":getVault")) {
                        throw new IllegalStateException("Status=403 Code=\"Forbidden\"");
                    }
                    return Optional.empty();
                },
                EncryptionSpec.of(VAULT, "log"));

        assertThat(capture.errors()).isEmpty();
        assertThat(capture.warnings())
                .singleElement()
                .asString()
                .contains("vault not read, so that nobody knows whether its keys can be lost", "Status=403");
    }

    private static Functions vault(String properties) {
        return (token, arguments) -> token.equals("azure-native:keyvault:getVault")
                ? Optional.of(json("{\"properties\": " + properties + "}"))
                : Optional.empty();
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Capture declared(Functions functions, EncryptionSpec encryption) {
        return EmbeddedMonitor.run(
                context -> new EventHubsNamespace(
                        "orders",
                        EventHubsNamespaceArgs.builder()
                                .resourceGroupName("rg-orders")
                                .namespaceName("contoso-orders")
                                .location("westeurope")
                                .tier(Tier.PREMIUM)
                                .encryption(encryption)
                                .hub(new HubSpec(
                                        "orders", Optional.empty(), OptionalInt.empty(), Optional.empty(), List.of()))
                                .build(),
                        ComponentResourceOptions.Empty),
                new Settings("test", "test", Map.of()),
                functions);
    }
}
