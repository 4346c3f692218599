package dev.spillway.loss;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads how pods are started and scaled, which senders and consumers declare alike. */
final class PodsJson {
    /** The fields that a workload declares for its pods. */
    static final Set<String> FIELDS = Set.of(
            "replicas",
            "autoscaling",
            "podStartSeconds",
            "freePodSlots",
            "podsPerNode",
            "nodeProvisionSeconds",
            "clusterAutoscalerScanSeconds");

    private static final double POD_START_SECONDS = 30;
    private static final double DEFAULT_TARGET = 80;
    private static final Set<String> AUTOSCALING = Set.of(
            "minReplicas",
            "maxReplicas",
            "metric",
            "unprocessedEventThreshold",
            "targetAverageUtilization",
            "utilizationAtCapacityPercent",
            "tolerance",
            "metricsDelaySeconds",
            "metricsWindowSeconds",
            "behavior");
    private static final Set<String> BEHAVIOR = Set.of("scaleUp", "scaleDown");
    private static final Set<String> RULES = Set.of("stabilizationWindowSeconds", "selectPolicy", "policies");
    private static final Set<String> POLICY = Set.of("type", "value", "periodSeconds");
    private static final List<String> METRICS = List.of("cpuUtilization", "externalLag");

    private PodsJson() {}

    static Optional<PodStart> start(ScenarioFields fields) {
        PodStart absent = PodStart.after(POD_START_SECONDS);
        return fields.build(() -> new PodStart(
                fields.number("podStartSeconds", absent.podStartSeconds()),
                fields.number("freePodSlots", absent.freePodSlots()),
                fields.whole("podsPerNode", absent.podsPerNode()),
                fields.number("nodeProvisionSeconds", absent.nodeProvisionSeconds()),
                fields.number("clusterAutoscalerScanSeconds", absent.clusterAutoscalerScanSeconds())));
    }

    static Optional<Scaling> scaling(ScenarioFields fields) {
        if (fields.has("replicas") == fields.has("autoscaling")) {
            fields.refuse(
                    "replicas",
                    fields.has("replicas") ? "a number beside autoscaling" : "nothing",
                    "either replicas or autoscaling");
            return Optional.empty();
        }
        return fields.child("autoscaling", AUTOSCALING)
                .map(PodsJson::autoscaling)
                .orElseGet(() -> fields.build(() -> new Scaling.Fixed(fields.whole("replicas"))));
    }

    private static Optional<Scaling> autoscaling(ScenarioFields fields) {
        var cpu = Scaling.CpuAutoscaling.of(1, 1, DEFAULT_TARGET);
        String metric =
                fields.named("metric", METRICS.get(0), name -> Optional.of(name).filter(METRICS::contains), METRICS);
        Behavior behavior =
                fields.child("behavior", BEHAVIOR).flatMap(PodsJson::behavior).orElse(Behavior.documented());
        if (metric.equals("externalLag")) {
            return fields.build(() -> new Scaling.LagAutoscaling(
                    fields.whole("minReplicas"),
                    fields.whole("maxReplicas"),
                    fields.number("unprocessedEventThreshold", Scaling.LagAutoscaling.DEFAULT_THRESHOLD),
                    fields.number("tolerance", cpu.tolerance()),
                    behavior));
        }
        return fields.build(() -> new Scaling.CpuAutoscaling(
                fields.whole("minReplicas"),
                fields.whole("maxReplicas"),
                fields.number("targetAverageUtilization", cpu.targetAverageUtilization()),
                fields.number("utilizationAtCapacityPercent", cpu.utilizationAtCapacityPercent()),
                fields.number("tolerance", cpu.tolerance()),
                fields.number("metricsDelaySeconds", cpu.metricsDelaySeconds()),
                fields.number("metricsWindowSeconds", cpu.metricsWindowSeconds()),
                behavior));
    }

    private static Optional<Behavior> behavior(ScenarioFields fields) {
        Behavior absent = Behavior.documented();
        var up = rules(fields, "scaleUp", absent.scaleUp());
        var down = rules(fields, "scaleDown", absent.scaleDown());
        return fields.build(() -> new Behavior(up.orElseThrow(), down.orElseThrow()));
    }

    private static Optional<Behavior.Rules> rules(ScenarioFields behavior, String name, Behavior.Rules absent) {
        var given = behavior.child(name, RULES);
        if (given.isEmpty()) {
            return Optional.of(absent);
        }
        ScenarioFields fields = given.get();
        var policies = fields.has("policies")
                ? fields.items("policies").stream()
                        .flatMap(item -> policy(item.fields(POLICY)).stream())
                        .toList()
                : absent.policies();
        return fields.build(() -> new Behavior.Rules(
                fields.number("stabilizationWindowSeconds", absent.stabilizationWindowSeconds()),
                fields.named(
                        "selectPolicy",
                        absent.selectPolicy(),
                        Behavior.Select::byKey,
                        Stream.of(Behavior.Select.values())
                                .map(Behavior.Select::key)
                                .toList()),
                policies));
    }

    private static Optional<Behavior.Policy> policy(ScenarioFields fields) {
        if (!fields.has("type")) {
            fields.refuse("type", "nothing", "Pods or Percent");
        }
        return fields.build(() -> new Behavior.Policy(
                fields.named(
                        "type",
                        Behavior.Policy.Kind.PODS,
                        name -> Behavior.Policy.Kind.byKey(name).filter(kind -> kind != Behavior.Policy.Kind.TOTAL),
                        List.of("Pods", "Percent")),
                fields.whole("value"),
                fields.number("periodSeconds")));
    }
}
