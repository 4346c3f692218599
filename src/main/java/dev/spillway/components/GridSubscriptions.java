package dev.spillway.components;

import com.pulumi.azurenative.authorization.RoleAssignment;
import com.pulumi.azurenative.eventgrid.DomainEventSubscription;
import com.pulumi.azurenative.eventgrid.DomainEventSubscriptionArgs;
import com.pulumi.azurenative.eventgrid.DomainTopicEventSubscription;
import com.pulumi.azurenative.eventgrid.DomainTopicEventSubscriptionArgs;
import com.pulumi.azurenative.eventgrid.SystemTopicEventSubscription;
import com.pulumi.azurenative.eventgrid.SystemTopicEventSubscriptionArgs;
import com.pulumi.azurenative.eventgrid.TopicEventSubscription;
import com.pulumi.azurenative.eventgrid.TopicEventSubscriptionArgs;
import com.pulumi.azurenative.eventgrid.inputs.DeliveryWithResourceIdentityArgs;
import com.pulumi.azurenative.eventgrid.inputs.RetryPolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.components.EventGridArgs.GridScope;
import dev.spillway.components.GridDeadLetters.DeadLetterTarget;
import dev.spillway.facts.DataRole;
import dev.spillway.facts.EventSchema;
import dev.spillway.model.GridSubscriptionSpec;
import dev.spillway.plan.GridSourcePlan;
import dev.spillway.plan.GridSubscriptionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The subscriptions of a topic, a domain or a system topic, each after the rights that it needs.
 *
 * <p>Children, by logical name: {@code <name>-<subscription>}, for a topic of a domain {@code <name>-<topic>-<subscription>},
 * and with {@code -delivery} behind it the right to deliver.
 */
final class GridSubscriptions {
    private final String name;
    private final GridScope scope;
    private final GridSourcePlan plan;
    private final Output<String> sourceName;
    private final Optional<Output<String>> principalId;
    private final GridDeadLetters deadLetters;
    private final Map<String, Output<String>> ids = new TreeMap<>();

    GridSubscriptions(
            String name,
            GridScope scope,
            GridSourcePlan plan,
            Output<String> sourceName,
            Optional<Output<String>> principalId,
            GridDeadLetters deadLetters) {
        this.name = name;
        this.scope = scope;
        this.plan = plan;
        this.sourceName = sourceName;
        this.principalId = principalId;
        this.deadLetters = deadLetters;
    }

    /** One subscription of the resource itself. */
    void declare(GridSubscriptionPlan subscription) {
        Parts parts = parts(name + "-" + subscription.name(), subscription);
        Output<String> id = switch (plan.kind()) {
            case DOMAIN -> ofDomain(parts);
            case SYSTEM_TOPIC -> ofSystemTopic(parts);
            default -> ofTopic(parts);
        };
        ids.put(subscription.name(), id);
    }

    /** One subscription of a topic of the domain. */
    void declare(Output<String> topicName, String topic, GridSubscriptionPlan subscription) {
        Parts parts = parts(name + "-" + topic + "-" + subscription.name(), subscription);
        ids.put(topic + "/" + subscription.name(), ofDomainTopic(parts, topicName));
    }

    /** Ids by name; those of a domain's topics as {@code topic/name}. */
    Map<String, Output<String>> ids() {
        return ids;
    }

    /** Everything that the four kinds of subscription have in common. */
    private record Parts(
            String child,
            Output<String> subscriptionName,
            GridSubscriptionPlan plan,
            Optional<DeadLetterTarget> deadLetter,
            Optional<DeliveryWithResourceIdentityArgs> byIdentity,
            List<Resource> before) {
        Object destination() {
            return GridDestinations.of(plan.spec().destination());
        }

        RetryPolicyArgs retry() {
            return RetryPolicyArgs.builder()
                    .maxDeliveryAttempts(plan.maxDeliveryAttempts().value())
                    .eventTimeToLiveInMinutes((int) plan.timeToLive().value().toMinutes())
                    .build();
        }

        /** Where nothing is kept, who has agreed to that. */
        List<String> labels() {
            return plan.spec()
                    .acceptedLoss()
                    .map(loss -> List.of("spillway-accept-loss", "owner: " + loss.owner(), "reason: " + loss.reason()))
                    .orElse(List.of());
        }
    }

    private Parts parts(String child, GridSubscriptionPlan subscription) {
        GridSubscriptionSpec spec = subscription.spec();
        Optional<DeadLetterTarget> deadLetter = spec.deadLetter()
                .map(wanted -> deadLetters.target(
                        wanted, subscription.deadLetterContainer().orElseThrow()));
        List<RoleAssignment> rights = new ArrayList<>();
        deadLetter.flatMap(DeadLetterTarget::right).ifPresent(rights::add);
        Optional<DataRole> sender = spec.destination().type().sender();
        Optional<DeliveryWithResourceIdentityArgs> byIdentity = Optional.empty();
        if (sender.isPresent() && principalId.isPresent()) {
            rights.add(GridRoles.grant(
                    child + "-delivery",
                    sender.get(),
                    principalId.get(),
                    Output.of(spec.destination().resourceId().orElse("")),
                    scope.parent()));
            byIdentity = Optional.of(DeliveryWithResourceIdentityArgs.builder()
                    .identity(GridDeadLetters.identity())
                    .destination(GridDestinations.of(spec.destination()))
                    .build());
        }
        return new Parts(
                child,
                GridRoles.afterwards(subscription.name(), rights, scope.patience()),
                subscription,
                deadLetter,
                byIdentity,
                List.copyOf(rights));
    }

