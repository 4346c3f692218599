package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.scheduling.v1.PriorityClass;
import com.pulumi.kubernetes.scheduling.v1.PriorityClassArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.plan.ClusterPlan.Placeholders;
import java.util.Map;
import java.util.Optional;

/**
 * Pods that do nothing and go first: the room that they leave is there at once, and while they wait for other room a node is
 * added for them.
 */
final class HeadroomPods {
    /**
     * Below it the cluster autoscaler would not add a node for them
     * (https://learn.microsoft.com/azure/aks/cluster-autoscaler-overview, 2026-11-20).
     */
    private static final int GOES_FIRST = -10;

    private static final String IMAGE =
            "registry.k8s.io/pause:3.10@sha256:ee6521f290b2168b6e0935a181d4cff9be1ac3f505666ef0e3c98fae8199917a";
    private static final int NOBODY = 65_535;

    private HeadroomPods() {}

    static void declare(String name, Placeholders plan, Optional<Provider> kubernetes, Resource parent) {
        CustomResourceOptions.Builder options = CustomResourceOptions.builder().parent(parent);
        kubernetes.ifPresent(options::provider);
        CustomResourceOptions child = options.build();
        PriorityClass priority = new PriorityClass(
                name,
                PriorityClassArgs.builder()
                        .metadata(new Labels(name).meta(name))
                        .value(GOES_FIRST)
                        .preemptionPolicy("Never")
                        .globalDefault(false)
                        .description("Placeholder pods: they keep room for a burst and go first")
                        .build(),
                child);
        new Deployment(
                name,
                DeploymentArgs.builder()
                        .metadata(new Labels(name).meta(name))
                        .spec(DeploymentSpecArgs.builder()
                                .replicas(plan.pods().value())
                                .selector(new Labels(name).selector())
                                .template(PodTemplateSpecArgs.builder()
                                        .metadata(ObjectMetaArgs.builder()
                                                .labels(new Labels(name).with(Map.of()))
                                                .build())
                                        .spec(pod(
                                                plan,
                                                priority.metadata()
                                                        .applyValue(meta ->
                                                                meta.name().orElseThrow())))
                                        .build())
                                .build())
                        .build(),
                child);
    }

    private static PodSpecArgs pod(Placeholders plan, Output<String> priorityClass) {
        Map<String, String> room = Map.of("cpu", plan.cpuRequest(), "memory", plan.memoryRequest());
        return PodSpecArgs.builder()
                .priorityClassName(priorityClass)
                .automountServiceAccountToken(false)
                .terminationGracePeriodSeconds(0)
                .securityContext(Pods.securityOfPod())
                .containers(ContainerArgs.builder()
                        .name("pause")
                        .image(IMAGE)
                        .resources(ResourceRequirementsArgs.builder()
                                .requests(room)
                                .limits(Map.of("memory", plan.memoryRequest()))
                                .build())
                        .securityContext(Pods.securityOfContainer()
                                .readOnlyRootFilesystem(true)
                                .runAsUser(NOBODY)
                                .build())
                        .build())
                .build();
    }
}
