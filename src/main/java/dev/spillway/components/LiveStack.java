package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import com.pulumi.deployment.Deployment;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.Resource;
import dev.spillway.model.HubReference;
import dev.spillway.model.StackSpec;
import dev.spillway.plan.Live;
import dev.spillway.plan.LiveCapacity;
import dev.spillway.plan.LivePartitions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks Azure for what a plan must not undo: units that auto-inflate has added, and partitions.
 *
 * <p>In a preview a failure leaves what was planned, and is told; an update stops, because nobody knows what it would undo.
 */
final class LiveStack {
    private final AzureQuestions azure;

    private LiveStack(AzureQuestions azure) {
        this.azure = azure;
    }

    /** Asks through the provider of the program. */
    static LiveStack ofProgram() {
        return new LiveStack(AzureQuestions.ofProgram());
    }

    /** Asks through the provider that the children of this component get. */
    static LiveStack beside(Resource component) {
        return new LiveStack(AzureQuestions.beside(component));
    }

    /** What there is; nothing is known where the group's name is known only after deployment. */
    Live read(StackSpec stack, Output<String> resourceGroup) {
        if (stack.namespaces().isEmpty()) {
            return Live.NOTHING_KNOWN;
        }
        Optional<String> group = known(resourceGroup);
        Map<String, CompletableFuture<LiveCapacity>> namespaces = LiveNamespaces.ask(azure, stack, group);
        Map<HubReference, CompletableFuture<LivePartitions>> hubs = LiveHubs.ask(azure, stack, group);
        Live live = new Live(joined(namespaces), joined(hubs));
        stopUpdate(ours(stack, live));
        return live;
    }

    /** Empty in a preview that cannot tell; a group that was refused is reported by the engine itself. */
    private static Optional<String> known(Output<String> resourceGroup) {
        OutputData<String> data = Internal.of(resourceGroup).getDataAsync().join();
        return data.isKnown() ? data.getValueOptional() : Optional.empty();
    }

    private static <K, T> Map<K, T> joined(Map<K, CompletableFuture<T>> answers) {
        Map<K, T> joined = new LinkedHashMap<>();
        answers.forEach((key, answer) -> joined.put(key, answer.join()));
        return joined;
    }

    /** What belongs to somebody else is not changed, so that not knowing it stops nothing. */
    private static Live ours(StackSpec stack, Live live) {
        Map<String, LiveCapacity> capacities = new LinkedHashMap<>(live.capacities());
        Map<HubReference, LivePartitions> partitions = new LinkedHashMap<>(live.partitions());
        stack.namespaces().forEach(namespace -> {
            if (!namespace.options().isOurs()) {
                capacities.remove(namespace.name());
            }
            namespace.hubs().stream()
                    .filter(hub -> hub.options().existing())
                    .forEach(hub -> partitions.remove(new HubReference(namespace.name(), hub.name())));
        });
        return new Live(capacities, partitions);
    }

    /** Unknown is no reason to take anything back; nothing has been changed yet. */
    private static void stopUpdate(Live live) {
        if (Deployment.getInstance().isDryRun()) {
            return;
        }
        List<String> problems = new ArrayList<>();
        live.capacities().forEach((namespace, capacity) -> {
            if (capacity instanceof LiveCapacity.NotRead unread && unread.failed()) {
                problems.add("eventHubs." + namespace + ": live capacity not read: " + unread.why()
                        + ": this update might take back units that auto-inflate has added, let the deploying identity"
                        + " read the namespace and try again, or give resetInflatedCapacity: true to declare the planned"
                        + " units");
            }
        });
        live.partitions().forEach((hub, partitions) -> {
            if (partitions instanceof LivePartitions.NotRead unread && unread.failed()) {
                problems.add("eventHubs." + hub.namespace() + ".hubs." + hub.hub() + ": live partitions not read: "
                        + unread.why() + ": this update might ask for partitions that the hub cannot have, let the"
                        + " deploying identity read the hub and try again");
            }
        });
        if (!problems.isEmpty()) {
            throw new RunException(String.join("\n", problems.stream().sorted().toList()));
        }
    }
}
