package dev.spillway.provider;

import dev.spillway.components.AutoscaledWorkload;
import dev.spillway.components.EventHubsNamespace;
import dev.spillway.model.Problems;
import dev.spillway.model.StackSpec;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import pulumirpc.Provider.ConstructRequest;

/** Takes orders, and remembers the namespaces that workloads are ordered for. */
final class OrderDesk {
    private static final String RESOURCE_GROUP = "resourceGroupName";
    private static final String NAMESPACE = "namespace";

    private final Map<String, Namespace> namespaces = new ConcurrentHashMap<>();

    /** A namespace that was declared, and the stack that it was planned as. */
    private record Namespace(EventHubsNamespace component, StackDocument stack) {}

    /** Throws everything that is wrong with the inputs at once. */
    Order take(ConstructRequest request) {
        Inputs inputs = Inputs.of(request);
        Optional<Order> order = switch (request.getType()) {
            case EventHubsNamespace.TYPE -> namespace(request.getName(), inputs);
            case AutoscaledWorkload.TYPE -> workload(request.getName(), inputs);
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
    void remember(String urn, Order order, Order.Made made) {
        if (made.component() instanceof EventHubsNamespace namespace && order instanceof Order.NamespaceOrder ordered) {
            namespaces.put(urn, new Namespace(namespace, ordered.stack()));
        }
    }

    private static Optional<Order> none(Inputs inputs) {
        List<String> all = Stream.concat(
                        Stream.of(EventHubsNamespace.TYPE, AutoscaledWorkload.TYPE),
                        GridDocument.SECTIONS.keySet().stream().sorted())
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

    private Optional<Order> workload(String name, Inputs inputs) {
        String right = "an EventHubsNamespace of this package";
        Optional<String> urn = inputs.resource(NAMESPACE, right);
        Optional<Namespace> namespace = urn.map(namespaces::get);
        if (urn.isPresent() && namespace.isEmpty()) {
            inputs.report(
                    NAMESPACE,
                    urn.get() + " is not known to this provider, give " + right
                            + " that is made by the same provider in the same program");
        }
        var plain = inputs.plainWithout(NAMESPACE);
        return namespace.flatMap(known -> known.stack
                .withWorkload(name, plain)
                .readWorkload(name, inputs)
                .flatMap(stack -> stack.workloads().stream()
                        .filter(workload -> workload.name().equals(name))
                        .findFirst())
                .map(workload -> new Order.WorkloadOrder(name, workload, known.component)));
    }
}
