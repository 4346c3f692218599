package dev.spillway.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.resources.ComponentResource;
import dev.spillway.components.AksCluster;
import dev.spillway.components.AutoscaledWorkload;
import dev.spillway.components.EventGridComponent;
import dev.spillway.components.EventHubsConsumerWorkload;
import dev.spillway.components.EventHubsNamespace;
import dev.spillway.components.EventPipelineMonitoring;
import dev.spillway.components.EventProducerWorkload;
import dev.spillway.model.Problems;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.model.WorkloadSpec.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import pulumirpc.Provider.ConstructRequest;

/** Takes orders, and remembers the namespaces and clusters that workloads are ordered for. */
final class OrderDesk {
    private static final String RESOURCE_GROUP = "resourceGroupName";
    private static final String NAMESPACE = "namespace";
    private static final String CLUSTER = "cluster";
    private static final String ROLE = "role";
    /** What monitoring can be told to watch, by input. */
    private static final SortedMap<String, String> WATCHED = new TreeMap<>(Map.of(
            "namespaces", "an EventHubsNamespace of this package",
            "workloads", "a workload of this package",
            "eventGrid", "a component of Event Grid of this package"));

    /** What a {@code stack.yaml} has and a pipeline has not. */
    private static final List<String> OF_THE_FILE =
            List.of("apiVersion", "name", "resourceGroup", "rules", "exceptions");

    private static final List<String> TYPES = List.of(
            EventHubsNamespace.TYPE,
            AksCluster.TYPE,
            AutoscaledWorkload.TYPE,
            EventProducerWorkload.TYPE,
            EventHubsConsumerWorkload.TYPE,
            EventPipelineMonitoring.TYPE,
            PipelineResource.TYPE);

    private final Map<String, Namespace> namespaces = new ConcurrentHashMap<>();
    private final Map<String, AksCluster> clusters = new ConcurrentHashMap<>();

    /** Everything that was made, for those who only have to name it. */
    private final Map<String, ComponentResource> made = new ConcurrentHashMap<>();

    /** A namespace that was declared, and the stack that it was planned as. */
    private record Namespace(EventHubsNamespace component, StackDocument stack) {}

    /** Throws everything that is wrong with the inputs at once. */
    Order take(ConstructRequest request) {
        Inputs inputs = Inputs.of(request);
        Optional<Order> order = switch (request.getType()) {
            case EventHubsNamespace.TYPE -> namespace(request.getName(), inputs);
            case AksCluster.TYPE -> cluster(request.getName(), inputs);
            case AutoscaledWorkload.TYPE -> workload(request.getName(), inputs);
            case EventProducerWorkload.TYPE -> hubWorkload(request.getName(), inputs, Role.PRODUCER);
            case EventHubsConsumerWorkload.TYPE -> hubWorkload(request.getName(), inputs, Role.CONSUMER);
            case EventPipelineMonitoring.TYPE -> monitoring(request.getName(), inputs);
            case PipelineResource.TYPE -> pipeline(request.getName(), inputs);
            default ->
                GridDocument.SECTIONS.containsKey(request.getType())
                        ? grid(request.getType(), request.getName(), inputs)
                        : none(inputs);
        };
        if (!inputs.problems().isEmpty()) {
            throw new Problems(inputs.problems());
        }
        return order.orElseThrow();
    }

    /** To be called with the URN once it is known. */
    void remember(String urn, Order order, Order.Made done) {
        made.put(urn, done.component());
        if (done.component() instanceof EventHubsNamespace namespace && order instanceof Order.NamespaceOrder ordered) {
            namespaces.put(urn, new Namespace(namespace, ordered.stack()));
        }
        if (done.component() instanceof AksCluster cluster) {
            clusters.put(urn, cluster);
        }
    }

    private static Optional<Order> none(Inputs inputs) {
        List<String> all = Stream.concat(
                        TYPES.stream(), GridDocument.SECTIONS.keySet().stream().sorted())
                .toList();
        inputs.report("", "no such component, give one of " + String.join(", ", all));
        return Optional.empty();
    }

    private static Optional<Order> grid(String type, String name, Inputs inputs) {
        Optional<Input> group = inputs.text(RESOURCE_GROUP, "the name of the resource group to declare it in");
        Optional<StackSpec> spec = GridDocument.read(type, name, inputs.plainWithout(RESOURCE_GROUP), inputs);
        return group.flatMap(
                known -> spec.map(stack -> new Order.GridOrder(type, name, known, stack, Clock.systemUTC())));
    }

    private Optional<Order> namespace(String name, Inputs inputs) {
        Optional<Input> group = inputs.text(RESOURCE_GROUP, "the name of the resource group to declare it in");
        StackDocument stack = StackDocument.ofNamespace(name, inputs.plainWithout(RESOURCE_GROUP));
        if (!stack.names("namespaceName")) {
            inputs.report("namespaceName", "missing, give the name that clients use");
        }
        Optional<StackSpec> spec = stack.read(inputs);
        return group.flatMap(known -> spec.map(plan -> new Order.NamespaceOrder(name, known, plan, stack)));
    }

