package dev.spillway.config;

import dev.spillway.facts.GridLimits;
import dev.spillway.model.GridNetworkSpec;
import java.util.List;

/** The keys of the {@code network} of an Event Grid resource. */
final class GridNetworkSection {
    static final Keys KEYS = new Keys("eventGrid.network");
    private static final Key<Boolean> PUBLIC = KEYS.optional(
            "publicNetworkAccess", ChoiceForm.of("a choice", GridNetworkSection::word, List.of(true, false)));
    private static final Key<List<String>> INBOUND_IP_RULES = KEYS.optional(
            "inboundIpRules", GridSourceKeys.texts("ranges", GridNames.IP_RANGE, GridLimits.INBOUND_IP_RULES));
    private static final Key<List<GridPrivateEndpointSection>> PRIVATE_ENDPOINTS = KEYS.optional(
            "privateEndpoints",
            new ListForm<>(
                    "a list of private endpoints",
                    "a list such as [ { subnetId: /subscriptions/... } ]",
                    GridPrivateEndpointSection.FORM,
                    GridLimits.PRIVATE_ENDPOINTS,
                    GridPrivateEndpointSection::identity));

    static final Form<GridNetworkSection> FORM = KEYS.as("a network", GridNetworkSection::new);

    private final Fields fields;

    private GridNetworkSection(Fields fields) {
        this.fields = fields;
        if (fields.get(PUBLIC).holds(isPublic -> !isPublic)
                && !fields.get(INBOUND_IP_RULES).isAbsent()) {
            fields.report(INBOUND_IP_RULES, "mean nothing while publicNetworkAccess is Disabled, leave them out");
        }
    }

    private static String word(boolean isPublic) {
        return isPublic ? "Enabled" : "Disabled";
    }

    GridNetworkSpec spec() {
        return new GridNetworkSpec(
                fields.get(PUBLIC).orGiven(true).value(),
                fields.get(INBOUND_IP_RULES).orGiven(List.of()).value(),
                fields.get(PRIVATE_ENDPOINTS).orGiven(List.of()).value().stream()
                        .map(GridPrivateEndpointSection::subnetId)
                        .toList());
    }
}
