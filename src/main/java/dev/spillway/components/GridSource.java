package dev.spillway.components;

import com.pulumi.azurenative.eventgrid.Domain;
import com.pulumi.azurenative.eventgrid.DomainArgs;
import com.pulumi.azurenative.eventgrid.DomainTopic;
import com.pulumi.azurenative.eventgrid.DomainTopicArgs;
import com.pulumi.azurenative.eventgrid.SystemTopic;
import com.pulumi.azurenative.eventgrid.SystemTopicArgs;
import com.pulumi.azurenative.eventgrid.Topic;
import com.pulumi.azurenative.eventgrid.TopicArgs;
import com.pulumi.azurenative.eventgrid.inputs.IdentityInfoArgs;
import com.pulumi.azurenative.eventgrid.outputs.IdentityInfoResponse;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.components.EventGridArgs.GridScope;
import dev.spillway.facts.EventSchema;
import dev.spillway.model.GridNetworkSpec;
import dev.spillway.plan.EventGridPlan;
import dev.spillway.plan.GridSourcePlan;
import dev.spillway.plan.GridSubscriptionPlan;
import dev.spillway.plan.MonitoredResource;
import dev.spillway.plan.MonitoredResource.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Declares a topic, a domain or a system topic with everything that hangs on it; the three components are this and a type. */
final class GridSource {
    private static final Map<String, String> WATCHED =
            Map.of("dead-lettered", "DeadLetteredCount", "dropped", "DroppedEventCount");

    private final String name;
    private final GridScope scope;
    private final GridSourcePlan plan;
    private final Made made;
    private final GridDeadLetters deadLetters;
    private final GridSubscriptions subscriptions;

    /** The resource that was declared, as far as the three kinds are alike. */
    private record Made(
            Output<String> id,
            Output<String> azureName,
            Output<String> endpoint,
            Optional<Output<String>> principalId,
            String resourceType) {}

    GridSource(String name, GridScope scope, GridSourcePlan plan) {
        this.name = name;
        this.scope = scope;
        this.plan = plan;
        this.made = switch (plan.kind()) {
            case DOMAIN -> domain();
            case SYSTEM_TOPIC -> systemTopic();
            default -> topic();
        };
        this.deadLetters = new GridDeadLetters(name, scope, plan.store(), made.principalId(), plan.protect());
        this.subscriptions =
                new GridSubscriptions(name, scope, plan, made.azureName(), made.principalId(), deadLetters);
        plan.subscriptions().forEach(subscriptions::declare);
        domainTopics();
        surroundings();
    }

    private Made topic() {
        Topic topic = new Topic(
                name,
                TopicArgs.builder()
                        .resourceGroupName(scope.resourceGroupName())
                        .topicName(plan.azureName())
                        .location(plan.location())
                        .inputSchema(schema())
                        .disableLocalAuth(true)
                        .identity(identity())
                        .dataResidencyBoundary(plan.dataResidencyBoundary().orElseThrow())
                        .publicNetworkAccess(GridSurroundings.access(network()))
                        .inboundIpRules(GridSurroundings.rules(network()))
                        .tags(plan.tags())
                        .build(),
                stateful());
        return new Made(
                topic.id(),
                topic.name(),
                topic.endpoint(),
                Optional.of(principal(topic, topic.identity())),
                "Microsoft.EventGrid/topics");
    }

    private Made domain() {
        Domain domain = new Domain(
                name,
                DomainArgs.builder()
                        .resourceGroupName(scope.resourceGroupName())
                        .domainName(plan.azureName())
                        .location(plan.location())
                        .inputSchema(schema())
                        .disableLocalAuth(true)
                        .identity(identity())
                        .dataResidencyBoundary(plan.dataResidencyBoundary().orElseThrow())
                        .publicNetworkAccess(GridSurroundings.access(network()))
                        .inboundIpRules(GridSurroundings.rules(network()))
                        // A topic that goes with its last subscription refuses what is published to it afterwards.
                        .autoCreateTopicWithFirstSubscription(false)
                        .autoDeleteTopicWithLastSubscription(false)
                        .tags(plan.tags())
                        .build(),
                stateful());
        return new Made(
                domain.id(),
                domain.name(),
                domain.endpoint(),
                Optional.of(principal(domain, domain.identity())),
                "Microsoft.EventGrid/domains");
    }

    private Made systemTopic() {
        var source = plan.spec().systemSource().orElseThrow();
        SystemTopicArgs.Builder args = SystemTopicArgs.builder()
                .resourceGroupName(scope.resourceGroupName())
                .systemTopicName(plan.azureName())
                .location(plan.location())
                .source(source.sourceId())
                .topicType(source.topicType())
                .tags(plan.tags());
        if (plan.hasIdentity()) {
            args.identity(identity());
        }
        SystemTopic topic = new SystemTopic(name, args.build(), stateful());
        return new Made(
                topic.id(),
                topic.name(),
                Output.of(""),
                plan.hasIdentity() ? Optional.of(principal(topic, topic.identity())) : Optional.empty(),
                "Microsoft.EventGrid/systemTopics");
    }

