package dev.spillway.model;

import java.util.List;
import java.util.Optional;

/**
 * Who may reach a namespace over the network.
 *
 * @param publicNetworkAccess where empty, off with private endpoints and on without
 * @param privateEndpoints ways in from virtual networks
 * @param ipRules address ranges that are let in over the public way, such as {@code 203.0.113.0/24}
 * @param subnetIds subnets that are let in by their service endpoint
 * @param trustedServices where empty, on: Event Grid and Azure Monitor have to pass
 */
public record NetworkSpec(
        Optional<Boolean> publicNetworkAccess,
        List<PrivateEndpoint> privateEndpoints,
        List<String> ipRules,
        List<String> subnetIds,
        Optional<Boolean> trustedServices) {
    /** Reachable from everywhere, by whoever has a role. */
    public static final NetworkSpec OPEN =
            new NetworkSpec(Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());

    public NetworkSpec {
        privateEndpoints = List.copyOf(privateEndpoints);
        ipRules = List.copyOf(ipRules);
        subnetIds = List.copyOf(subnetIds);
    }

    /** Reachable through these endpoints alone. */
    public static NetworkSpec through(PrivateEndpoint... endpoints) {
        return new NetworkSpec(Optional.empty(), List.of(endpoints), List.of(), List.of(), Optional.empty());
    }

    /** Whether the public way is open at all. */
    public boolean isPublic() {
        return publicNetworkAccess.orElse(privateEndpoints.isEmpty());
    }

    /** Whether only some addresses or subnets may take the public way, or nobody. */
    public boolean isScoped() {
        return !isPublic() || !ipRules.isEmpty() || !subnetIds.isEmpty();
    }

    /** The same with other private endpoints. */
    public NetworkSpec with(List<PrivateEndpoint> endpoints) {
        return new NetworkSpec(Optional.of(isPublic()), endpoints, ipRules, subnetIds, trustedServices);
    }

    /**
     * A way in from one subnet.
     *
     * @param privateDnsZoneId the zone {@code privatelink.servicebus.windows.net} to write the address into; where empty, one is
     *     declared and linked to the subnet's network
     * @param location of the virtual network; where empty, that of the namespace
     */
    public record PrivateEndpoint(String subnetId, Optional<String> privateDnsZoneId, Optional<String> location) {
        PrivateEndpoint orIn(String region) {
            return new PrivateEndpoint(subnetId, privateDnsZoneId, location.or(() -> Optional.of(region)));
        }

        public static PrivateEndpoint in(String subnetId) {
            return new PrivateEndpoint(subnetId, Optional.empty(), Optional.empty());
        }
    }
}
