package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.facts.DataRole;
import dev.spillway.plan.NamespacePlan;
import dev.spillway.plan.StackPlan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An Event Hubs namespace with its hubs and consumer groups, sized from the load and guarded against loss: zone-redundant
 * where the region has zones, inflating in time, protected.
 *
 * <p>Children, by logical name: {@code <name>} the namespace, {@code <name>-<hub>} a hub, {@code <name>-<hub>-<group>} a
 * consumer group, {@code <name>-<hub>-<sender, receiver or owner>-<who>} a right; and, where they are asked for,
 * {@code <name>-network}, {@code <name>-endpoint-<network>-<subnet>}, {@code <name>-dns}, {@code <name>-key-identity},
 * {@code <name>-rule-<rule>}, {@code <name>-schemas-<group>}, {@code <name>-clients-<group>}, {@code <name>-diagnostics},
 * {@code <name>-cluster}; with Capture {@code <name>-capture} and {@code <name>-<hub>-capture}. These names are part of the
 * contract.
 */
public final class EventHubsNamespace extends Component {
    public static final String TYPE = "spillway:index:EventHubsNamespace";

    private final Output<String> id;
    private final Output<String> namespaceName;
    private final Output<String> fullyQualifiedNamespace;
    private final Output<Map<String, Integer>> partitionCounts;
    private final Output<Map<String, Map<String, String>>> effectiveSettings;
    private final Output<Map<String, Object>> lossForecast;
    private final Map<String, Output<?>> recovery;
    private final StackPlan stackPlan;
    private final NamespacePlan plan;
    private final NamespaceSite site;
    private final NamespaceResource namespace;
    private final List<HubResources> hubs;
    private final PrivateDns dns;

    public EventHubsNamespace(String name, EventHubsNamespaceArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.stackPlan = args.stackPlan(name, this);
        this.plan = stackPlan.namespace(name);
        PartitionNotice.refuse(plan.refusals());
        CapacityNotice.of(plan).ifPresent(notice -> notice.tell(this));
        PartitionNotice.tell(plan, this);
        this.site = new NamespaceSite(this, name, group(args), plan);
        this.dns = args.dns();
        Optional<CaptureStore> captured = CaptureStore.declare(site);
        this.namespace = NamespaceResource.of(site, captured);
        this.hubs = plan.hubs().stream()
                .map(hub -> HubResources.declare(site, namespace, hub, captured))
                .toList();
        NamespaceContent.declare(site, namespace);
        Optional<EventHubsGeoDisasterRecoveryPair> pair = plan.pairing().map(recovery -> pair(name));
        // A primary with a private endpoint wants a secondary that has one already.
        NamespaceNetwork.declare(
                site,
                namespace,
                dns,
                pair.map(EventHubsGeoDisasterRecoveryPair::endpoints).orElse(List.of()));
        Map<String, Integer> partitions = new TreeMap<>();
        plan.hubs()
                .forEach(hub -> partitions.put(hub.name(), hub.partitionCount().value()));
        this.recovery = pair.map(EventHubsGeoDisasterRecoveryPair::outputs).orElse(Map.of());
        this.id = namespace.id();
        this.namespaceName = namespace.name();
        this.fullyQualifiedNamespace = Output.of(plan.fullyQualifiedNamespace());
        this.partitionCounts = Output.of(partitions);
        this.effectiveSettings = Output.of(EffectiveSettings.of(stackPlan.settingsOf(plan)));
        this.lossForecast = Output.of(EffectiveSettings.loss(stackPlan.lossSummary(plan)));
        registerOutputs(outputs());
    }

    /** Everything that it publishes, by name. */
    public Map<String, Output<?>> outputs() {
        Map<String, Output<?>> all = new TreeMap<>(Map.of(
                "id", id,
                "namespaceName", namespaceName,
                "fullyQualifiedNamespace", fullyQualifiedNamespace,
                "partitionCounts", partitionCounts,
                "hubIds", hubIds(),
                "effectiveSettings", effectiveSettings,
                "lossForecast", lossForecast));
        if (!recovery.isEmpty()) {
            all.put("breakPairCommand", breakPairCommand().orElseThrow());
            all.put("failoverCommand", Objects.requireNonNull(recovery.get("failoverCommand")));
        }
        return all;
    }

