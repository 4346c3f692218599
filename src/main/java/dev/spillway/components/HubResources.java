package dev.spillway.components;

import com.pulumi.azurenative.eventhub.ConsumerGroup;
import com.pulumi.azurenative.eventhub.ConsumerGroupArgs;
import com.pulumi.azurenative.eventhub.EventHub;
import com.pulumi.azurenative.eventhub.EventHubArgs;
import com.pulumi.azurenative.eventhub.EventHubAuthorizationRule;
import com.pulumi.azurenative.eventhub.EventHubAuthorizationRuleArgs;
import com.pulumi.azurenative.eventhub.enums.EntityStatus;
import com.pulumi.azurenative.eventhub.inputs.RetentionDescriptionArgs;
import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.facts.DataRole;
import dev.spillway.model.AccessSpec;
import dev.spillway.model.SasRule;
import dev.spillway.plan.CapturePlan;
import dev.spillway.plan.HubPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A hub with its consumer groups and rights.
 *
 * @param declared everything that the service copies to the other namespace of a pair
 */
record HubResources(Output<String> id, List<Resource> declared) {
    static HubResources declare(
            NamespaceSite site, NamespaceResource namespace, HubPlan plan, Optional<CaptureStore> captured) {
        String name = site.name() + "-" + plan.name();
        Optional<Hub> hub = plan.options().existing()
                ? Optional.empty()
                : Optional.of(Hub.declare(name, args(site, namespace, plan), plan, site, captured));
        Output<String> id =
                hub.map(Hub::id).orElseGet(() -> namespace.id().applyValue(of -> of + "/eventhubs/" + plan.name()));
        Output<String> hubName = hub.map(Hub::name).orElseGet(() -> Output.of(plan.name()));
        List<Resource> declared = new ArrayList<>();
        hub.map(Hub::resource).ifPresent(declared::add);
        for (String group : plan.consumerGroups()) {
            declared.add(new ConsumerGroup(
                    name + "-" + group,
                    ConsumerGroupArgs.builder()
                            .resourceGroupName(site.group())
                            .namespaceName(namespace.name())
                            .eventHubName(hubName)
                            .consumerGroupName(group)
                            .build(),
                    site.child()));
        }
        plan.options().sasRules().forEach(rule -> declared.add(sasRule(site, namespace, hubName, name, rule)));
        rights(site, plan, id, List.of());
        return new HubResources(id, List.copyOf(declared));
    }

    /** Gives the declared identities their rights at a hub, wherever it came from. */
    static void rights(NamespaceSite site, HubPlan plan, Output<String> hubId, List<Resource> first) {
        AccessSpec access = plan.options().access();
        Rights rights = new Rights(site, plan, hubId, first);
        rights.give(DataRole.EVENT_HUBS_SENDER, "sender", access.senders());
        rights.give(DataRole.EVENT_HUBS_RECEIVER, "receiver", access.receivers());
        rights.give(DataRole.EVENT_HUBS_OWNER, "owner", access.owners());
    }

    /** One role after the other for identities at one hub. */
    private record Rights(NamespaceSite site, HubPlan plan, Output<String> hubId, List<Resource> first) {
        private static final int SHORT = 8;

        void give(DataRole role, String word, List<String> principals) {
            for (String who : principals) {
                String name = site.name() + "-" + plan.name() + "-" + word + "-" + shortened(who, principals);
                Grant.of(role, site.plan().azureName() + "/" + plan.name())
                        .at(hubId)
                        .to(Output.of(who))
                        .declare(name, site.childAfter(first));
            }
        }

        /** The beginning of an id, where no other begins like it. */
        private static String shortened(String who, List<String> all) {
            String beginning = who.substring(0, SHORT);
            return all.stream().filter(other -> other.startsWith(beginning)).count() == 1 ? beginning : who;
        }
    }

    /** A hub as the API declares it that knows what is asked of it. */
    private record Hub(Resource resource, Output<String> id, Output<String> name) {
        static Hub declare(
                String name, EventHubArgs plain, HubPlan plan, NamespaceSite site, Optional<CaptureStore> captured) {
            Optional<CaptureStore> store = plan.capture().flatMap(any -> captured);
            CustomResourceOptions options =
                    site.statefulAfter(store.map(CaptureStore::ready).orElse(List.of()));
            if (plan.capture().filter(CapturePlan::byIdentity).isPresent()) {
                CapturedHub hub =
                        CapturedHub.declare(name, plain, plan.capture().get(), store.orElseThrow(), options);
                return new Hub(hub, hub.id(), hub.name());
            }
            EventHubArgs.Builder args = EventHubArgs.builder(plain);
            plan.capture()
                    .ifPresent(capture -> args.captureDescription(CapturedHub.byKey(capture, store.orElseThrow())));
            EventHub hub = new EventHub(
                    name,
                    args.build(),
                    CustomResourceOptions.merge(
                            options,
                            CustomResourceOptions.builder()
                                    .aliases(CapturedHub.formerly())
                                    .build()));
            return new Hub(hub, hub.id(), hub.name());
        }
    }

    private static EventHubArgs args(NamespaceSite site, NamespaceResource namespace, HubPlan plan) {
        RetentionDescriptionArgs.Builder retention = RetentionDescriptionArgs.builder()
                .cleanupPolicy(plan.options().cleanup().azureName());
        if (!plan.isCompacted()) {
            retention.retentionTimeInHours((double) plan.retention().value().toHours());
        }
        plan.options()
                .tombstoneRetention()
                .ifPresent(span -> retention.tombstoneRetentionTimeInHours((int) span.toHours()));
        EventHubArgs.Builder hub = EventHubArgs.builder()
                .resourceGroupName(site.group())
                .namespaceName(namespace.name())
                .eventHubName(plan.name())
                .partitionCount(plan.partitionCount().value().doubleValue())
                .retentionDescription(retention.build());
        plan.options().status().ifPresent(status -> hub.status(status(status.azureName())));
        return hub.build();
    }

    private static EntityStatus status(String azureName) {
        return EntityStatus.valueOf(azureName);
    }

    private static Resource sasRule(
            NamespaceSite site, NamespaceResource namespace, Output<String> hubName, String name, SasRule rule) {
        return new EventHubAuthorizationRule(
                name + "-rule-" + rule.name(),
                EventHubAuthorizationRuleArgs.builder()
                        .resourceGroupName(site.group())
                        .namespaceName(namespace.name())
                        .eventHubName(hubName)
                        .authorizationRuleName(rule.name())
                        .rights(NamespaceContent.rights(rule).stream()
                                .map(Either::<String, com.pulumi.azurenative.eventhub.enums.AccessRights>ofLeft)
                                .toList())
                        .build(),
                site.child());
    }
}
