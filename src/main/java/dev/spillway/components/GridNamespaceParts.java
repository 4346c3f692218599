package dev.spillway.components;

import com.pulumi.azurenative.authorization.RoleAssignment;
import com.pulumi.azurenative.eventgrid.Namespace;
import com.pulumi.azurenative.eventgrid.NamespaceArgs;
import com.pulumi.azurenative.eventgrid.NamespaceTopic;
import com.pulumi.azurenative.eventgrid.NamespaceTopicArgs;
import com.pulumi.azurenative.eventgrid.NamespaceTopicEventSubscription;
import com.pulumi.azurenative.eventgrid.NamespaceTopicEventSubscriptionArgs;
import com.pulumi.azurenative.eventgrid.inputs.DeliveryConfigurationArgs;
import com.pulumi.azurenative.eventgrid.inputs.FiltersConfigurationArgs;
import com.pulumi.azurenative.eventgrid.inputs.IdentityInfoArgs;
import com.pulumi.azurenative.eventgrid.inputs.NamespaceSkuArgs;
import com.pulumi.azurenative.eventgrid.inputs.QueueInfoArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.components.EventGridArgs.GridScope;
import dev.spillway.components.GridDeadLetters.DeadLetterTarget;
import dev.spillway.facts.DataRole;
import dev.spillway.facts.EventSchema;
import dev.spillway.model.GridNetworkSpec;
import dev.spillway.plan.EventGridPlan;
import dev.spillway.plan.GridNamespacePlan;
import dev.spillway.plan.GridNamespacePlan.NamespaceSubscriptionPlan;
import dev.spillway.plan.GridNamespacePlan.TopicPlan;
import dev.spillway.plan.MonitoredResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Declares a namespace of Event Grid with everything that hangs on it. */
final class GridNamespaceParts {
    private static final String TYPE = "Microsoft.EventGrid/namespaces";
    private static final Map<String, String> WATCHED = Map.of(
            "dead-lettered", "SuccessfulDeadLetteredEvents",
            "dropped", "DroppedEvents",
            "not-dead-lettered", "FailedDeadLetteredEvents");

    private final String name;
    private final GridScope scope;
    private final GridNamespacePlan plan;
    private final Namespace namespace;
    private final Output<String> principalId;
    private final GridDeadLetters deadLetters;
    private final Map<String, Output<String>> topicIds = new TreeMap<>();
    private final Map<String, Output<String>> subscriptionIds = new TreeMap<>();

    GridNamespaceParts(String name, GridScope scope, GridNamespacePlan plan) {
        this.name = name;
        this.scope = scope;
        this.plan = plan;
        MqttParts mqtt = new MqttParts(name, scope, plan);
        this.namespace = namespace(mqtt);
        this.principalId = GridSource.principal(namespace, namespace.identity());
        this.deadLetters = new GridDeadLetters(name, scope, plan.store(), Optional.of(principalId), plan.protect());
        plan.topics().forEach(this::topic);
        mqtt.declare(namespace.name(), principalId);
        surroundings();
    }

    private Namespace namespace(MqttParts mqtt) {
        NamespaceArgs.Builder args = NamespaceArgs.builder()
                .resourceGroupName(scope.resourceGroupName())
                .namespaceName(plan.azureName())
                .location(plan.location())
                .sku(NamespaceSkuArgs.builder()
                        .name("Standard")
                        .capacity(plan.capacityUnits().value())
                        .build())
                .identity(IdentityInfoArgs.builder().type("SystemAssigned").build())
                .minimumTlsVersionAllowed("1.2")
                .publicNetworkAccess(GridSurroundings.access(network()))
                .inboundIpRules(GridSurroundings.rules(network()))
                .tags(plan.tags());
        if (plan.zoneRedundant().value()) {
            // Where a region has no zones the flag is left to the service.
            args.isZoneRedundant(true);
        }
        mqtt.configuration().ifPresent(args::topicSpacesConfiguration);
        return new Namespace(name, args.build(), stateful());
    }

    private void topic(TopicPlan topic) {
        String child = name + "-" + topic.spec().name();
        NamespaceTopic declared = new NamespaceTopic(
                child,
                NamespaceTopicArgs.builder()
                        .resourceGroupName(scope.resourceGroupName())
                        .namespaceName(namespace.name())
                        .topicName(topic.spec().name())
                        .inputSchema(EventSchema.CLOUD_EVENTS.azureName())
                        .publisherType("Custom")
                        .eventRetentionInDays(topic.retentionDays().value())
                        .build(),
                stateful());
        topicIds.put(topic.spec().name(), declared.id());
        topic.subscriptions().forEach(one -> subscription(child, topic.spec().name(), declared, one));
    }

