package dev.spillway.components;

import com.pulumi.azurenative.eventhub.ConsumerGroup;
import com.pulumi.azurenative.eventhub.ConsumerGroupArgs;
import com.pulumi.azurenative.eventhub.EventHub;
import com.pulumi.azurenative.eventhub.EventHubArgs;
import com.pulumi.azurenative.eventhub.Namespace;
import com.pulumi.azurenative.eventhub.NamespaceArgs;
import com.pulumi.azurenative.eventhub.enums.ManagedServiceIdentityType;
import com.pulumi.azurenative.eventhub.inputs.IdentityArgs;
import com.pulumi.azurenative.eventhub.inputs.RetentionDescriptionArgs;
import com.pulumi.azurenative.eventhub.inputs.SkuArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.plan.CapturePlan;
import dev.spillway.plan.HubPlan;
import dev.spillway.plan.NamespacePlan;
import dev.spillway.plan.StackPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An Event Hubs namespace with its hubs and consumer groups, sized from the load and guarded against loss: zone-redundant
 * where the region has zones, inflating in time, protected.
 *
 * <p>Children, by logical name: {@code <name>} the namespace, {@code <name>-<hub>} a hub, {@code <name>-<hub>-<group>} a
 * consumer group; with Capture {@code <name>-capture} the storage account and the identity that writes, {@code
 * <name>-<hub>-capture} a container and the right to write into it. These names are part of the contract.
 */
public final class EventHubsNamespace extends ComponentResource {
    public static final String TYPE = "spillway:index:EventHubsNamespace";

    private final Output<String> id;
    private final Output<String> namespaceName;
    private final Output<String> fullyQualifiedNamespace;
    private final Output<Map<String, Integer>> partitionCounts;
    private final Output<Map<String, Map<String, String>>> effectiveSettings;
    private final Output<Map<String, Object>> lossForecast;
    private final StackPlan stackPlan;
    private final NamespacePlan plan;

    public EventHubsNamespace(String name, EventHubsNamespaceArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.stackPlan = args.stackPlan(name, this);
        this.plan = stackPlan.namespace(name);
        PartitionNotice.refuse(plan.refusals());
        CapacityNotice.of(plan).ifPresent(notice -> notice.tell(this));
        PartitionNotice.tell(plan, this);
        Optional<CaptureStore> captured = CaptureStore.declare(this, name, args.resourceGroupName(), plan);
        Namespace namespace = declareNamespace(name, args, captured);
        Map<String, Integer> partitions = new TreeMap<>();
        for (HubPlan hub : plan.hubs()) {
            declareHub(name + "-" + hub.name(), hub, namespace, args, captured);
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

    private Namespace declareNamespace(String name, EventHubsNamespaceArgs args, Optional<CaptureStore> captured) {
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
        captured.flatMap(CaptureStore::identityId)
                .ifPresent(identity -> namespace.identity(IdentityArgs.builder()
                        .type(ManagedServiceIdentityType.UserAssigned)
                        .userAssignedIdentities(identity.applyValue(List::of))
                        .build()));
        return new Namespace(name, namespace.build(), statefulAfter(captured));
    }

    private void declareHub(
            String name,
            HubPlan plan,
            Namespace namespace,
            EventHubsNamespaceArgs args,
            Optional<CaptureStore> captured) {
        Output<String> hub = hub(name, plan, namespace, args, captured);
        for (String group : plan.consumerGroups()) {
            new ConsumerGroup(
                    name + "-" + group,
                    ConsumerGroupArgs.builder()
                            .resourceGroupName(args.resourceGroupName())
                            .namespaceName(namespace.name())
                            .eventHubName(hub)
                            .consumerGroupName(group)
                            .build(),
                    CustomResourceOptions.builder().parent(this).build());
        }
    }

    private Output<String> hub(
            String name,
            HubPlan plan,
            Namespace namespace,
            EventHubsNamespaceArgs args,
            Optional<CaptureStore> captured) {
        EventHubArgs.Builder hub = EventHubArgs.builder()
                .resourceGroupName(args.resourceGroupName())
                .namespaceName(namespace.name())
                .eventHubName(plan.name())
                .partitionCount(plan.partitionCount().value().doubleValue())
                .retentionDescription(RetentionDescriptionArgs.builder()
                        .cleanupPolicy("Delete")
                        .retentionTimeInHours((double) plan.retention().value().toHours())
                        .build());
        CustomResourceOptions options = statefulAfter(plan.capture().flatMap(any -> captured));
        if (plan.capture().filter(CapturePlan::byIdentity).isPresent()) {
            return CapturedHub.declare(name, hub.build(), plan.capture().get(), captured.orElseThrow(), options)
                    .name();
        }
        plan.capture().ifPresent(capture -> hub.captureDescription(CapturedHub.byKey(capture, captured.orElseThrow())));
        return new EventHub(
                        name,
                        hub.build(),
                        CustomResourceOptions.merge(
                                options,
                                CustomResourceOptions.builder()
                                        .aliases(CapturedHub.formerly())
                                        .build()))
                .name();
    }

    /** Holds events, and is not there before its files can be written. */
    private CustomResourceOptions statefulAfter(Optional<CaptureStore> captured) {
        return CustomResourceOptions.builder()
                .parent(this)
                .protect(plan.protect().value())
                .dependsOn(captured.map(CaptureStore::ready).orElse(List.of()))
                .build();
    }
}