    private Optional<Order> cluster(String name, Inputs inputs) {
        Optional<Input> group = inputs.has(RESOURCE_GROUP)
                ? inputs.text(RESOURCE_GROUP, "the name of the resource group to declare it in")
                : Optional.empty();
        if (inputs.has("new") && !inputs.has(RESOURCE_GROUP)) {
            inputs.report(RESOURCE_GROUP, "missing, give the name of the resource group to declare it in");
        }
        Optional<Namespace> namespace = inputs.has(NAMESPACE) ? namespaceOf(inputs) : Optional.empty();
        return StackDocument.ofCluster(inputs.plainWithout(RESOURCE_GROUP, NAMESPACE))
                .readCluster(inputs)
                .map(spec -> new Order.ClusterOrder(name, group, spec, namespace.map(Namespace::component)));
    }

    private Optional<Order> workload(String name, Inputs inputs) {
        var plain = inputs.plainWithout(NAMESPACE);
        if (plain.path("role").asText().equals(Role.RECEIVER.key()) && !inputs.has(NAMESPACE)) {
            return specOf(name, plain, StackDocument.ofReceiver(), inputs)
                    .map(spec -> new Order.WorkloadOrder(name, spec, Optional.empty()));
        }
        return namespaceOf(inputs)
                .flatMap(known -> specOf(name, plain, known.stack, inputs)
                        .map(spec -> new Order.WorkloadOrder(name, spec, Optional.of(known.component))));
    }

    private Optional<Order> hubWorkload(String name, Inputs inputs, Role role) {
        var plain = inputs.plainWithout(NAMESPACE, CLUSTER);
        Optional<AksCluster> cluster = inputs.has(CLUSTER) ? clusterOf(inputs) : Optional.empty();
        Optional<Namespace> namespace = namespaceOf(inputs);
        if (!plain.has(ROLE)) {
            plain.put(ROLE, role.key());
        }
        if (!plain.path(ROLE).asText().equals(role.key())) {
            inputs.report(ROLE, "not possible here, give " + role.key() + " or leave it out");
            return Optional.empty();
        }
        return namespace.flatMap(known -> specOf(name, plain, known.stack, inputs)
                .map(spec -> role == Role.PRODUCER
                        ? new Order.ProducerOrder(name, spec, known.component, cluster)
                        : new Order.ConsumerOrder(name, spec, known.component, cluster)));
    }

    private Optional<Order> monitoring(String name, Inputs inputs) {
        Optional<Input> group = inputs.text(RESOURCE_GROUP, "the name of the resource group to declare it in");
        List<ComponentResource> watched = new ArrayList<>();
        WATCHED.forEach((input, right) -> inputs.resources(input, right).forEach(urn -> {
            ComponentResource component = made.get(urn);
            if (component == null || !isWatchedAs(input, component)) {
                inputs.report(input, strange(urn, right));
            } else {
                watched.add(component);
            }
        }));
        List<Map<String, Input>> others = inputs.objects("resources", List.of("id", "name", "type"));
        if (watched.isEmpty() && others.isEmpty()) {
            inputs.report("", "nothing is watched, give namespaces, workloads, eventGrid or resources");
        }
        String[] known = Stream.concat(WATCHED.keySet().stream(), Stream.of(RESOURCE_GROUP, "resources"))
                .toArray(String[]::new);
        return StackDocument.ofMonitoring(inputs.plainWithout(known))
                .readMonitoring(inputs)
                .flatMap(spec -> group.map(in -> new Order.MonitoringOrder(name, in, spec, watched, others)));
    }

    private static boolean isWatchedAs(String input, ComponentResource component) {
        return switch (input) {
            case "namespaces" -> component instanceof EventHubsNamespace;
            case "eventGrid" -> component instanceof EventGridComponent;
            default ->
                component instanceof AutoscaledWorkload
                        || component instanceof EventProducerWorkload
                        || component instanceof EventHubsConsumerWorkload;
        };
    }

    private static Optional<Order> pipeline(String name, Inputs inputs) {
        Optional<Input> group = inputs.text(RESOURCE_GROUP, "the name of the resource group to declare it in");
        OF_THE_FILE.stream()
                .filter(inputs::has)
                .forEach(key -> inputs.report(key, "a key of the file of a stack alone, leave it out"));
        String[] known =
                Stream.concat(OF_THE_FILE.stream(), Stream.of(RESOURCE_GROUP)).toArray(String[]::new);
        return StackDocument.ofPipeline(name, inputs.plainWithout(known))
                .readWhole(inputs)
                .flatMap(spec -> group.map(in -> new Order.PipelineOrder(name, in, spec, Clock.systemUTC())));
    }

    private static String strange(String urn, String right) {
        return urn + " is not known to this provider, give " + right
                + " that is made by the same provider in the same program";
    }

    private static Optional<WorkloadSpec> specOf(String name, ObjectNode plain, StackDocument stack, Inputs inputs) {
        return stack.withWorkload(name, plain)
                .readWorkload(name, inputs)
                .flatMap(read -> read.workloads().stream()
                        .filter(workload -> workload.name().equals(name))
                        .findFirst());
    }

    private Optional<Namespace> namespaceOf(Inputs inputs) {
        return resource(inputs, NAMESPACE, "an EventHubsNamespace of this package", namespaces);
    }

    private Optional<AksCluster> clusterOf(Inputs inputs) {
        return resource(inputs, CLUSTER, "an AksCluster of this package", clusters);
    }

    private static <T> Optional<T> resource(Inputs inputs, String name, String right, Map<String, T> known) {
        Optional<String> urn = inputs.resource(name, right);
        Optional<T> found = urn.map(known::get);
        if (urn.isPresent() && found.isEmpty()) {
            inputs.report(name, strange(urn.get(), right));
        }
        return found;
    }
}