    private void subscription(String topic, String topicName, NamespaceTopic declared, NamespaceSubscriptionPlan one) {
        String child = topic + "-" + one.spec().name();
        List<RoleAssignment> rights = new ArrayList<>();
        Optional<DeadLetterTarget> deadLetter = one.spec()
                .deadLetter()
                .map(wanted ->
                        deadLetters.target(wanted, one.deadLetterContainer().orElseThrow()));
        deadLetter.flatMap(DeadLetterTarget::right).ifPresent(rights::add);
        Optional<DataRole> sender =
                one.spec().pushTo().flatMap(destination -> destination.type().sender());
        sender.ifPresent(role -> rights.add(GridRoles.grant(
                child + "-delivery",
                role,
                principalId,
                Output.of(one.spec().pushTo().orElseThrow().resourceId().orElse("")),
                scope.parent())));
        Output<String> azureName = GridRoles.afterwards(one.spec().name(), rights, scope.patience());
        CustomResourceOptions options = CustomResourceOptions.builder()
                .parent(scope.parent())
                .dependsOn(List.copyOf(rights))
                .build();
        String id = topicName + "/" + one.spec().name();
        if (one.spec().pushTo().isPresent()) {
            subscriptionIds.put(
                    id,
                    PushSubscription.declare(
                            child, scope, namespace.name(), declared, azureName, one, deadLetter, options));
            return;
        }
        subscriptionIds.put(id, queue(child, declared, azureName, one, deadLetter, options));
    }

    private Output<String> queue(
            String child,
            NamespaceTopic declared,
            Output<String> azureName,
            NamespaceSubscriptionPlan one,
            Optional<DeadLetterTarget> deadLetter,
            CustomResourceOptions options) {
        QueueInfoArgs.Builder queue = QueueInfoArgs.builder()
                .maxDeliveryCount(one.maxDeliveryCount().value())
                .receiveLockDurationInSeconds(one.receiveLockSeconds().value())
                .eventTimeToLive(PushSubscription.iso(one.timeToLive().value()));
        deadLetter.map(DeadLetterTarget::withIdentity).ifPresent(queue::deadLetterDestinationWithResourceIdentity);
        NamespaceTopicEventSubscriptionArgs.Builder args = NamespaceTopicEventSubscriptionArgs.builder()
                .resourceGroupName(scope.resourceGroupName())
                .namespaceName(namespace.name())
                .topicName(declared.name())
                .eventSubscriptionName(azureName)
                .eventDeliverySchema(EventSchema.CLOUD_EVENTS.azureName())
                .deliveryConfiguration(DeliveryConfigurationArgs.builder()
                        .deliveryMode("Queue")
                        .queue(queue.build())
                        .build());
        if (!one.spec().includedEventTypes().isEmpty()) {
            args.filtersConfiguration(FiltersConfigurationArgs.builder()
                    .includedEventTypes(one.spec().includedEventTypes())
                    .build());
        }
        return new NamespaceTopicEventSubscription(child, args.build(), options).id();
    }

    private void surroundings() {
        GridSurroundings around = new GridSurroundings(name, plan.azureName(), scope, namespace.id());
        around.privateEndpoints(network(), plan.location(), "topic");
        around.publishers(plan.spec().publisherPrincipalIds());
        around.logs(plan.spec().watch());
        if (!plan.topics().isEmpty()) {
            around.alerts(plan.spec().watch(), TYPE, WATCHED);
        }
    }

    private GridNetworkSpec network() {
        return plan.spec().network();
    }

    private CustomResourceOptions stateful() {
        return CustomResourceOptions.builder()
                .parent(scope.parent())
                .protect(plan.protect())
                .build();
    }

    Output<String> id() {
        return namespace.id();
    }

    /** The host that publishers and pulling receivers talk to. */
    Output<String> host() {
        return namespace.id().applyValue(any -> host(plan.azureName(), plan.location()));
    }

    /** Documented by Azure: name, region, a number, and the name of the service. */
    static String host(String azureName, String location) {
        return azureName + "." + location + "-1.eventgrid.azure.net";
    }

    /** The namespace and its account of dead letters, to be watched. */
    Map<MonitoredResource, Output<String>> watched() {
        boolean hasOwnLogs = plan.spec().watch().workspaceId().isPresent();
        Map<MonitoredResource, Output<String>> watched = new LinkedHashMap<>();
        watched.put(
                new MonitoredResource(MonitoredResource.Kind.EVENT_GRID_NAMESPACE, name, plan.azureName(), hasOwnLogs),
                namespace.id());
        watched.putAll(deadLetters.watched());
        return watched;
    }

    /** What the component publishes, by name. */
    Map<String, Output<?>> outputs() {
        Map<String, Output<?>> outputs = new TreeMap<>();
        outputs.put("id", namespace.id());
        outputs.put("name", namespace.name());
        outputs.put("host", host());
        outputs.put("healthUrl", host().applyValue(GridClientSettings::healthUrl));
        outputs.put("principalId", principalId);
        outputs.put("topicIds", GridSource.together(topicIds));
        outputs.put("subscriptionIds", GridSource.together(subscriptionIds));
        outputs.put("deadLetterContainerUrls", GridSource.together(deadLetters.containerUrls()));
        outputs.put("clientSettings", GridClientSettings.of(List.of(host().applyValue(host -> "https://" + host))));
        outputs.put("effectiveSettings", Output.of(EffectiveSettings.of(EventGridPlan.settingsOf(plan))));
        return outputs;
    }
}
