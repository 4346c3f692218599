package dev.spillway.components;

import com.pulumi.azurenative.eventhub.ConsumerGroup;
import com.pulumi.azurenative.eventhub.ConsumerGroupArgs;
import com.pulumi.azurenative.eventhub.EventHub;
import com.pulumi.azurenative.eventhub.EventHubArgs;
import com.pulumi.azurenative.eventhub.Namespace;
import com.pulumi.azurenative.eventhub.NamespaceArgs;
import com.pulumi.azurenative.eventhub.inputs.RetentionDescriptionArgs;
import com.pulumi.azurenative.eventhub.inputs.SkuArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.plan.HubPlan;
import dev.spillway.plan.NamespacePlan;
import dev.spillway.plan.StackPlan;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An Event Hubs namespace with its hubs and consumer groups, sized from the load and guarded against loss: zone-redundant
 * where the region has zones, inflating in time, protected.
 *
 * <p>Children, by logical name: {@code <name>} the namespace, {@code <name>-<hub>} a hub, {@code <name>-<hub>-<group>} a
 * consumer group. These names are part of the contract.
 */
public final class EventHubsNamespace extends ComponentResource {
    public static final String TYPE = "spillway:index:EventHubsNamespace";

    private final Output<String> id;
    private final Output<String> namespaceName;
    private final Output<String> fullyQualifiedNamespace;
    private final Output<Map<String, Integer>> partitionCounts;
    private final Output<Map<String, Map<String, String>>> effectiveSettings;
    private final Output<Map<String, Object>> lossForecast;
    private final Output<String> resourceGroupName;
    private final Map<String, Output<String>> hubIds = new TreeMap<>();
    private final StackPlan stackPlan;
    private final NamespacePlan plan;

    public EventHubsNamespace(String name, EventHubsNamespaceArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.stackPlan = args.stackPlan(name, this);
        this.resourceGroupName = args.resourceGroupName();
        this.plan = stackPlan.namespace(name);
        CapacityNotice.of(plan).ifPresent(notice -> notice.tell(this));
        Namespace namespace = declareNamespace(name, args);
        Map<String, Integer> partitions = new TreeMap<>();
        for (HubPlan hub : plan.hubs()) {
            declareHub(name + "-" + hub.name(), hub, namespace, args);
            partitions.put(hub.name(), hub.partitionCount().value());
        }
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
        return Map.of(
                "id", id,
                "namespaceName", namespaceName,
                "fullyQualifiedNamespace", fullyQualifiedNamespace,
                "partitionCounts", partitionCounts,
                "effectiveSettings", effectiveSettings,
                "lossForecast", lossForecast);
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

    Output<String> resourceGroupName() {
        return resourceGroupName;
    }

    /** Azure's resource id of a hub, by its name. */
    Output<String> hubId(String hub) {
        return Objects.requireNonNull(hubIds.get(hub), hub);
    }

    private Namespace declareNamespace(String name, EventHubsNamespaceArgs args) {
        NamespaceArgs.Builder namespace = NamespaceArgs.builder()
                .resourceGroupName(args.resourceGroupName())
                .namespaceName(plan.azureName())
                .location(plan.location())
                .sku(SkuArgs.builder()
                        .name(plan.tierName())
                        .tier(plan.tierName())
                        .capacity(plan.throughputUnits().value())
                        .build())
                .isAutoInflateEnabled(plan.autoInflate().value())
                .kafkaEnabled(true)
                .minimumTlsVersion("1.2")
                .tags(plan.tags());
        if (plan.autoInflate().value()) {
            // Azure refuses a ceiling while inflate is off.
            namespace.maximumThroughputUnits(plan.maximumThroughputUnits().value());
        }
        if (plan.zoneRedundant().value()) {
            // Where a region has no zones the flag is left to the service.
            namespace.zoneRedundant(true);
        }
        return new Namespace(name, namespace.build(), stateful());
    }

    private void declareHub(String name, HubPlan plan, Namespace namespace, EventHubsNamespaceArgs args) {
        EventHub hub = new EventHub(
                name,
                EventHubArgs.builder()
                        .resourceGroupName(args.resourceGroupName())
                        .namespaceName(namespace.name())
                        .eventHubName(plan.name())
                        .partitionCount(plan.partitionCount().value().doubleValue())
                        .retentionDescription(RetentionDescriptionArgs.builder()
                                .cleanupPolicy("Delete")
                                .retentionTimeInHours(
                                        (double) plan.retention().value().toHours())
                                .build())
                        .build(),
                stateful());
        hubIds.put(plan.name(), hub.id());
        for (String group : plan.consumerGroups()) {
            new ConsumerGroup(
                    name + "-" + group,
                    ConsumerGroupArgs.builder()
                            .resourceGroupName(args.resourceGroupName())
                            .namespaceName(namespace.name())
                            .eventHubName(hub.name())
                            .consumerGroupName(group)
                            .build(),
                    CustomResourceOptions.builder().parent(this).build());
        }
    }

    private CustomResourceOptions stateful() {
        return CustomResourceOptions.builder()
                .parent(this)
                .protect(plan.protect().value())
                .build();
    }
}
