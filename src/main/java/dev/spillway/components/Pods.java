package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.inputs.CapabilitiesArgs;
import com.pulumi.kubernetes.core.v1.inputs.ConfigMapEnvSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerPortArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvFromSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ExecActionArgs;
import com.pulumi.kubernetes.core.v1.inputs.LifecycleArgs;
import com.pulumi.kubernetes.core.v1.inputs.LifecycleHandlerArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.SeccompProfileArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.TopologySpreadConstraintArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import dev.spillway.plan.WorkloadPlan;
import java.util.Map;
import java.util.Optional;

/** The pod of a workload: spread over zones and nodes, with requests that the autoscaler can measure against. */
final class Pods {
    /** The name of the port that probes and services go to. */
    static final String PORT = "http";

    private Pods() {}

    /**
     * @param clientSettings the name of the config map of the environment; empty where the pod has none
     * @param clientFiles the name of the config map of the libraries' files; empty where the pod has none
     */
    static PodSpecArgs spec(
            WorkloadPlan plan,
            Output<String> serviceAccount,
            Optional<Output<String>> clientSettings,
            Optional<Output<String>> clientFiles,
            LabelSelectorArgs own) {
        PodSpecArgs.Builder pod = PodSpecArgs.builder()
                .serviceAccountName(serviceAccount)
                // Workload identity mounts a token of its own.
                .automountServiceAccountToken(false)
                .terminationGracePeriodSeconds(
                        (int) plan.terminationGrace().value().toSeconds())
                .securityContext(securityOfPod())
                .topologySpreadConstraints(
                        spread("topology.kubernetes.io/zone", own), spread("kubernetes.io/hostname", own))
                .containers(container(plan, clientSettings, clientFiles.isPresent()));
        clientFiles.ifPresent(name -> pod.volumes(ClientFiles.volume(name)));
        return pod.build();
    }

    static PodSecurityContextArgs securityOfPod() {
        return PodSecurityContextArgs.builder()
                .runAsNonRoot(true)
                .seccompProfile(
                        SeccompProfileArgs.builder().type("RuntimeDefault").build())
                .build();
    }

    static SecurityContextArgs.Builder securityOfContainer() {
        return SecurityContextArgs.builder()
                .allowPrivilegeEscalation(false)
                .capabilities(CapabilitiesArgs.builder().drop("ALL").build());
    }

    private static ContainerArgs container(
            WorkloadPlan plan, Optional<Output<String>> clientSettings, boolean hasFiles) {
        String memory = plan.spec().memoryRequest();
        Probes probes =
                new Probes(plan.spec().health(), plan.pods().startupAllowance().value());
        ContainerArgs.Builder container = ContainerArgs.builder()
                .name(plan.name())
                .image(plan.spec().image())
                .ports(ContainerPortArgs.builder()
                        .name(PORT)
                        .containerPort(plan.spec().health().port())
                        .build())
                .startupProbe(probes.startup())
                .readinessProbe(probes.readiness())
                .livenessProbe(probes.liveness())
                // No CPU limit: a throttled sender is a slow sender, and the autoscaler measures against the request.
                .resources(ResourceRequirementsArgs.builder()
                        .requests(Map.of("cpu", plan.spec().cpuRequest(), "memory", memory))
                        .limits(Map.of("memory", memory))
                        .build())
                .securityContext(securityOfContainer().build());
        clientSettings.ifPresent(name -> container.envFrom(EnvFromSourceArgs.builder()
                .configMapRef(ConfigMapEnvSourceArgs.builder().name(name).build())
                .build()));
        if (hasFiles) {
            container.volumeMounts(ClientFiles.mount());
        }
        long hook = plan.pods().preStop().value().toSeconds();
        if (hook > 0) {
            container.lifecycle(sleep(hook));
        }
        return container.build();
    }

    /** The SDK has no hook that sleeps without a program in the image. */
    private static LifecycleArgs sleep(long seconds) {
        return LifecycleArgs.builder()
                .preStop(LifecycleHandlerArgs.builder()
                        .exec(ExecActionArgs.builder()
                                .command("sleep", String.valueOf(seconds))
                                .build())
                        .build())
                .build();
    }

    /** Asks for an even spread without leaving a pod unscheduled when a zone is short; what is drained does not count. */
    private static TopologySpreadConstraintArgs spread(String key, LabelSelectorArgs own) {
        return TopologySpreadConstraintArgs.builder()
                .topologyKey(key)
                .maxSkew(1)
                .whenUnsatisfiable("ScheduleAnyway")
                .nodeTaintsPolicy("Honor")
                .labelSelector(own)
                .build();
    }
}
