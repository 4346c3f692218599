package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.autoscaling.v2.inputs.CrossVersionObjectReferenceArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.HPAScalingPolicyArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.HPAScalingRulesArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.HorizontalPodAutoscalerBehaviorArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.HorizontalPodAutoscalerSpecArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.MetricSpecArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.MetricTargetArgs;
import com.pulumi.kubernetes.autoscaling.v2.inputs.ResourceMetricSourceArgs;
import dev.spillway.plan.ScalingBehavior;
import dev.spillway.plan.WorkloadPlan;

/** The autoscaler of a workload, spelled out. */
final class Autoscaling {
    private Autoscaling() {}

    static HorizontalPodAutoscalerSpecArgs spec(WorkloadPlan plan, Output<String> deploymentName) {
        return HorizontalPodAutoscalerSpecArgs.builder()
                .scaleTargetRef(CrossVersionObjectReferenceArgs.builder()
                        .apiVersion("apps/v1")
                        .kind("Deployment")
                        .name(deploymentName)
                        .build())
                .minReplicas(plan.minReplicas().value())
                .maxReplicas(plan.maxReplicas().value())
                .metrics(MetricSpecArgs.builder()
                        .type("Resource")
                        .resource(ResourceMetricSourceArgs.builder()
                                .name("cpu")
                                .target(MetricTargetArgs.builder()
                                        .type("Utilization")
                                        .averageUtilization(
                                                plan.cpuTargetPercent().value())
                                        .build())
                                .build())
                        .build())
                .behavior(behavior(plan.behavior().value()))
                .build();
    }

    private static HorizontalPodAutoscalerBehaviorArgs behavior(ScalingBehavior behavior) {
        return HorizontalPodAutoscalerBehaviorArgs.builder()
                .scaleUp(HPAScalingRulesArgs.builder()
                        .stabilizationWindowSeconds(behavior.upWindowSeconds())
                        .selectPolicy("Max")
                        .policies(
                                policy("Percent", behavior.upPercent(), behavior.upPeriodSeconds()),
                                policy("Pods", behavior.upPods(), behavior.upPeriodSeconds()))
                        .build())
                .scaleDown(HPAScalingRulesArgs.builder()
                        .stabilizationWindowSeconds(behavior.downWindowSeconds())
                        .selectPolicy("Max")
                        .policies(policy("Pods", behavior.downPods(), behavior.downPeriodSeconds()))
                        .build())
                .build();
    }

    private static HPAScalingPolicyArgs policy(String type, int value, int periodSeconds) {
        return HPAScalingPolicyArgs.builder()
                .type(type)
                .value(value)
                .periodSeconds(periodSeconds)
                .build();
    }
}
