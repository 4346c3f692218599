package dev.spillway.monitor;

import com.pulumi.Context;
import com.pulumi.azurenative.eventhub.ConsumerGroup;
import com.pulumi.azurenative.eventhub.ConsumerGroupArgs;
import com.pulumi.azurenative.eventhub.EventHub;
import com.pulumi.azurenative.eventhub.EventHubArgs;
import com.pulumi.azurenative.eventhub.Namespace;
import com.pulumi.azurenative.eventhub.NamespaceArgs;
import com.pulumi.azurenative.eventhub.inputs.SkuArgs;
import com.pulumi.azurenative.resources.ResourceGroup;
import com.pulumi.azurenative.resources.ResourceGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscaler;
import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscalerArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.CrossVersionObjectReferenceArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.HorizontalPodAutoscalerSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import java.time.Duration;
import java.util.Map;

/** A small program with a bit of everything that a registration can carry. */
final class SampleProgram {
    static final String SECRET_TEXT = "hunter2";

    private SampleProgram() {}

    static void declare(Context context) {
        ResourceGroup group = new ResourceGroup(
                "group",
                ResourceGroupArgs.builder()
                        .resourceGroupName("rg-orders")
                        .location(context.config().require("location"))
                        .tags(Output.ofSecret(SECRET_TEXT).applyValue(secret -> Map.of("owner", secret)))
                        .build());
        Stream stream = new Stream("orders", group);
        Provider cluster =
                new Provider("cluster", ProviderArgs.builder().kubeconfig("{}").build());
        new HorizontalPodAutoscaler(
                "billing",
                HorizontalPodAutoscalerArgs.builder()
                        .metadata(ObjectMetaArgs.builder()
                                .name("billing")
                                .annotations(stream.hub.name().applyValue(hub -> Map.of("spillway.dev/hub", hub)))
                                .build())
                        .spec(HorizontalPodAutoscalerSpecArgs.builder()
                                .minReplicas(2)
                                .maxReplicas(10)
                                .scaleTargetRef(CrossVersionObjectReferenceArgs.builder()
                                        .kind("Deployment")
                                        .name("billing")
                                        .build())
                                .build())
                        .build(),
                CustomResourceOptions.builder().provider(cluster).build());
        context.export("hub", stream.hub.name());
        context.export("hubId", stream.hub.id());
        context.export("secret", Output.ofSecret(SECRET_TEXT));
    }

    /** One namespace with one hub and one reader. */
    private static final class Stream extends ComponentResource {
        final EventHub hub;

        Stream(String name, ResourceGroup group) {
            super("spillway:index:EventStream", name, ComponentResourceOptions.Empty);
            Namespace namespace = new Namespace(
                    name + "-namespace",
                    NamespaceArgs.builder()
                            .namespaceName("ns-orders")
                            .resourceGroupName(group.name())
                            .sku(SkuArgs.builder()
                                    .name("Standard")
                                    .tier("Standard")
                                    .capacity(2)
                                    .build())
                            .build(),
                    CustomResourceOptions.builder()
                            .parent(this)
                            .protect(true)
                            .ignoreChanges("sku.capacity")
                            .build());
            this.hub = new EventHub(
                    name + "-hub",
                    EventHubArgs.builder()
                            .namespaceName(namespace.name())
                            .resourceGroupName(group.name())
                            .partitionCount(8.0)
                            .messageRetentionInDays(1.5)
                            .build(),
                    CustomResourceOptions.builder()
                            .parent(this)
                            .deleteBeforeReplace(false)
                            .replaceOnChanges("partitionCount")
                            .retainOnDelete(true)
                            .additionalSecretOutputs("partitionIds")
                            .customTimeouts(CustomTimeouts.builder()
                                    .create(Duration.ofMinutes(30))
                                    .build())
                            .build());
            new ConsumerGroup(
                    name + "-readers",
                    ConsumerGroupArgs.builder()
                            .consumerGroupName("readers")
                            .eventHubName(hub.name())
                            .namespaceName("ns-orders")
                            .resourceGroupName("rg-orders")
                            .userMetadata(namespace.serviceBusEndpoint())
                            .build(),
                    CustomResourceOptions.builder()
                            .parent(hub)
                            .dependsOn(namespace)
                            .build());
            registerOutputs(Map.of("namespaceName", namespace.name(), "endpoint", namespace.serviceBusEndpoint()));
        }
    }
}
