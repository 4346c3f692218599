package dev.spillway.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.intake.GraphJson;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.Profile;
import dev.spillway.rule.Deployed;
import dev.spillway.rules.Catalogue;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ResourceGraph;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Resources judged per second of CPU by the whole catalogue, on one thread and warm: the joins of the topology and every rule. Stacks are
 * made of blocks of ten resources that refer to each other as those of a real stack do. With a folder as argument it writes the
 * stacks there instead, for other tools to judge.
 */
final class JudgeBench {
    private static final int[] SIZES = {1_000, 10_000, 100_000};
    private static final int BLOCK = 10;
    private static final int ROUNDS = 5;
    private static final double NANOS = 1e9;
    private static final long MEBI = 1 << 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ObjectMapper JSON = new JsonMapper();

    private JudgeBench() {}

    public static void main(String[] args) throws IOException {
        if (args.length > 0) {
            for (int size : SIZES) {
                Files.writeString(Path.of(args[0], size + ".json"), JSON.writeValueAsString(stack(size)));
            }
            return;
        }
        double[] rates = new double[SIZES.length];
        for (int at = 0; at < SIZES.length; at++) {
            rates[at] = report(SIZES[at]);
        }
        System.out.printf(
                Locale.ROOT,
                "a resource of %,d costs %.2f times one of %,d%n",
                SIZES[2],
                rates[1] / rates[2],
                SIZES[1]);
    }

    private static double report(int size) {
        ResourceGraph graph = GraphJson.read(stack(size).toString(), "bench");
        int findings = judge(graph).findings().size();
        double[] rates = new double[ROUNDS];
        long most = 0;
        for (int round = -400_000 / size; round < ROUNDS; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            Judgement judgement = judge(graph);
            double seconds = (THREADS.getCurrentThreadCpuTime() - start) / NANOS;
            rates[Math.max(round, 0)] = size / seconds;
            Runtime runtime = Runtime.getRuntime();
            most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
            if (judgement.findings().size() != findings) {
                throw new IllegalStateException("two runs differ");
            }
        }
        Arrays.sort(rates);
        System.out.printf(
                Locale.ROOT,
                "%,9d resources %,10.0f /s  (%,.0f to %,.0f), %,d findings, heap at most %d of %d MiB%n",
                size,
                rates[ROUNDS / 2],
                rates[0],
                rates[ROUNDS - 1],
                findings,
                most / MEBI,
                Runtime.getRuntime().maxMemory() / MEBI);
        return rates[ROUNDS / 2];
    }

    private static Judgement judge(ResourceGraph graph) {
        return Judge.judge(Catalogue.rules(), EventTopology.of(graph), Deployed.NOTHING_KNOWN, Profile.STRICT);
    }

    static ArrayNode stack(int size) {
        ArrayNode resources = JSON.createArrayNode();
        for (int block = 0; block < size / BLOCK; block++) {
            block(resources, block);
        }
        return resources;
    }

    private static void block(ArrayNode resources, int number) {
        String namespace = "ns-" + number;
        boolean isSound = number % 4 != 0;
        ObjectNode inputs = add(resources, "azure-native:eventhub:Namespace", namespace);
        inputs.put("namespaceName", namespace).put("location", "westeurope");
        inputs.putObject("sku")
                .put("name", isSound ? "Standard" : "Basic")
                .put("tier", isSound ? "Standard" : "Basic")
                .put("capacity", 2);
        inputs.put("isAutoInflateEnabled", isSound).put("maximumThroughputUnits", isSound ? 8 : 0);
        for (String hub : List.of("orders", "returns")) {
            ObjectNode of = add(resources, "azure-native:eventhub:EventHub", namespace + "-" + hub);
            of.put("namespaceName", namespace).put("eventHubName", hub).put("partitionCount", isSound ? 8 : 2);
            of.putObject("retentionDescription").put("retentionTimeInHours", isSound ? 72 : 24);
        }
        add(resources, "azure-native:eventhub:ConsumerGroup", namespace + "-billing")
                .put("namespaceName", namespace)
                .put("eventHubName", "orders")
                .put("consumerGroupName", "billing");
        workload(resources, namespace, "api", "producer", isSound);
        workload(resources, namespace, "billing", "consumer", isSound);
        add(resources, "kubernetes:core/v1:ConfigMap", namespace + "-settings")
                .putObject("data")
                .put("a", "b");
        ObjectNode budget = add(resources, "kubernetes:policy/v1:PodDisruptionBudget", namespace + "-api");
        budget.putObject("metadata").put("name", namespace + "-api").put("namespace", "orders");
        budget.putObject("spec")
                .put("maxUnavailable", 1)
                .putObject("selector")
                .putObject("matchLabels")
                .put("app", namespace + "-api");
    }

    private static void workload(ArrayNode resources, String namespace, String name, String role, boolean isSound) {
        String whole = namespace + "-" + name;
        ObjectNode deployment = add(resources, "kubernetes:apps/v1:Deployment", whole);
        deployment.putObject("metadata").put("name", whole).put("namespace", "orders");
        ObjectNode pod = deployment.putObject("spec").putObject("template");
        ObjectNode meta = pod.putObject("metadata");
        meta.putObject("labels").put("app", whole);
        meta.putObject("annotations")
                .put("spillway.dev/role", role)
                .put("spillway.dev/hub", namespace + "/orders")
                .put("spillway.dev/max-events-per-second", "400")
                .put("spillway.dev/max-bytes-per-second", "400000")
                .put("spillway.dev/retry-budget-seconds", "91.2")
                .put("spillway.dev/flush-seconds", "20");
        ObjectNode spec = pod.putObject("spec").put("terminationGracePeriodSeconds", isSound ? 60 : 10);
        spec.putArray("containers").addObject().put("name", name).put("image", "registry.example.com/" + name);
        ObjectNode scaler = add(resources, "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", whole);
        scaler.putObject("metadata").put("name", whole).put("namespace", "orders");
        ObjectNode range =
                scaler.putObject("spec").put("minReplicas", isSound ? 2 : 1).put("maxReplicas", isSound ? 8 : 20);
        range.putObject("scaleTargetRef")
                .put("apiVersion", "apps/v1")
                .put("kind", "Deployment")
                .put("name", whole);
    }

    private static ObjectNode add(ArrayNode resources, String type, String name) {
        return resources
                .addObject()
                .put("urn", "urn:pulumi:bench::bench::" + type + "::" + name)
                .put("type", type)
                .put("name", name)
                .putObject("inputs");
    }
}
