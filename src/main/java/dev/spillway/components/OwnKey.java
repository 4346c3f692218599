package dev.spillway.components;

import com.pulumi.azurenative.authorization.RoleAssignment;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentity;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentityArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.spillway.facts.DataRole;
import dev.spillway.model.EncryptionSpec;
import java.util.List;

/**
 * A key in a vault, and an identity that may use it.
 *
 * @param needed what has to be there before the namespace is: without the right it cannot be created
 */
record OwnKey(EncryptionSpec spec, String vaultUri, Output<String> identityId, List<Resource> needed) {
    static OwnKey declare(NamespaceSite site, EncryptionSpec spec) {
        VaultCheck.beside(site.parent()).check(spec);
        String vaultUri = "https://" + lastOf(spec.keyVaultId()) + ".vault.azure.net/";
        if (spec.identityId().isPresent()) {
            return new OwnKey(spec, vaultUri, Output.of(spec.identityId().get()), List.of());
        }
        UserAssignedIdentity identity = new UserAssignedIdentity(
                site.name() + "-key-identity",
                UserAssignedIdentityArgs.builder()
                        .resourceGroupName(site.group())
                        .resourceName(site.plan().azureName() + "-key")
                        .location(site.plan().location())
                        .tags(site.plan().tags())
                        .build(),
                site.stateful());
        RoleAssignment role = Grant.of(
                        DataRole.KEY_VAULT_CRYPTO_USER, site.plan().azureName() + "/key")
                .at(Output.of(spec.keyVaultId()))
                .to(Later.of(identity, identity.principalId()))
                .declare(site.name() + "-key-role", site.stateful());
        return new OwnKey(spec, vaultUri, identity.id(), List.of(identity, role));
    }

    static String lastOf(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
