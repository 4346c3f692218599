package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.inputs.CapabilitiesArgs;
import com.pulumi.kubernetes.core.v1.inputs.ConfigMapEnvSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvFromSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.SeccompProfileArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.TopologySpreadConstraintArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import dev.spillway.plan.WorkloadPlan;
import java.util.Map;

/** The pod of a workload: spread over zones and nodes, with requests that the autoscaler can measure against. */
final class Pods {
    private Pods() {}

    static PodSpecArgs spec(
            WorkloadPlan plan,
            Output<String> serviceAccount,
            Output<String> clientSettings,
            Output<String> clientFiles,
            LabelSelectorArgs own) {
        return PodSpecArgs.builder()
                .serviceAccountName(serviceAccount)
                .terminationGracePeriodSeconds(
                        (int) plan.terminationGrace().value().toSeconds())
                .securityContext(PodSecurityContextArgs.builder()
                        .runAsNonRoot(true)
                        .seccompProfile(SeccompProfileArgs.builder()
                                .type("RuntimeDefault")
                                .build())
                        .build())
                .topologySpreadConstraints(
                        spread("topology.kubernetes.io/zone", own), spread("kubernetes.io/hostname", own))
                .containers(container(plan, clientSettings))
                .volumes(ClientFiles.volume(clientFiles))
                .build();
    }

    private static ContainerArgs container(WorkloadPlan plan, Output<String> clientSettings) {
        String memory = plan.spec().memoryRequest();
        return ContainerArgs.builder()
                .name(plan.name())
                .image(plan.spec().image())
                .envFrom(EnvFromSourceArgs.builder()
                        .configMapRef(ConfigMapEnvSourceArgs.builder()
                                .name(clientSettings)
                                .build())
                        .build())
                .volumeMounts(ClientFiles.mount())
                // No CPU limit: a throttled sender is a slow sender, and the autoscaler measures against the request.
                .resources(ResourceRequirementsArgs.builder()
                        .requests(Map.of("cpu", plan.spec().cpuRequest(), "memory", memory))
                        .limits(Map.of("memory", memory))
                        .build())
                .securityContext(SecurityContextArgs.builder()
                        .allowPrivilegeEscalation(false)
                        .capabilities(CapabilitiesArgs.builder().drop("ALL").build())
                        .build())
                .build();
    }

    /** Asks for an even spread without leaving a pod unscheduled when a zone is short. */
    private static TopologySpreadConstraintArgs spread(String key, LabelSelectorArgs own) {
        return TopologySpreadConstraintArgs.builder()
                .topologyKey(key)
                .maxSkew(1)
                .whenUnsatisfiable("ScheduleAnyway")
                .labelSelector(own)
                .build();
    }
}
