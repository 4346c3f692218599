package dev.spillway.config;

import dev.spillway.model.DisasterRecoverySpec;
import dev.spillway.model.DisasterRecoverySpec.Kind;
import dev.spillway.model.NetworkSpec.PrivateEndpoint;
import dev.spillway.model.TextFormat;
import java.time.Duration;
import java.util.List;

/** The keys of {@code disasterRecovery}. */
final class DisasterRecoverySection {
    static final Keys KEYS = new Keys("eventHubs.*.disasterRecovery");
    private static final Key<Kind> KIND = KEYS.required(
            "kind",
            ChoiceForm.of("a kind of recovery", Kind::key, List.of(Kind.METADATA, Kind.GEO_REPLICATION, Kind.NONE)));
    private static final Key<String> ALIAS_NAME = KEYS.optional("aliasName", AzureTexts.of(TextFormat.NAMESPACE_NAME));
    private static final Key<String> SECONDARY_LOCATION =
            KEYS.optional("secondaryLocation", TextForm.of(Names.LOCATION));
    private static final Key<String> SECONDARY_NAME =
            KEYS.optional("secondaryNamespaceName", AzureTexts.of(TextFormat.NAMESPACE_NAME));
    private static final Key<List<PrivateEndpoint>> PRIVATE_ENDPOINTS =
            KEYS.optional("privateEndpoints", EndpointSection.LIST);
    private static final Key<Duration> MAX_LAG =
            KEYS.optional("maxReplicationLagSeconds", NumberForm.wholeSeconds("a lag", 0));

    static final Form<DisasterRecoverySpec> FORM = KEYS.as("a recovery from disaster", DisasterRecoverySection::spec);

    private DisasterRecoverySection() {}

    private static DisasterRecoverySpec spec(Fields fields) {
        return new DisasterRecoverySpec(
                fields.get(KIND).held().orElse(Kind.NONE),
                fields.get(ALIAS_NAME).held(),
                fields.get(SECONDARY_LOCATION).held(),
                fields.get(SECONDARY_NAME).held(),
                fields.get(PRIVATE_ENDPOINTS).held().orElse(List.of()),
                fields.get(MAX_LAG).held());
    }
}
