package dev.spillway.view;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of resource that the topology knows. Default, versioned and locally generated tokens of a kind all count:
 * {@code azure-native:eventhub:Namespace}, {@code azure-native:eventhub/v20240101:Namespace}.
 */
enum ResourceKind {
    NAMESPACE("azure-native", "eventhub", "Namespace"),
    HUB("azure-native", "eventhub", "EventHub"),
    CONSUMER_GROUP("azure-native", "eventhub", "ConsumerGroup"),
    DISASTER_RECOVERY("azure-native", "eventhub", "DisasterRecoveryConfig"),
    TOPIC("azure-native", "eventgrid", "Topic"),
    DOMAIN("azure-native", "eventgrid", "Domain"),
    SYSTEM_TOPIC("azure-native", "eventgrid", "SystemTopic"),
    TOPIC_SUBSCRIPTION("azure-native", "eventgrid", "TopicEventSubscription"),
    DOMAIN_SUBSCRIPTION("azure-native", "eventgrid", "DomainEventSubscription"),
    DOMAIN_TOPIC_SUBSCRIPTION("azure-native", "eventgrid", "DomainTopicEventSubscription"),
    SYSTEM_TOPIC_SUBSCRIPTION("azure-native", "eventgrid", "SystemTopicEventSubscription"),
    GRID_NAMESPACE("azure-native", "eventgrid", "Namespace"),
    DEPLOYMENT("kubernetes", "apps", "Deployment"),
    STATEFUL_SET("kubernetes", "apps", "StatefulSet"),
    HORIZONTAL_POD_AUTOSCALER("kubernetes", "autoscaling", "HorizontalPodAutoscaler"),
    SCALED_OBJECT("kubernetes", "keda.sh", "ScaledObject"),
    RETIRED_SCALED_OBJECT("kubernetes", "keda.k8s.io", "ScaledObject");

    private static final String CUSTOM_RESOURCE = "CustomResource";

    private final String provider;
    private final String module;
    private final String name;

    ResourceKind(String provider, String module, String name) {
        this.provider = provider;
        this.module = module;
        this.name = name;
    }

    static Optional<ResourceKind> of(ResourceView resource) {
        String[] token = resource.type().split(":", -1);
        if (token.length != 3) {
            return Optional.empty();
        }
        return token[2].equals(CUSTOM_RESOURCE)
                ? find(
                        token[0],
                        group(resource.text("apiVersion")),
                        resource.text("kind").whenKnown().orElse(""))
                : find(token[0], group(token[1]), token[2]);
    }

    private static Optional<ResourceKind> find(String provider, String module, String name) {
        return Arrays.stream(values())
                .filter(kind ->
                        provider.startsWith(kind.provider) && module.equals(kind.module) && name.equals(kind.name))
                .findFirst();
    }

    private static String group(Fact<String> apiVersion) {
        return group(apiVersion.whenKnown().orElse(""));
    }

    private static String group(String module) {
        return module.split("/", -1)[0];
    }
}
