package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.plan.LagPlan;
import dev.spillway.plan.ScalingBehavior;
import dev.spillway.plan.WorkloadPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scaler of readers: a ScaledObject of KEDA on what waits to be read, with the identity that may look. */
final class LagScaling {
    private static final String GROUP = "keda.sh/v1alpha1";
    /** Looks often enough for the HorizontalPodAutoscaler that KEDA makes, which asks every 15 s. */
    private static final int POLLING_SECONDS = 15;

    private static final int FAILURES_BEFORE_FALLBACK = 3;

    private final WorkloadPlan plan;
    private final LagPlan lag;
    private final CheckpointStore.Place checkpoints;
    private final Optional<Output<String>> clientId;

    private LagScaling(
            WorkloadPlan plan, LagPlan lag, CheckpointStore.Place checkpoints, Optional<Output<String>> clientId) {
        this.plan = plan;
        this.lag = lag;
        this.checkpoints = checkpoints;
        this.clientId = clientId;
    }

    /** Declares both, the identity first. */
    static void declare(
            WorkloadPlan plan,
            LagPlan lag,
            CheckpointStore.Place checkpoints,
            Optional<Output<String>> clientId,
            Output<String> deploymentName,
            Resource parent) {
        LagScaling scaling = new LagScaling(plan, lag, checkpoints, clientId);
        Labels labels = new Labels(plan.name());
        CustomResourceOptions child =
                CustomResourceOptions.builder().parent(parent).build();
        KubernetesObject identity = KubernetesObject.declare(
                GROUP, "TriggerAuthentication", plan.name(), labels.meta(plan.name()), scaling.authentication(), child);
        KubernetesObject.declare(
                GROUP,
                "ScaledObject",
                plan.name(),
                labels.meta(plan.name()),
                scaling.scaledObject(deploymentName),
                CustomResourceOptions.builder()
                        .parent(parent)
                        .dependsOn(identity)
                        .build());
    }

    /** Without an identity of the workload's KEDA uses its own, which must have been given the roles. */
    private Map<String, Object> authentication() {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("provider", "azure-workload");
        clientId.ifPresent(id -> identity.put("identityId", id));
        return Map.of("podIdentity", identity);
    }

    private Map<String, Object> scaledObject(Output<String> deploymentName) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("scaleTargetRef", Map.of("apiVersion", "apps/v1", "kind", "Deployment", "name", deploymentName));
        spec.put("minReplicaCount", plan.minReplicas().value());
        spec.put("maxReplicaCount", plan.maxReplicas().value());
        spec.put("pollingInterval", POLLING_SECONDS);
        spec.put("cooldownPeriod", (int) lag.cooldown().value().toSeconds());
        spec.put(
                "fallback",
                Map.of(
                        "failureThreshold",
                        FAILURES_BEFORE_FALLBACK,
                        "replicas",
                        lag.fallbackReplicas().value()));
        spec.put(
                "advanced",
                Map.of(
                        "horizontalPodAutoscalerConfig",
                        Map.of("behavior", behavior(plan.behavior().value()))));
        spec.put("triggers", List.of(trigger()));
        return spec;
    }

    private Map<String, Object> trigger() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("eventHubNamespace", plan.azureNamespace());
        metadata.put("eventHubName", plan.spec().hub().hub());
        metadata.put("consumerGroup", plan.spec().consumerGroup().orElseThrow());
        metadata.put(
                "unprocessedEventThreshold",
                String.valueOf(lag.thresholdEvents().value()));
        metadata.put("activationUnprocessedEventThreshold", "0");
        metadata.put("checkpointStrategy", "blobMetadata");
        metadata.put("storageAccountName", checkpoints.account());
        metadata.put("blobContainer", checkpoints.container());
        return Map.of(
                "type",
                "azure-eventhub",
                "name",
                "lag",
                "metadata",
                metadata,
                "authenticationRef",
                Map.of("name", plan.name()));
    }

    /** The same block as a HorizontalPodAutoscaler has, handed on by KEDA. */
    private static Map<String, Object> behavior(ScalingBehavior behavior) {
        return Map.of(
                "scaleUp",
                Map.of(
                        "stabilizationWindowSeconds",
                        behavior.upWindowSeconds(),
                        "selectPolicy",
                        "Max",
                        "policies",
                        List.of(
                                policy("Percent", behavior.upPercent(), behavior.upPeriodSeconds()),
                                policy("Pods", behavior.upPods(), behavior.upPeriodSeconds()))),
                "scaleDown",
                Map.of(
                        "stabilizationWindowSeconds",
                        behavior.downWindowSeconds(),
                        "selectPolicy",
                        "Max",
                        "policies",
                        List.of(policy("Pods", behavior.downPods(), behavior.downPeriodSeconds()))));
    }

    private static Map<String, Object> policy(String type, int value, int periodSeconds) {
        return Map.of("type", type, "value", value, "periodSeconds", periodSeconds);
    }
}
