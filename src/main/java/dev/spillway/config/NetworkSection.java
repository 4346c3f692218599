package dev.spillway.config;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.model.NetworkSpec;
import dev.spillway.model.NetworkSpec.PrivateEndpoint;
import dev.spillway.model.TextFormat;
import java.util.List;

/** The keys of {@code network}. */
final class NetworkSection {
    static final Keys KEYS = new Keys("eventHubs.*.network");
    private static final TierLimits LIMITS = TierLimits.of(Tier.STANDARD);
    private static final Key<Boolean> PUBLIC_ACCESS = KEYS.optional(
            "publicNetworkAccess",
            ChoiceForm.of("a kind of access", open -> open ? "Enabled" : "Disabled", List.of(true, false)));
    private static final Key<List<PrivateEndpoint>> PRIVATE_ENDPOINTS =
            KEYS.optional("privateEndpoints", EndpointSection.LIST);
    private static final Key<List<String>> IP_RULES = KEYS.optional(
            "ipRules", AzureTexts.list("a list of address ranges", TextFormat.IP_RANGE, LIMITS.ipRules()));
    private static final Key<List<String>> SUBNET_IDS = KEYS.optional(
            "subnetIds", AzureTexts.list("a list of subnets", TextFormat.SUBNET_ID, LIMITS.subnetRules()));
    private static final Key<Boolean> TRUSTED_SERVICES = KEYS.optional("trustedServices", new FlagForm());

    static final Form<NetworkSpec> FORM = KEYS.as("a network", NetworkSection::spec);

    private NetworkSection() {}

    private static NetworkSpec spec(Fields fields) {
        return new NetworkSpec(
                fields.get(PUBLIC_ACCESS).held(),
                fields.get(PRIVATE_ENDPOINTS).held().orElse(List.of()),
                fields.get(IP_RULES).held().orElse(List.of()),
                fields.get(SUBNET_IDS).held().orElse(List.of()),
                fields.get(TRUSTED_SERVICES).held());
    }
}
