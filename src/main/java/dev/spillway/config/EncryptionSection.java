package dev.spillway.config;

import dev.spillway.model.EncryptionSpec;
import dev.spillway.model.TextFormat;

/** The keys of {@code encryption}. */
final class EncryptionSection {
    static final Keys KEYS = new Keys("eventHubs.*.encryption");
    private static final Key<String> KEY_VAULT_ID = KEYS.required("keyVaultId", AzureTexts.of(TextFormat.KEY_VAULT_ID));
    private static final Key<String> KEY_NAME = KEYS.required("keyName", AzureTexts.of(TextFormat.KEY_NAME));
    private static final Key<String> KEY_VERSION =
            KEYS.optional("keyVersion", TextForm.orNumber(AzureTexts.shape(TextFormat.KEY_VERSION)));
    private static final Key<String> IDENTITY_ID = KEYS.optional("identityId", AzureTexts.of(TextFormat.IDENTITY_ID));
    private static final Key<Boolean> INFRASTRUCTURE = KEYS.optional("infrastructureEncryption", new FlagForm());

    static final Form<EncryptionSpec> FORM = KEYS.as("an encryption", EncryptionSection::spec);

    private EncryptionSection() {}

    private static EncryptionSpec spec(Fields fields) {
        return new EncryptionSpec(
                fields.get(KEY_VAULT_ID).held().orElse(""),
                fields.get(KEY_NAME).held().orElse(""),
                fields.get(KEY_VERSION).held(),
                fields.get(IDENTITY_ID).held(),
                fields.get(INFRASTRUCTURE).holds(on -> on));
    }
}
