package dev.spillway.model;

import java.util.Optional;

/**
 * A key of one's own, under which the namespace writes its log.
 *
 * @param keyVaultId Azure's id of the vault, which has to have soft delete and purge protection
 * @param keyVersion empty for the newest, which lets the vault rotate the key
 * @param identityId Azure's id of a user-assigned identity that may use the key; where empty, one is declared and gets the role
 * @param infrastructureEncryption whether the platform encrypts once more; fixed at creation
 */
public record EncryptionSpec(
        String keyVaultId,
        String keyName,
        Optional<String> keyVersion,
        Optional<String> identityId,
        boolean infrastructureEncryption) {
    /** The newest version of a key, used by an identity that is declared for it. */
    public static EncryptionSpec of(String keyVaultId, String keyName) {
        return new EncryptionSpec(keyVaultId, keyName, Optional.empty(), Optional.empty(), false);
    }
}
