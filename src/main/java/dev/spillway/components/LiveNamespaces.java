package dev.spillway.components;

import com.pulumi.azurenative.Utilities;
import com.pulumi.azurenative.eventhub.inputs.GetNamespacePlainArgs;
import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.Resource;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.StackSpec;
import dev.spillway.plan.LiveCapacity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks Azure how many units the namespaces of a stack have now, since auto-inflate adds some that no declaration knows of.
 *
 * <p>A missing namespace is told from a failure by the provider's words alone: the engine gives both the same code. In a
 * preview a failure leaves the planned units, and is told; an update stops, because it might take units back.
 */
final class LiveNamespaces {
    private static final String GET_NAMESPACE = "azure-native:eventhub:getNamespace";

    /** Both generations of Azure's REST client; a subscription that is not seen says nothing about what is in it. */
    private static final Pattern NOT_FOUND =
            Pattern.compile("(Status|StatusCode)=404\\b(?!.*SubscriptionNotFound)|RESPONSE 404\\b", Pattern.DOTALL);

    private static final int LONGEST_REASON = 300;
    private static final long PATIENCE_SECONDS = 120;

    private final InvokeOptions options;

    private LiveNamespaces(InvokeOptions options) {
        this.options = Utilities.withVersion(options);
    }

    /** Asks through the provider of the program. */
    static LiveNamespaces ofProgram() {
        return new LiveNamespaces(InvokeOptions.Empty);
    }

    /** Asks through the provider that the children of this component get. */
    static LiveNamespaces beside(Resource component) {
        return new LiveNamespaces(InvokeOptions.builder().parent(component).build());
    }

    /** What each namespace has that keeps its units, by its name in the stack; all are asked at once. */
    Map<String, LiveCapacity> read(StackSpec stack, Output<String> resourceGroup) {
        List<NamespaceSpec> asked =
                stack.namespaces().stream().filter(NamespaceSpec::isAskedFor).toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        Optional<String> name = known(resourceGroup);
        Map<String, CompletableFuture<LiveCapacity>> answers = new LinkedHashMap<>();
        asked.forEach(namespace -> namespace
                .options()
                .existingGroup()
                .or(() -> name)
                .ifPresent(group -> answers.put(namespace.name(), ask(group, namespace.azureNameIn(stack.name())))));
        Map<String, LiveCapacity> live = new LinkedHashMap<>();
        answers.forEach((namespace, answer) -> live.put(namespace, answer.join()));
        Map<String, LiveCapacity> ours = new LinkedHashMap<>(live);
        asked.stream().filter(namespace -> !namespace.options().isOurs()).forEach(other -> ours.remove(other.name()));
        stopUpdate(ours);
        return live;
    }

    /** Empty in a preview that cannot tell; a group that was refused is reported by the engine itself. */
    private static Optional<String> known(Output<String> resourceGroup) {
        OutputData<String> data = Internal.of(resourceGroup).getDataAsync().join();
        return data.isKnown() ? data.getValueOptional() : Optional.empty();
    }

    private CompletableFuture<LiveCapacity> ask(String resourceGroup, String namespaceName) {
        return Deployment.getInstance()
                .invokeAsync(
                        GET_NAMESPACE,
                        TypeShape.map(String.class, Object.class),
                        GetNamespacePlainArgs.builder()
                                .resourceGroupName(resourceGroup)
                                .namespaceName(namespaceName)
                                .build(),
                        options)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .handle((found, failure) -> failure == null ? capacity(found) : failed(failure));
    }

    /** An engine that cannot tell before deployment answers nothing, or nothing that is known. */
    private static LiveCapacity capacity(@Nullable Map<String, Object> found) {
        if (found == null || found.isEmpty()) {
            return LiveCapacity.NOBODY_ASKED;
        }
        return found.get("sku") instanceof Map<?, ?> sku && sku.get("capacity") instanceof Number units
                ? new LiveCapacity.Units(units.intValue(), "live")
                : new LiveCapacity.NotRead("the answer holds no sku.capacity", true);
    }

    private static LiveCapacity failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            return new LiveCapacity.NotRead("no answer in " + PATIENCE_SECONDS + " s", true);
        }
        String words = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
        return NOT_FOUND.matcher(words).find()
                ? LiveCapacity.NOT_CREATED
                : new LiveCapacity.NotRead(
                        words.substring(0, Math.min(words.length(), LONGEST_REASON))
                                .strip(),
                        true);
    }

    /** Unknown is no reason to take units back; nothing has been changed yet. */
    private static void stopUpdate(Map<String, LiveCapacity> live) {
        if (Deployment.getInstance().isDryRun()) {
            return;
        }
        List<String> problems = new ArrayList<>();
        live.forEach((namespace, capacity) -> {
            if (capacity instanceof LiveCapacity.NotRead unread && unread.failed()) {
                problems.add("eventHubs." + namespace + ": live capacity not read: " + unread.why()
                        + ": this update might take back units that auto-inflate has added, let the deploying identity"
                        + " read the namespace and try again, or give resetInflatedCapacity: true to declare the planned"
                        + " units");
            }
        });
        if (!problems.isEmpty()) {
            throw new RunException(String.join("\n", problems));
        }
    }
}
