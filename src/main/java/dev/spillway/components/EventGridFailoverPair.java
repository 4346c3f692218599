package dev.spillway.components;

import com.pulumi.azurenative.network.Profile;
import com.pulumi.azurenative.network.ProfileArgs;
import com.pulumi.azurenative.network.inputs.DnsConfigArgs;
import com.pulumi.azurenative.network.inputs.EndpointArgs;
import com.pulumi.azurenative.network.inputs.MonitorConfigArgs;
import com.pulumi.azurenative.network.inputs.MonitorConfigExpectedStatusCodeRangesArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.components.EventGridArgs.GridScope;
import dev.spillway.facts.GridKind;
import dev.spillway.model.FailoverMode;
import dev.spillway.model.GridNamespaceSpec.Concierge;
import dev.spillway.plan.EventGridPlan;
import dev.spillway.plan.FailoverTiming;
import dev.spillway.plan.GridNamespacePlan;
import dev.spillway.plan.GridPairPlan;
import dev.spillway.plan.GridSourcePlan;
import dev.spillway.plan.MonitoredResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One description of a topic, a domain or a namespace in two regions, for publishers that fail over by themselves: both are
 * made from the same plan, so that they cannot differ when they are made, and the rule EG-029 finds where they were changed
 * later.
 *
 * <p>Children, by logical name: {@code <name>-primary} and {@code <name>-secondary}, each a component with its own dead letters,
 * and for a concierge {@code <name>-concierge}, a Traffic Manager profile. These names are part of the contract.
 */
public final class EventGridFailoverPair extends Component implements EventGridComponent {
    public static final String TYPE = "spillway:index:EventGridFailoverPair";

    private static final int HTTPS = 443;
    private static final double SHORTEST_NAME_SECONDS = 30;

    private final GridPairPlan plan;
    private final Map<String, Output<String>> idByLocation = new LinkedHashMap<>();
    private final Map<MonitoredResource, Output<String>> watched = new LinkedHashMap<>();
    private final List<Output<String>> endpoints;
    private final List<Output<String>> healthUrls;
    private Output<String> conciergeHost = Output.of("");

    public EventGridFailoverPair(String name, EventGridArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        GridScope scope = args.scope(name, this);
        this.plan = scope.plan().pair(name);
        this.endpoints = new java.util.ArrayList<>();
        this.healthUrls = new java.util.ArrayList<>();
        ComponentResourceOptions child =
                ComponentResourceOptions.builder().parent(this).build();
        for (int at = 0; at < plan.sources().size(); at++) {
            declare(name + role(at), scope, plan.sources().get(at), child);
        }
        for (int at = 0; at < plan.namespaces().size(); at++) {
            declare(name + role(at), scope, plan.namespaces().get(at), child);
        }
        plan.concierge().ifPresent(concierge -> this.conciergeHost = profile(name, scope, concierge));
        registerOutputs(outputs());
    }

    private static String role(int at) {
        return at == 0 ? "-primary" : "-secondary";
    }

    private void declare(String name, GridScope scope, GridSourcePlan source, ComponentResourceOptions options) {
        if (plan.kind() == GridKind.DOMAIN) {
            EventGridDomain domain = new EventGridDomain(name, scope, source, options);
            remember(source.location(), domain.id(), domain.endpoint(), domain.healthUrl());
            watched.putAll(domain.watched());
        } else {
            EventGridTopic topic = new EventGridTopic(name, scope, source, options);
            remember(source.location(), topic.id(), topic.endpoint(), topic.healthUrl());
            watched.putAll(topic.watched());
        }
    }

    private void declare(String name, GridScope scope, GridNamespacePlan source, ComponentResourceOptions options) {
        EventGridNamespace namespace = new EventGridNamespace(name, scope, source, options);
        Output<String> endpoint = namespace.host().applyValue(host -> "https://" + host);
        remember(source.location(), namespace.id(), endpoint, endpoint.applyValue(GridClientSettings::healthUrl));
        watched.putAll(namespace.watched());
    }

    private void remember(String location, Output<String> id, Output<String> endpoint, Output<String> healthUrl) {
        idByLocation.put(location, id);
        endpoints.add(endpoint);
        healthUrls.add(healthUrl);
    }

    /**
     * Looks after the two concierges. Nobody publishes through its name: the certificate of a namespace does not know it, and
     * the connection would be refused.
     */
    private Output<String> profile(String name, GridScope scope, Concierge concierge) {
        FailoverTiming timing = plan.timing();
        Profile profile = new Profile(
                name + "-concierge",
                ProfileArgs.builder()
                        .resourceGroupName(scope.resourceGroupName())
                        .profileName(concierge.dnsName())
                        .location("global")
                        .profileStatus("Enabled")
                        .trafficRoutingMethod(plan.mode() == FailoverMode.ACTIVE_ACTIVE ? "Performance" : "Priority")
                        .dnsConfig(DnsConfigArgs.builder()
                                .relativeName(concierge.dnsName())
                                .ttl(SHORTEST_NAME_SECONDS)
                                .build())
                        .monitorConfig(MonitorConfigArgs.builder()
                                .protocol("HTTPS")
                                .port((double) HTTPS)
                                .path(FailoverTiming.PROBE_PATH)
                                .intervalInSeconds(
                                        (double) timing.probeInterval().toSeconds())
                                .timeoutInSeconds((double) timing.probeTimeout().toSeconds())
                                .toleratedNumberOfFailures((double) timing.failuresToLeave())
                                .expectedStatusCodeRanges(MonitorConfigExpectedStatusCodeRangesArgs.builder()
                                        .min(FailoverTiming.HEALTHY_STATUS)
                                        .max(FailoverTiming.HEALTHY_STATUS)
                                        .build())
                                .build())
                        .endpoints(
                                endpoint("primary", concierge.primaryHost(), 1, 0),
                                endpoint("secondary", concierge.secondaryHost(), 2, 1))
                        .tags(scope.stack().tags())
                        .build(),
                CustomResourceOptions.builder().parent(this).build());
        return profile.name().applyValue(any -> concierge.dnsName() + ".trafficmanager.net");
    }

    private EndpointArgs endpoint(String name, String host, double priority, int at) {
        return EndpointArgs.builder()
                .name(name)
                .type("Microsoft.Network/trafficManagerProfiles/externalEndpoints")
                .target(host)
                .endpointLocation(plan.namespaces().get(at).location())
                .endpointStatus("Enabled")
                .priority(priority)
                .build();
    }

    /** Everything that it publishes, by name. */
    @Override
    public Map<String, Output<?>> outputs() {
        Map<String, Output<?>> outputs = new TreeMap<>();
        outputs.put("endpoints", Output.all(endpoints));
        outputs.put("healthUrls", Output.all(healthUrls));
        outputs.put("conciergeHost", conciergeHost);
        outputs.put("clientSettings", GridClientSettings.of(endpoints, plan.mode(), plan.timing()));
        outputs.put("effectiveSettings", Output.of(EffectiveSettings.of(EventGridPlan.settingsOf(plan))));
        return outputs;
    }

    /** Where events are published to, the better one first. */
    public Output<List<String>> endpoints() {
        return Output.all(endpoints);
    }

    /** The name behind which the concierges are; empty where there is none. */
    public Output<String> conciergeHost() {
        return conciergeHost;
    }

    /** What there is to watch in both regions, with Azure's id of each. */
    @Override
    public Map<MonitoredResource, Output<String>> watched() {
        return watched;
    }

    GridKind kind() {
        return plan.kind();
    }

    /** The resource in each region, by region. */
    Map<String, Output<String>> idByLocation() {
        return idByLocation;
    }
}
