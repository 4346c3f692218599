package dev.spillway.plan;

import dev.spillway.config.StackFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A stack planned from YAML text, with its settings by key. */
final class PlannedStack {
    private final StackPlan plan;
    private final Map<String, Setting> settings;

    private PlannedStack(StackPlan plan) {
        this.plan = plan;
        this.settings = plan.settings().stream().collect(Collectors.toMap(Setting::key, setting -> setting));
    }

    static PlannedStack of(String yaml) {
        return of(yaml, Map.of());
    }

    private static PlannedStack of(String yaml, Map<String, LiveCapacity> live) {
        return new PlannedStack(
                StackPlanner.plan(StackFile.parse("stack.yaml", yaml.getBytes(StandardCharsets.UTF_8)), live));
    }

    /** The pipeline with a load of 1,000 to 2,000 events per second, where the namespace has something already. */
    static PlannedStack beside(LiveCapacity live, String namespace) {
        return of(
                pipelineText("baselineEventsPerSecond: 1000, peakEventsPerSecond: 2000", namespace, "", ""),
                Map.of("n", live));
    }

    /** One namespace {@code n} with one hub {@code h} and one producer {@code p}; the texts are flow mappings' members. */
    static PlannedStack pipeline(String load, String namespace, String hub, String producer) {
        return of(pipelineText(load, namespace, hub, producer));
    }

    private static String pipelineText(String load, String namespace, String hub, String producer) {
        return """
                apiVersion: spillway.dev/v1
                name: orders
                location: westeurope
                load: { LOAD }
                eventHubs: { n: { tier: Standard, NAMESPACE hubs: { h: { HUB consumerGroups: [g] } } } }
                workloads:
                  p: { role: producer, hub: n/h, image: "p:1", PRODUCER perReplicaEventsPerSecond: 1000 }
                  c: { role: consumer, hub: n/h, consumerGroup: g, image: "c:1", perReplicaEventsPerSecond: 1000 }
                """.replace("LOAD", load.contains("averageEventBytes") ? load : load + ", averageEventBytes: 1000")
                .replace("NAMESPACE", members(namespace))
                .replace("HUB", members(hub))
                .replace("PRODUCER", members(producer));
    }

    StackPlan plan() {
        return plan;
    }

    NamespacePlan namespace() {
        return plan.namespaces().get(0);
    }

    WorkloadPlan producer() {
        return plan.workload("p");
    }

    WorkloadPlan consumer() {
        return plan.workload("c");
    }

    /** {@code value unit source}. */
    String setting(String key) {
        Setting setting = settings.get(key);
        if (setting == null) {
            throw new AssertionError("no setting " + key + " among " + settings.keySet());
        }
        return (setting.value() + " " + setting.unit()).trim() + " "
                + setting.source().key();
    }

    String reason(String key) {
        return Objects.requireNonNull(settings.get(key)).reason();
    }

    private static String members(String members) {
        return members.isEmpty() ? "" : members + ",";
    }
}
