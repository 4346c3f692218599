package dev.spillway.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.config.StackFile;
import dev.spillway.model.Problem;
import dev.spillway.model.Problems;
import dev.spillway.model.StackSpec;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Inputs written as the {@code stack.yaml} that they stand for, so that one reader knows every key, limit and default, and
 * complains in the same words.
 */
final class StackDocument {
    /** What in a {@code stack.yaml} stands beside the namespaces. */
    private static final Set<String> OF_THE_STACK =
            Set.of("location", "secondaryLocation", "profile", "tags", "recovery", "workloads");

    private static final String NAMESPACES = "eventHubs";
    private static final String WORKLOADS = "workloads";
    private static final String CLUSTER = "cluster";
    private static final String HUB = "hub";
    private static final String MONITORING = "monitoring";

    private final ObjectNode document;
    private final String namespace;

    private StackDocument(ObjectNode document, String namespace) {
        this.document = document;
        this.namespace = namespace;
    }

    /** A stack that holds one namespace, and the workloads that it is sized for. */
    static StackDocument ofNamespace(String name, ObjectNode inputs) {
        ObjectNode document = stack("component");
        ObjectNode namespace = document.putObject(NAMESPACES).putObject(name);
        namespace.put("tier", "Standard");
        share(inputs, document, namespace);
        document.path(WORKLOADS).forEach(workload -> sendTo(name, workload));
        return new StackDocument(document, name);
    }

    /** A stack that holds a receiver alone, which uses no namespace; where it is nothing depends on. */
    static StackDocument ofReceiver() {
        ObjectNode document = stack("component").put("location", "westeurope");
        return new StackDocument(document, "");
    }

    /** A stack that holds a cluster alone. */
    static StackDocument ofCluster(ObjectNode inputs) {
        ObjectNode document = stack("component");
        ObjectNode cluster = document.putObject(CLUSTER);
        share(inputs, document, cluster);
        if (cluster.has("existing") && !document.has("location")) {
            // A cluster that is there is where it is.
            document.put("location", "westeurope");
        }
        return new StackDocument(document, "");
    }

    /** A stack that is watched, whatever is in it. */
    static StackDocument ofMonitoring(ObjectNode inputs) {
        ObjectNode document = stack("component");
        share(inputs, document, document.putObject(MONITORING));
        return new StackDocument(document, "");
    }

    /** A whole stack, named as the component is. */
    static StackDocument ofPipeline(String name, ObjectNode inputs) {
        ObjectNode document = stack(name);
        document.setAll(inputs);
        return new StackDocument(document, "");
    }

    private static ObjectNode stack(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", "spillway.dev/v1")
                .put("name", name);
    }

    /** Inputs that are the stack's go there, the others to the part of it that the component is. */
    private static void share(ObjectNode inputs, ObjectNode stack, ObjectNode part) {
        inputs.properties().forEach(input -> {
            ObjectNode home = OF_THE_STACK.contains(input.getKey()) ? stack : part;
            home.set(input.getKey(), input.getValue());
        });
    }

    /** The same stack with one more workload, or with that one in place of one of its name. */
    StackDocument withWorkload(String name, ObjectNode inputs) {
        ObjectNode more = document.deepCopy();
        ObjectNode workload = inputs.deepCopy();
        sendTo(namespace, workload);
        more.withObjectProperty(WORKLOADS).set(name, workload);
        return new StackDocument(more, namespace);
    }

    /** Whether the namespace has that key. */
    boolean names(String key) {
        return document.path(NAMESPACES).path(namespace).has(key);
    }

    /** A component knows its namespace, so that the name of the hub is enough. */
    private static void sendTo(String namespace, JsonNode workload) {
        String hub = workload.path(HUB).asText();
        if (workload instanceof ObjectNode written && !namespace.isEmpty() && !hub.isEmpty() && !hub.contains("/")) {
            written.put(HUB, namespace + "/" + hub);
        }
    }

    /** The stack of a namespace; empty, and reported, when anything is wrong with it. */
    Optional<StackSpec> read(Inputs inputs) {
        return read(inputs, NAMESPACES + "." + namespace);
    }

    /** The stack with a cluster whose inputs these are. */
    Optional<StackSpec> readCluster(Inputs inputs) {
        return read(inputs, CLUSTER);
    }

    /** The stack with a monitoring whose inputs these are. */
    Optional<StackSpec> readMonitoring(Inputs inputs) {
        return read(inputs, MONITORING);
    }

    /** The stack whose inputs are all of it. */
    Optional<StackSpec> readWhole(Inputs inputs) {
        return read(inputs, "");
    }

    /** The stack with a workload whose inputs these are. */
    Optional<StackSpec> readWorkload(String name, Inputs inputs) {
        return read(inputs, WORKLOADS + "." + name);
    }

    private Optional<StackSpec> read(Inputs inputs, String ofComponent) {
        try {
            return Optional.of(
                    StackFile.parse(inputs.component(), document.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (Problems problems) {
            inputs.report(problems.problems().stream()
                    .map(problem -> asInput(problem, ofComponent))
                    .toList());
            return Optional.empty();
        }
    }

    /** The place in the words of the component's user, who never sees lines. */
    private static Problem asInput(Problem problem, String ofComponent) {
        String path = problem.path();
        if (path.equals(ofComponent)) {
            path = "";
        } else if (path.startsWith(ofComponent + ".")) {
            path = path.substring(ofComponent.length() + 1);
        }
        return new Problem(problem.file(), 0, 0, path, problem.message());
    }
}
