package dev.spillway.model;

import java.util.List;

/**
 * Who may reach an Event Grid resource.
 *
 * @param inboundIpRules ranges such as {@code 203.0.113.0/24}; with none, and public access, anybody with a right
 * @param subnetIds subnets that get a private endpoint, by resource id
 */
public record GridNetworkSpec(boolean publicNetworkAccess, List<String> inboundIpRules, List<String> subnetIds) {
    public static final GridNetworkSpec PUBLIC = new GridNetworkSpec(true, List.of(), List.of());

    public GridNetworkSpec {
        inboundIpRules = List.copyOf(inboundIpRules);
        subnetIds = List.copyOf(subnetIds);
    }
}
