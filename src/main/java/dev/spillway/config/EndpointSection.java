package dev.spillway.config;

import dev.spillway.model.NetworkSpec.PrivateEndpoint;
import dev.spillway.model.TextFormat;
import java.util.List;
import java.util.Locale;

/** The keys of one private endpoint. */
final class EndpointSection {
    private static final int MOST = 100;
    static final Keys KEYS = new Keys("eventHubs.*.network.privateEndpoints[]");
    private static final Key<String> SUBNET_ID = KEYS.required("subnetId", AzureTexts.of(TextFormat.SUBNET_ID));
    private static final Key<String> ZONE_ID =
            KEYS.optional("privateDnsZoneId", AzureTexts.of(TextFormat.PRIVATE_ZONE_ID));
    private static final Key<String> LOCATION = KEYS.optional("location", TextForm.of(Names.LOCATION));

    static final Form<List<PrivateEndpoint>> LIST = new ListForm<>(
            "a list of private endpoints",
            "a list, each with its subnetId",
            KEYS.as("a private endpoint", EndpointSection::spec),
            MOST,
            EndpointSection::identity);

    private EndpointSection() {}

    /** What has no subnet is told so, and not that it is like another. */
    private static Object identity(PrivateEndpoint endpoint) {
        return endpoint.subnetId().isEmpty()
                ? new Object()
                : endpoint.subnetId().toLowerCase(Locale.ROOT);
    }

    private static PrivateEndpoint spec(Fields fields) {
        return new PrivateEndpoint(
                fields.get(SUBNET_ID).held().orElse(""),
                fields.get(ZONE_ID).held(),
                fields.get(LOCATION).held());
    }
}