    /** Azure's resource ids of the hubs, by name. */
    public Output<Map<String, String>> hubIds() {
        Output<Map<String, String>> ids = Output.of(Map.of());
        for (int at = 0; at < hubs.size(); at++) {
            String hub = plan.hubs().get(at).name();
            ids = Output.tuple(ids, hubs.get(at).id()).applyValue(both -> {
                Map<String, String> more = new TreeMap<>(both.t1);
                more.put(hub, both.t2);
                return more;
            });
        }
        return ids;
    }

    /** The other namespace of its pair; empty where there is none. */
    @SuppressWarnings("unchecked") // a pair publishes ids as text
    Optional<Output<String>> secondaryId() {
        return Optional.ofNullable((Output<String>) recovery.get("secondaryId"));
    }

    /** What an operator runs before a paired namespace can be deleted; empty where there is no pair. */
    @SuppressWarnings("unchecked") // a pair publishes its commands as text
    public Optional<Output<String>> breakPairCommand() {
        return Optional.ofNullable((Output<String>) recovery.get("breakPairCommand"));
    }

    /**
     * Lets an identity send into a hub, for identities that the same program declares.
     *
     * @param who what it is called in logical names, such as the name of its workload
     */
    public Resource grantSender(String who, String hub, Output<String> principalId) {
        return grant(DataRole.EVENT_HUBS_SENDER, "sender-" + who, hub, principalId);
    }

    /** Lets an identity read from a hub, in the way of {@link #grantSender}. */
    public Resource grantReceiver(String who, String hub, Output<String> principalId) {
        return grant(DataRole.EVENT_HUBS_RECEIVER, "receiver-" + who, hub, principalId);
    }

    private Resource grant(DataRole role, String who, String hub, Output<String> principalId) {
        int at = plan.hubs().indexOf(plan.hub(hub));
        return Grant.of(role, plan.azureName() + "/" + hub)
                .at(hubs.get(at).id())
                .to(principalId)
                .declare(site.name() + "-" + hub + "-" + who, site.child());
    }

    /** Azure's resource id of the namespace. */
    public Output<String> id() {
        return id;
    }

    public Output<String> namespaceName() {
        return namespaceName;
    }

    /** The host that clients connect to, {@code <name>.servicebus.windows.net}. */
    public Output<String> fullyQualifiedNamespace() {
        return fullyQualifiedNamespace;
    }

    /** Partitions by hub. */
    public Output<Map<String, Integer>> partitionCounts() {
        return partitionCounts;
    }

    /** Every setting as {@code {value, unit, source, reason}}, by its key in {@code stack.yaml}. */
    public Output<Map<String, Map<String, String>>> effectiveSettings() {
        return effectiveSettings;
    }

    /**
     * {@code lostEvents}, {@code lossPercent} and {@code decidedBy} for the declared load; {@code computable} is false where the
     * load is not known.
     */
    public Output<Map<String, Object>> lossForecast() {
        return lossForecast;
    }

    StackPlan stackPlan() {
        return stackPlan;
    }

    NamespacePlan plan() {
        return plan;
    }

    /** The group that it lies in. */
    Output<String> resourceGroupName() {
        return site.group();
    }

    /** Azure's resource id of a hub, by its name. */
    Output<String> hubId(String hub) {
        for (int i = 0; i < hubs.size(); i++) {
            if (plan.hubs().get(i).name().equals(hub)) {
                return hubs.get(i).id();
            }
        }
        throw new IllegalArgumentException("no hub " + hub + " in " + plan.name());
    }

    NamespaceSite site() {
        return site;
    }

    NamespaceResource namespace() {
        return namespace;
    }

    List<HubResources> hubs() {
        return hubs;
    }

    PrivateDns dns() {
        return dns;
    }

    /** Somebody else's namespace lies in somebody else's group. */
    private Output<String> group(EventHubsNamespaceArgs args) {
        return plan.options().existingGroup().map(Output::of).orElseGet(args::resourceGroupName);
    }

    private EventHubsGeoDisasterRecoveryPair pair(String name) {
        return new EventHubsGeoDisasterRecoveryPair(
                name,
                new EventHubsGeoDisasterRecoveryPairArgs(site, namespace, hubs, dns),
                ComponentResourceOptions.builder().parent(this).build());
    }
}
