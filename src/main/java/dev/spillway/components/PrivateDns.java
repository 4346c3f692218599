package dev.spillway.components;

import com.pulumi.azurenative.network.PrivateZone;
import com.pulumi.azurenative.network.PrivateZoneArgs;
import com.pulumi.azurenative.network.VirtualNetworkLink;
import com.pulumi.azurenative.network.VirtualNetworkLinkArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.core.Output;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The DNS zone that sends clients through private endpoints, and its links to their networks. A resource group can hold one of
 * its name, so that all namespaces of a stack share one; it is declared by the first that needs it.
 */
final class PrivateDns {
    private static final String ZONE = "privatelink.servicebus.windows.net";

    private final Set<String> linked = new TreeSet<>();
    private @Nullable PrivateZone zone;

    /** The id of the zone, declared and linked to that network if it is not yet. */
    Output<String> zoneFor(NamespaceSite site, String networkId) {
        PrivateZone found = Optional.ofNullable(zone).orElseGet(() -> declare(site));
        zone = found;
        if (linked.add(networkId)) {
            new VirtualNetworkLink(
                    site.name() + "-dns-" + OwnKey.lastOf(networkId),
                    VirtualNetworkLinkArgs.builder()
                            .resourceGroupName(site.group())
                            .privateZoneName(found.name())
                            .virtualNetworkLinkName(OwnKey.lastOf(networkId))
                            .location("Global")
                            .registrationEnabled(false)
                            .virtualNetwork(
                                    SubResourceArgs.builder().id(networkId).build())
                            .build(),
                    site.child());
        }
        return found.id();
    }

    private static PrivateZone declare(NamespaceSite site) {
        return new PrivateZone(
                site.name() + "-dns",
                PrivateZoneArgs.builder()
                        .resourceGroupName(site.group())
                        .privateZoneName(ZONE)
                        .location("Global")
                        .tags(site.plan().tags())
                        .build(),
                site.child());
    }
}
