package dev.spillway.components;

import com.pulumi.azurenative.Utilities;
import com.pulumi.azurenative.keyvault.inputs.GetVaultPlainArgs;
import com.pulumi.core.TypeShape;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInternal;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.Resource;
import dev.spillway.model.EncryptionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks Azure whether a vault is one that a log may hang on: a key that is gone makes every event under it unreadable.
 *
 * <p>A vault that cannot be read is told and lets the run go on; one that would lose the key stops it.
 */
final class VaultCheck {
    private static final String GET_VAULT = "azure-native:keyvault:getVault";
    private static final long PATIENCE_SECONDS = 60;

    private final Resource component;
    private final InvokeOptions options;

    private VaultCheck(Resource component, InvokeOptions options) {
        this.component = component;
        this.options = options;
    }

    static VaultCheck beside(Resource component) {
        return new VaultCheck(
                component,
                Utilities.withVersion(InvokeOptions.builder().parent(component).build()));
    }

    void check(EncryptionSpec encryption) {
        String[] id = encryption.keyVaultId().split("/", -1);
        try {
            Map<String, Object> found = Deployment.getInstance()
                    .invokeAsync(
                            GET_VAULT,
                            TypeShape.map(String.class, Object.class),
                            GetVaultPlainArgs.builder()
                                    .resourceGroupName(id[4])
                                    .vaultName(id[id.length - 1])
                                    .build(),
                            options)
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
            refuse(wrongWith(found, encryption), encryption);
        } catch (CompletionException failure) {
            warn("vault not read, so that nobody knows whether its keys can be lost: "
                    + String.valueOf(
                                    failure.getCause() == null
                                            ? failure.getMessage()
                                            : failure.getCause().getMessage())
                            .replaceAll("\\s+", " "));
        }
    }

    /** Empty where nothing is wrong, and where an engine cannot tell before deployment. */
    static List<String> wrongWith(@Nullable Map<String, Object> found, EncryptionSpec encryption) {
        if (found == null || !(found.get("properties") instanceof Map<?, ?> vault)) {
            return List.of();
        }
        List<String> wrong = new ArrayList<>();
        if (Boolean.FALSE.equals(vault.get("enableSoftDelete"))) {
            wrong.add("soft delete is off, so that a deleted key is gone at once, switch it on");
        }
        if (!Boolean.TRUE.equals(vault.get("enablePurgeProtection"))) {
            wrong.add("purge protection is off, so that a deleted key can be destroyed for good, switch it on");
        }
        if (encryption.identityId().isEmpty() && !Boolean.TRUE.equals(vault.get("enableRbacAuthorization"))) {
            wrong.add("it goes by access policies, for which the role declared here is nothing, switch to roles or give"
                    + " identityId of an identity that may get, wrap and unwrap");
        }
        if (vault.get("networkAcls") instanceof Map<?, ?> network
                && "Deny".equals(network.get("defaultAction"))
                && !"AzureServices".equals(network.get("bypass"))) {
            wrong.add("its firewall keeps Event Hubs out, give bypass AzureServices");
        }
        return wrong;
    }

    private void refuse(List<String> wrong, EncryptionSpec encryption) {
        if (!wrong.isEmpty()) {
            String vault = OwnKey.lastOf(encryption.keyVaultId());
            throw new RunException(String.join(
                    "\n",
                    wrong.stream()
                            .map(one -> "encryption.keyVaultId: " + vault + ": " + one)
                            .toList()));
        }
    }

    private void warn(String text) {
        if (DeploymentInternal.getInstance() instanceof DeploymentImpl deployment) {
            deployment.getLog().warn(text, component);
        }
    }
}