    /** Who a resource of Event Grid signs in as; empty where it has no identity. */
    static Output<String> principal(CustomResource resource, Output<Optional<IdentityInfoResponse>> identity) {
        return Later.of(resource, identity)
                .applyValue(known ->
                        known.flatMap(IdentityInfoResponse::principalId).orElse(""));
    }

    private static IdentityInfoArgs identity() {
        return IdentityInfoArgs.builder().type("SystemAssigned").build();
    }

    private String schema() {
        return EventSchema.of(plan.spec().cloudEvents()).azureName();
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

    private void domainTopics() {
        plan.domainTopics().forEach((topic, all) -> {
            DomainTopic declared = new DomainTopic(
                    name + "-" + topic,
                    DomainTopicArgs.builder()
                            .resourceGroupName(scope.resourceGroupName())
                            .domainName(made.azureName())
                            .domainTopicName(topic)
                            .build(),
                    stateful());
            all.forEach(one -> subscriptions.declare(declared.name(), topic, one));
        });
    }

    private void surroundings() {
        GridSurroundings around = new GridSurroundings(name, plan.azureName(), scope, made.id());
        around.privateEndpoints(network(), plan.location(), plan.kind().title().replace(" ", ""));
        around.publishers(plan.spec().publisherPrincipalIds());
        around.logs(plan.spec().watch());
        if (!plan.allSubscriptions().isEmpty()) {
            around.alerts(plan.spec().watch(), made.resourceType(), WATCHED);
        }
    }

    Output<String> id() {
        return made.id();
    }

    /** Empty for a system topic, which nobody publishes to. */
    Output<String> endpoint() {
        return made.endpoint();
    }

    Output<String> healthUrl() {
        return made.endpoint().applyValue(GridClientSettings::healthUrl);
    }

    /** The resource and its account of dead letters, to be watched. */
    Map<MonitoredResource, Output<String>> watched() {
        Kind kind = switch (plan.kind()) {
            case DOMAIN -> Kind.EVENT_GRID_DOMAIN;
            case SYSTEM_TOPIC -> Kind.EVENT_GRID_SYSTEM_TOPIC;
            default -> Kind.EVENT_GRID_TOPIC;
        };
        boolean hasOwnLogs = plan.spec().watch().workspaceId().isPresent();
        Map<MonitoredResource, Output<String>> watched = new LinkedHashMap<>();
        watched.put(new MonitoredResource(kind, name, plan.azureName(), hasOwnLogs), made.id());
        watched.putAll(deadLetters.watched());
        return watched;
    }

    /** What the component publishes, by name. */
    Map<String, Output<?>> outputs() {
        Map<String, Output<?>> outputs = new TreeMap<>();
        outputs.put("id", made.id());
        outputs.put("name", made.azureName());
        outputs.put("endpoint", made.endpoint());
        outputs.put("healthUrl", healthUrl());
        outputs.put("principalId", made.principalId().orElseGet(() -> Output.of("")));
        outputs.put("subscriptionIds", together(subscriptions.ids()));
        outputs.put("deadLetterContainerUrls", together(deadLetters.containerUrls()));
        outputs.put("clientSettings", GridClientSettings.of(java.util.List.of(made.endpoint())));
        outputs.put("lossForecast", Output.of(loss()));
        outputs.put("effectiveSettings", Output.of(EffectiveSettings.of(EventGridPlan.settingsOf(plan))));
        return outputs;
    }

    /** What would be lost of the declared load while a subscriber is away as long as declared, by subscription. */
    private Map<String, Map<String, Object>> loss() {
        Map<String, Map<String, Object>> loss = new TreeMap<>();
        plan.subscriptions().forEach(one -> loss.put(one.name(), loss(one)));
        plan.domainTopics().forEach((topic, all) -> all.forEach(one -> loss.put(topic + "/" + one.name(), loss(one))));
        return loss;
    }

    private Map<String, Object> loss(GridSubscriptionPlan subscription) {
        return EffectiveSettings.loss(
                EventGridPlan.lossSummary(plan, subscription, scope.stack().recovery()));
    }

    static Output<Map<String, String>> together(Map<String, Output<String>> byName) {
        if (byName.isEmpty()) {
            return Output.of(Map.of());
        }
        var names = java.util.List.copyOf(byName.keySet());
        return Output.all(java.util.List.copyOf(byName.values())).applyValue(values -> {
            Map<String, String> known = new TreeMap<>();
            for (int at = 0; at < names.size(); at++) {
                known.put(names.get(at), values.get(at));
            }
            return known;
        });
    }
}
