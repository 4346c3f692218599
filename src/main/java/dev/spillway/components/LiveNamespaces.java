package dev.spillway.components;

import com.pulumi.azurenative.eventhub.inputs.GetNamespacePlainArgs;
import dev.spillway.components.AzureQuestions.Answer;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.StackSpec;
import dev.spillway.plan.LiveCapacity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** How many units the namespaces of a stack have now, since auto-inflate adds some that no declaration knows of. */
final class LiveNamespaces {
    private static final String GET_NAMESPACE = "azure-native:eventhub:getNamespace";

    private LiveNamespaces() {}

    /** What each namespace has that keeps its units, by its name in the stack; all are asked at once. */
    static Map<String, CompletableFuture<LiveCapacity>> ask(
            AzureQuestions azure, StackSpec stack, Optional<String> resourceGroup) {
        Map<String, CompletableFuture<LiveCapacity>> answers = new LinkedHashMap<>();
        stack.namespaces().stream()
                .filter(NamespaceSpec::isAskedFor)
                .forEach(namespace -> namespace
                        .options()
                        .existingGroup()
                        .or(() -> resourceGroup)
                        .ifPresent(group -> answers.put(
                                namespace.name(),
                                azure.ask(
                                                GET_NAMESPACE,
                                                GetNamespacePlainArgs.builder()
                                                        .resourceGroupName(group)
                                                        .namespaceName(namespace.azureNameIn(stack.name()))
                                                        .build())
                                        .thenApply(LiveNamespaces::capacity))));
        return answers;
    }

    private static LiveCapacity capacity(Answer answer) {
        if (answer instanceof Answer.NotThere) {
            return LiveCapacity.NOT_CREATED;
        }
        if (answer instanceof Answer.Failed failed) {
            return new LiveCapacity.NotRead(failed.why(), true);
        }
        if (!(answer instanceof Answer.Found found)) {
            return LiveCapacity.NOBODY_ASKED;
        }
        return found.properties().get("sku") instanceof Map<?, ?> sku && sku.get("capacity") instanceof Number units
                ? new LiveCapacity.Units(units.intValue(), "live")
                : new LiveCapacity.NotRead("the answer holds no sku.capacity", true);
    }
}
