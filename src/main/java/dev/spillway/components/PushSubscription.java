package dev.spillway.components;

import com.pulumi.azurenative.eventgrid.NamespaceTopic;
import com.pulumi.azurenative.resources.Deployment;
import com.pulumi.azurenative.resources.DeploymentArgs;
import com.pulumi.azurenative.resources.inputs.DeploymentPropertiesArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.components.EventGridArgs.GridScope;
import dev.spillway.components.GridDeadLetters.DeadLetterTarget;
import dev.spillway.facts.EventSchema;
import dev.spillway.model.GridSubscriptionSpec.Destination;
import dev.spillway.plan.GridNamespacePlan.NamespaceSubscriptionPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A subscription of a namespace's topic that pushes. The SDK's API knows none, so that it is declared as a template of a later
 * one; the template holds the subscription and nothing else.
 */
final class PushSubscription {
    private static final String API = "2025-02-15";
    private static final int HOURS_PER_DAY = 24;

    private PushSubscription() {}

    static Output<String> declare(
            String name,
            GridScope scope,
            Output<String> namespaceName,
            NamespaceTopic topic,
            Output<String> azureName,
            NamespaceSubscriptionPlan plan,
            Optional<DeadLetterTarget> deadLetter,
            CustomResourceOptions options) {
        Output<String> path = Output.all(List.of(namespaceName, topic.name(), azureName))
                .applyValue(known -> String.join("/", known));
        Object template = template(path, properties(plan, deadLetter));
        return new Deployment(
                        name,
                        DeploymentArgs.builder()
                                .resourceGroupName(scope.resourceGroupName())
                                .deploymentName("spillway-" + name)
                                .properties(DeploymentPropertiesArgs.builder()
                                        .mode(com.pulumi.azurenative.resources.enums.DeploymentMode.Incremental)
                                        .template(template)
                                        .build())
                                .build(),
                        options)
                .id();
    }

    private static Map<String, Object> blob(DeadLetterTarget target) {
        return Map.of(
                "endpointType",
                "StorageBlob",
                "properties",
                Map.of(
                        "resourceId", target.blob().resourceId().orElseThrow(),
                        "blobContainerName", target.blob().blobContainerName().orElseThrow()));
    }

    private static Object template(Output<String> path, Map<String, Object> properties) {
        return new TreeMap<>(Map.of(
                "$schema", "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                "contentVersion", "1.0.0.0",
                "resources",
                        List.of(new TreeMap<>(Map.of(
                                "type", "Microsoft.EventGrid/namespaces/topics/eventSubscriptions",
                                "apiVersion", API,
                                "name", path,
                                "properties", properties)))));
    }

    private static Map<String, Object> properties(
            NamespaceSubscriptionPlan plan, Optional<DeadLetterTarget> deadLetter) {
        Map<String, Object> push = new TreeMap<>();
        push.put("maxDeliveryCount", plan.maxDeliveryCount().value());
        push.put("eventTimeToLive", iso(plan.timeToLive().value()));
        Map<String, Object> identity = Map.of("type", "SystemAssigned");
        deadLetter.ifPresent(target -> push.put(
                "deadLetterDestinationWithResourceIdentity",
                Map.of("identity", identity, "deadLetterDestination", blob(target))));
        Destination to = plan.spec().pushTo().orElseThrow();
        if (to.type().sender().isPresent()) {
            push.put(
                    "deliveryWithResourceIdentity",
                    Map.of("identity", identity, "destination", destination(to, "resourceId", to.resourceId())));
        } else {
            push.put("destination", destination(to, "endpointUrl", to.url()));
        }
        Map<String, Object> properties = new TreeMap<>();
        properties.put("deliveryConfiguration", new TreeMap<>(Map.of("deliveryMode", "Push", "push", push)));
        properties.put("eventDeliverySchema", EventSchema.CLOUD_EVENTS.azureName());
        if (!plan.spec().includedEventTypes().isEmpty()) {
            properties.put(
                    "filtersConfiguration",
                    Map.of("includedEventTypes", plan.spec().includedEventTypes()));
        }
        return properties;
    }

    private static Map<String, Object> destination(Destination to, String key, Optional<String> value) {
        return Map.of("endpointType", to.type().endpointType(), "properties", Map.of(key, value.orElse("")));
    }

    /** Whole days as days, since Azure answers so and a difference in words is one to the engine. */
    static String iso(Duration time) {
        long hours = time.toHours();
        boolean wholeDays = time.equals(Duration.ofHours(hours)) && hours > 0 && hours % HOURS_PER_DAY == 0;
        return wholeDays ? "P" + hours / HOURS_PER_DAY + "D" : time.toString();
    }
}
