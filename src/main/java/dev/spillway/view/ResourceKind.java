package dev.spillway.view;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
    GRID_NAMESPACE("azure-native", "eventgrid", "Namespace"),
    DEPLOYMENT("kubernetes", "apps", "Deployment"),
    STATEFUL_SET("kubernetes", "apps", "StatefulSet"),
    HORIZONTAL_POD_AUTOSCALER("kubernetes", "autoscaling", "HorizontalPodAutoscaler"),
    SCALED_OBJECT("kubernetes", "keda.sh", "ScaledObject"),
    RETIRED_SCALED_OBJECT("kubernetes", "keda.k8s.io", "ScaledObject");

    private static final String CUSTOM_RESOURCE = "CustomResource";
    private static final int KEPT_AT_MOST = 4096;
    private static final Map<String, Optional<ResourceKind>> BY_TYPE = new ConcurrentHashMap<>();

    private final String provider;
    private final String module;
    private final String name;

    ResourceKind(String provider, String module, String name) {
        this.provider = provider;
        this.module = module;
        this.name = name;
    }

    /** The kind of a resource. All but custom ones say it by their type alone, of which a stack has few. */
    static Optional<ResourceKind> of(ResourceView resource) {
        Optional<ResourceKind> known = BY_TYPE.get(resource.type());
        if (known != null) {
            return known;
        }
        Optional<ResourceKind> kind = read(resource);
        if (!resource.type().endsWith(CUSTOM_RESOURCE) && BY_TYPE.size() < KEPT_AT_MOST) {
            BY_TYPE.put(resource.type(), kind);
        }
        return kind;
    }

    private static Optional<ResourceKind> read(ResourceView resource) {
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