    private CustomResourceOptions options(Parts parts) {
        return CustomResourceOptions.builder()
                .parent(scope.parent())
                .dependsOn(parts.before())
                .build();
    }

    private String deliverySchema() {
        return EventSchema.of(plan.spec().cloudEvents()).azureName();
    }

    private Output<String> ofTopic(Parts parts) {
        TopicEventSubscriptionArgs.Builder args = TopicEventSubscriptionArgs.builder()
                .resourceGroupName(scope.resourceGroupName())
                .topicName(sourceName)
                .eventSubscriptionName(parts.subscriptionName())
                .eventDeliverySchema(deliverySchema())
                .retryPolicy(parts.retry());
        parts.byIdentity()
                .ifPresentOrElse(args::deliveryWithResourceIdentity, () -> args.destination(parts.destination()));
        parts.deadLetter().ifPresent(target -> {
            if (target.byIdentity()) {
                args.deadLetterWithResourceIdentity(target.withIdentity());
            } else {
                args.deadLetterDestination(target.blob());
            }
        });
        if (!parts.plan().spec().filter().isEmpty()) {
            args.filter(GridDestinations.filter(parts.plan().spec().filter()));
        }
        if (!parts.labels().isEmpty()) {
            args.labels(parts.labels());
        }
        return new TopicEventSubscription(parts.child(), args.build(), options(parts)).id();
    }

    private Output<String> ofDomain(Parts parts) {
        DomainEventSubscriptionArgs.Builder args = DomainEventSubscriptionArgs.builder()
                .resourceGroupName(scope.resourceGroupName())
                .domainName(sourceName)
                .eventSubscriptionName(parts.subscriptionName())
                .eventDeliverySchema(deliverySchema())
                .retryPolicy(parts.retry());
        parts.byIdentity()
                .ifPresentOrElse(args::deliveryWithResourceIdentity, () -> args.destination(parts.destination()));
        parts.deadLetter().map(DeadLetterTarget::withIdentity).ifPresent(args::deadLetterWithResourceIdentity);
        if (!parts.plan().spec().filter().isEmpty()) {
            args.filter(GridDestinations.filter(parts.plan().spec().filter()));
        }
        if (!parts.labels().isEmpty()) {
            args.labels(parts.labels());
        }
        return new DomainEventSubscription(parts.child(), args.build(), options(parts)).id();
    }

    private Output<String> ofDomainTopic(Parts parts, Output<String> topicName) {
        DomainTopicEventSubscriptionArgs.Builder args = DomainTopicEventSubscriptionArgs.builder()
                .resourceGroupName(scope.resourceGroupName())
                .domainName(sourceName)
                .topicName(topicName)
                .eventSubscriptionName(parts.subscriptionName())
                .eventDeliverySchema(deliverySchema())
                .retryPolicy(parts.retry());
        parts.byIdentity()
                .ifPresentOrElse(args::deliveryWithResourceIdentity, () -> args.destination(parts.destination()));
        parts.deadLetter().map(DeadLetterTarget::withIdentity).ifPresent(args::deadLetterWithResourceIdentity);
        if (!parts.plan().spec().filter().isEmpty()) {
            args.filter(GridDestinations.filter(parts.plan().spec().filter()));
        }
        if (!parts.labels().isEmpty()) {
            args.labels(parts.labels());
        }
        return new DomainTopicEventSubscription(parts.child(), args.build(), options(parts)).id();
    }

    private Output<String> ofSystemTopic(Parts parts) {
        SystemTopicEventSubscriptionArgs.Builder args = SystemTopicEventSubscriptionArgs.builder()
                .resourceGroupName(scope.resourceGroupName())
                .systemTopicName(sourceName)
                .eventSubscriptionName(parts.subscriptionName())
                .eventDeliverySchema(deliverySchema())
                .retryPolicy(parts.retry());
        parts.byIdentity()
                .ifPresentOrElse(args::deliveryWithResourceIdentity, () -> args.destination(parts.destination()));
        parts.deadLetter().ifPresent(target -> {
            if (target.byIdentity()) {
                args.deadLetterWithResourceIdentity(target.withIdentity());
            } else {
                args.deadLetterDestination(target.blob());
            }
        });
        if (!parts.plan().spec().filter().isEmpty()) {
            args.filter(GridDestinations.filter(parts.plan().spec().filter()));
        }
        if (!parts.labels().isEmpty()) {
            args.labels(parts.labels());
        }
        return new SystemTopicEventSubscription(parts.child(), args.build(), options(parts)).id();
    }
}
