package dev.spillway.components;

import com.pulumi.azurenative.eventhub.DisasterRecoveryConfig;
import com.pulumi.azurenative.eventhub.DisasterRecoveryConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.model.DisasterRecoverySpec;
import dev.spillway.plan.HubPlan;
import dev.spillway.plan.NamespacePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two namespaces behind one alias: an equal, empty one in another region, to which the service copies hubs, consumer groups
 * and keys, and never an event.
 *
 * <p>Order of creation: the secondary with its network, then, when all hubs of the primary are there, the alias, then the rights
 * on the copied hubs. Deletion goes the other way, and Azure refuses it until the pairing is broken by hand:
 * {@link #breakPairCommand()}.
 *
 * <p>Children, by logical name: {@code <name>-secondary} and what hangs on it, {@code <name>-alias}. These names are part of the
 * contract.
 */
public final class EventHubsGeoDisasterRecoveryPair extends Component {
    public static final String TYPE = "spillway:index:EventHubsGeoDisasterRecoveryPair";

    private final Output<String> aliasId;
    private final Output<String> aliasFullyQualifiedNamespace;
    private final Output<String> primaryId;
    private final Output<String> secondaryId;
    private final Output<String> failoverCommand;
    private final Output<String> breakPairCommand;
    private final Output<List<String>> afterFailover;
    private final List<Resource> endpoints;

    public EventHubsGeoDisasterRecoveryPair(
            String name, EventHubsGeoDisasterRecoveryPairArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        NamespacePlan primary = args.primary().plan();
        DisasterRecoverySpec recovery = primary.pairing().orElseThrow();
        NamespaceSite there =
                new NamespaceSite(this, name + "-secondary", args.primary().group(), primary.secondary());
        NamespaceResource secondary = NamespaceResource.of(there, Optional.empty());
        this.endpoints = NamespaceNetwork.declare(there, secondary, args.dns(), List.of());
        NamespaceContent.declare(there, secondary);
        DisasterRecoveryConfig alias = alias(name, args, there, secondary, recovery);
        rights(primary, there, secondary, alias);
        this.aliasId = alias.id();
        this.aliasFullyQualifiedNamespace = Output.of(primary.fullyQualifiedNamespace());
        this.primaryId = args.namespace().id();
        this.secondaryId = secondary.id();
        RecoveryCommands commands =
                new RecoveryCommands(primary, recovery.aliasName().orElseThrow());
        this.failoverCommand = args.primary().group().applyValue(commands::failOver);
        this.breakPairCommand = args.primary().group().applyValue(commands::breakPair);
        this.afterFailover = Output.of(commands.afterFailover());
        registerOutputs(outputs());
    }

    /** Everything that it publishes, by name. */
    public Map<String, Output<?>> outputs() {
        return Map.of(
                "aliasId", aliasId,
                "aliasFullyQualifiedNamespace", aliasFullyQualifiedNamespace,
                "primaryId", primaryId,
                "secondaryId", secondaryId,
                "failoverCommand", failoverCommand,
                "breakPairCommand", breakPairCommand,
                "afterFailover", afterFailover);
    }

    /** Azure's resource id of the alias. */
    public Output<String> aliasId() {
        return aliasId;
    }

    /** The host that clients use for whichever namespace is the primary. */
    public Output<String> aliasFullyQualifiedNamespace() {
        return aliasFullyQualifiedNamespace;
    }

    /** Azure's resource id of the namespace that takes events until a failover. */
    public Output<String> primaryId() {
        return primaryId;
    }

    /** Azure's resource id of the namespace that takes events after a failover. */
    public Output<String> secondaryId() {
        return secondaryId;
    }

    /** What an operator runs to fail over; it goes one way and cannot be taken back. */
    public Output<String> failoverCommand() {
        return failoverCommand;
    }

    /** What an operator runs before either namespace can be deleted. */
    public Output<String> breakPairCommand() {
        return breakPairCommand;
    }

    /** What is to be done after a failover, in order: above all about checkpoints. */
    public Output<List<String>> afterFailover() {
        return afterFailover;
    }

    /** The ways into the secondary, which have to be there before those into the primary. */
    List<Resource> endpoints() {
        return endpoints;
    }

    private static DisasterRecoveryConfig alias(
            String name,
            EventHubsGeoDisasterRecoveryPairArgs args,
            NamespaceSite there,
            NamespaceResource secondary,
            DisasterRecoverySpec recovery) {
        List<Resource> first = new ArrayList<>();
        args.hubs().forEach(hub -> first.addAll(hub.declared()));
        return new DisasterRecoveryConfig(
                name + "-alias",
                DisasterRecoveryConfigArgs.builder()
                        .resourceGroupName(args.primary().group())
                        .namespaceName(args.namespace().name())
                        .alias(recovery.aliasName().orElseThrow())
                        .partnerNamespace(secondary.id())
                        .build(),
                there.statefulAfter(first));
    }

    /** Rights are not copied. They wait for the alias, because the hubs that they are for come with it. */
    private static void rights(
            NamespacePlan primary, NamespaceSite there, NamespaceResource secondary, DisasterRecoveryConfig alias) {
        for (HubPlan hub : primary.hubs()) {
            Output<String> copy = secondary.id().applyValue(of -> of + "/eventhubs/" + hub.name());
            HubResources.rights(there, hub, copy, List.of(alias));
        }
    }
}
