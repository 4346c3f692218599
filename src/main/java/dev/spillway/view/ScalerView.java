package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** An autoscaler of a workload: a HorizontalPodAutoscaler of any version, or a KEDA ScaledObject. */
public record ScalerView(ResourceView resource, Kind kind) implements Subject {
    private static final String METRICS = "spec.metrics";
    private static final String TRIGGERS = KedaTriggers.PATH;
    private static final int KUBERNETES_CPU_TARGET = 80;

    /** Which controller acts, where it reads its bounds, and what it takes when they are absent. */
    public enum Kind {
        HORIZONTAL_POD_AUTOSCALER("spec.minReplicas", "spec.maxReplicas"),
        SCALED_OBJECT("spec.minReplicaCount", "spec.maxReplicaCount"),
        /** Of the group {@code keda.k8s.io}, which KEDA 2 ignores. */
        RETIRED_SCALED_OBJECT("spec.minReplicaCount", "spec.maxReplicaCount");

        private final String minimumPath;
        private final String maximumPath;

        Kind(String minimumPath, String maximumPath) {
            this.minimumPath = minimumPath;
            this.maximumPath = maximumPath;
        }

        public String minimumPath() {
            return minimumPath;
        }

        public String maximumPath() {
            return maximumPath;
        }
    }

    static Optional<ScalerView> of(ResourceView resource) {
        return ResourceKind.of(resource).flatMap(ScalerView::kindOf).map(kind -> new ScalerView(resource, kind));
    }

    public boolean isKeda() {
        return kind != Kind.HORIZONTAL_POD_AUTOSCALER;
    }

    /** The fewest replicas: 1 where a HorizontalPodAutoscaler does not say, 0 where a ScaledObject does not. */
    public Fact<Integer> minimum() {
        return resource.whole(kind.minimumPath()).orDefault(isKeda() ? 0 : 1);
    }

    /** The most replicas: 100 where a ScaledObject does not say; a HorizontalPodAutoscaler has to. */
    public Fact<Integer> maximum() {
        Fact<Integer> maximum = resource.whole(kind.maximumPath());
        return isKeda() ? maximum.orDefault(100) : maximum;
    }

    /** The CPU target in percent of the request; absent where something else is measured. */
    public Fact<Integer> cpuTargetPercent() {
        Fact<Integer> version1 = resource.whole("spec.targetCPUUtilizationPercentage");
        if (isKeda()) {
            return resource.node(TRIGGERS).then(KedaTriggers::cpuTargetPercent);
        }
        if (!version1.isAbsent()) {
            return version1;
        }
        Fact<JsonNode> metrics = resource.node(METRICS);
        return metrics.isAbsent() ? Fact.known(METRICS, KUBERNETES_CPU_TARGET) : metrics.then(this::cpuTargetPercent);
    }

    /** What it measures as a share of the request: {@code cpu}, {@code memory}; nothing where it measures amounts. */
    public Fact<Set<String>> utilisations() {
        return isKeda()
                ? resource.node(TRIGGERS).map(ScalerView::utilisationTriggers).orDefault(Set.of())
                : resource.node(METRICS).then(this::utilisationMetrics).orDefault(Set.of("cpu"));
    }

    private static Set<String> utilisationTriggers(JsonNode triggers) {
        Set<String> measured = new TreeSet<>();
        for (JsonNode trigger : triggers) {
            String type = trigger.path("type").asText();
            boolean isShare = trigger.path("metricType").asText("Utilization").equals("Utilization");
            if (isShare && (type.equals("cpu") || type.equals("memory"))) {
                measured.add(type);
            }
        }
        return measured;
    }

    private Fact<Set<String>> utilisationMetrics(JsonNode metrics) {
        Set<String> measured = new TreeSet<>();
        for (int at = 0; at < metrics.size(); at++) {
            String path = METRICS + "." + at;
            Fact<JsonNode> share = resource.node(path + ".resource.target.averageUtilization");
            Fact<String> name = resource.text(path + ".resource.name");
            if (share.isUnknown() || (!share.isAbsent() && name.isUnknown())) {
                return Fact.unknown(path, "some of it is known only after deployment");
            }
            if (share.isKnown()) {
                name.whenKnown().ifPresent(measured::add);
            }
        }
        return Fact.known(METRICS, measured);
    }

    /** The name of what it scales. */
    public Fact<String> targetName() {
        return target();
    }

    /** Whether a trigger reads the lag of an event hub, which makes the target a consumer. */
    public boolean readsEventHubLag() {
        Fact<JsonNode> triggers = resource.node(TRIGGERS);
        return isKeda()
                && triggers.whenKnown().stream()
                        .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                        .anyMatch(KedaTriggers::isEventHub);
    }

    /** An entry of the first trigger on the lag of a hub; absent where there is none. */
    Fact<String> lagTrigger(String entry) {
        Fact<JsonNode> triggers = resource.node(TRIGGERS);
        return triggers.then(list -> {
            for (int at = 0; isKeda() && at < list.size(); at++) {
                if (KedaTriggers.isEventHub(list.path(at))) {
                    return resource.text(TRIGGERS + "." + at + ".metadata." + entry);
                }
            }
            return Fact.absent(TRIGGERS);
        });
    }

    /** Unread events that one pod is worth to a trigger on an event hub; absent where there is no such trigger. */
    public Fact<Double> unreadEventsPerPod() {
        Fact<JsonNode> triggers = resource.node(TRIGGERS);
        if (!isKeda() || triggers.isAbsent()) {
            return Fact.absent(TRIGGERS);
        }
        return triggers.then(KedaTriggers::unreadEventsPerPod);
    }

    private Fact<Integer> cpuTargetPercent(JsonNode metrics) {
        for (int i = 0; i < metrics.size(); i++) {
            if ("cpu".equals(metrics.path(i).path("resource").path("name").textValue())) {
                return resource.whole(METRICS + "." + i + ".resource.target.averageUtilization");
            }
        }
        return Fact.absent(METRICS);
    }

    private static Optional<Kind> kindOf(ResourceKind found) {
        return switch (found) {
            case HORIZONTAL_POD_AUTOSCALER -> Optional.of(Kind.HORIZONTAL_POD_AUTOSCALER);
            case SCALED_OBJECT -> Optional.of(Kind.SCALED_OBJECT);
            case RETIRED_SCALED_OBJECT -> Optional.of(Kind.RETIRED_SCALED_OBJECT);
            default -> Optional.empty();
        };
    }

    /** {@code kubernetesNamespace/Kind/name} of what is scaled. */
    Fact<String> target() {
        Fact<String> name = resource.text("spec.scaleTargetRef.name");
        Fact<String> target = name.isAbsent() && isKeda() ? resource.text("spec.scaleTargetRef.deploymentName") : name;
        Fact<String> targetKind = resource.text("spec.scaleTargetRef.kind").orDefault("Deployment");
        return Fact.both(
                KubernetesName.namespaceOf(resource),
                Fact.both(targetKind, target, KubernetesName::join),
                KubernetesName::join);
    }
}
