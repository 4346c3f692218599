package dev.spillway.components;

import com.pulumi.azurenative.eventhub.NamespaceNetworkRuleSet;
import com.pulumi.azurenative.eventhub.NamespaceNetworkRuleSetArgs;
import com.pulumi.azurenative.eventhub.inputs.NWRuleSetIpRulesArgs;
import com.pulumi.azurenative.eventhub.inputs.NWRuleSetVirtualNetworkRulesArgs;
import com.pulumi.azurenative.network.PrivateDnsZoneGroup;
import com.pulumi.azurenative.network.PrivateDnsZoneGroupArgs;
import com.pulumi.azurenative.network.PrivateEndpointArgs;
import com.pulumi.azurenative.network.inputs.PrivateDnsZoneConfigArgs;
import com.pulumi.azurenative.network.inputs.PrivateLinkServiceConnectionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.spillway.model.NetworkSpec;
import dev.spillway.model.NetworkSpec.PrivateEndpoint;
import java.util.ArrayList;
import java.util.List;

/** Who may reach a namespace: its rule set, and its ways in from virtual networks with their names. */
final class NamespaceNetwork {
    private static final int LONGEST_ENDPOINT_NAME = 64;

    private final NamespaceSite site;
    private final NamespaceResource namespace;
    private final PrivateDns dns;

    private NamespaceNetwork(NamespaceSite site, NamespaceResource namespace, PrivateDns dns) {
        this.site = site;
        this.namespace = namespace;
        this.dns = dns;
    }

    /**
     * Declares what is asked for.
     *
     * @param first what has to be there before a private endpoint is
     * @return the private endpoints
     */
    static List<Resource> declare(
            NamespaceSite site, NamespaceResource namespace, PrivateDns dns, List<Resource> first) {
        NamespaceNetwork network = new NamespaceNetwork(site, namespace, dns);
        List<Resource> endpoints = new ArrayList<>();
        site.plan().options().network().ifPresent(wanted -> {
            network.rules(wanted);
            wanted.privateEndpoints().forEach(endpoint -> endpoints.add(network.endpoint(endpoint, first)));
        });
        return List.copyOf(endpoints);
    }

    private void rules(NetworkSpec wanted) {
        new NamespaceNetworkRuleSet(
                site.name() + "-network",
                NamespaceNetworkRuleSetArgs.builder()
                        .resourceGroupName(site.group())
                        .namespaceName(namespace.name())
                        .defaultAction(wanted.isScoped() ? "Deny" : "Allow")
                        .publicNetworkAccess(NamespaceResource.access(wanted))
                        .trustedServiceAccessEnabled(wanted.trustedServices().orElse(true))
                        .ipRules(wanted.ipRules().stream()
                                .map(range -> NWRuleSetIpRulesArgs.builder()
                                        .action("Allow")
                                        .ipMask(range)
                                        .build())
                                .toList())
                        .virtualNetworkRules(wanted.subnetIds().stream()
                                .map(subnet -> NWRuleSetVirtualNetworkRulesArgs.builder()
                                        .ignoreMissingVnetServiceEndpoint(false)
                                        .subnet(com.pulumi.azurenative.eventhub.inputs.SubnetArgs.builder()
                                                .id(subnet)
                                                .build())
                                        .build())
                                .toList())
                        .build(),
                site.child());
    }

    private Resource endpoint(PrivateEndpoint wanted, List<Resource> first) {
        String[] id = wanted.subnetId().split("/", -1);
        String subnet = id[8] + "-" + id[10];
        String networkId = String.join("/", List.of(id).subList(0, 9));
        String name = site.name() + "-endpoint-" + subnet;
        var endpoint = new com.pulumi.azurenative.network.PrivateEndpoint(
                name,
                PrivateEndpointArgs.builder()
                        .resourceGroupName(site.group())
                        .privateEndpointName(shortened(site.plan().azureName() + "-" + subnet))
                        .location(wanted.location().orElse(site.plan().location()))
                        .subnet(com.pulumi.azurenative.network.inputs.SubnetArgs.builder()
                                .id(wanted.subnetId())
                                .build())
                        .privateLinkServiceConnections(PrivateLinkServiceConnectionArgs.builder()
                                .name(subnet)
                                .privateLinkServiceId(namespace.id())
                                .groupIds("namespace")
                                .build())
                        .tags(site.plan().tags())
                        .build(),
                site.childAfter(first));
        Output<String> zone = wanted.privateDnsZoneId().map(Output::of).orElseGet(() -> dns.zoneFor(site, networkId));
        new PrivateDnsZoneGroup(
                name + "-dns",
                PrivateDnsZoneGroupArgs.builder()
                        .resourceGroupName(site.group())
                        .privateEndpointName(endpoint.name())
                        .privateDnsZoneGroupName("default")
                        .privateDnsZoneConfigs(PrivateDnsZoneConfigArgs.builder()
                                .name("servicebus")
                                .privateDnsZoneId(zone)
                                .build())
                        .build(),
                site.child());
        return endpoint;
    }

    /** A name of Azure's length that still differs where the whole one does. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST_ENDPOINT_NAME) {
            return name;
        }
        String mark = Integer.toHexString(name.hashCode());
        return name.substring(0, LONGEST_ENDPOINT_NAME - mark.length() - 1) + "-" + mark;
    }
}
