package dev.spillway.components;

import com.pulumi.azurenative.eventhub.inputs.GetEventHubPlainArgs;
import dev.spillway.components.AzureQuestions.Answer;
import dev.spillway.model.HubReference;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.StackSpec;
import dev.spillway.plan.LivePartitions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** How many partitions the hubs of a stack have now: somebody may have added some, in the portal or through Kafka. */
final class LiveHubs {
    private static final String GET_EVENT_HUB = "azure-native:eventhub:getEventHub";

    private LiveHubs() {}

    /** What each hub has; all are asked at once. */
    static Map<HubReference, CompletableFuture<LivePartitions>> ask(
            AzureQuestions azure, StackSpec stack, Optional<String> resourceGroup) {
        Map<HubReference, CompletableFuture<LivePartitions>> answers = new LinkedHashMap<>();
        for (NamespaceSpec namespace : stack.namespaces()) {
            Optional<String> group = namespace.options().existingGroup().or(() -> resourceGroup);
            String azureName = namespace.azureNameIn(stack.name());
            group.ifPresent(known -> namespace
                    .hubs()
                    .forEach(hub -> answers.put(
                            new HubReference(namespace.name(), hub.name()),
                            azure.ask(GET_EVENT_HUB, question(known, azureName, hub.name()))
                                    .thenApply(LiveHubs::partitions))));
        }
        return answers;
    }

    private static GetEventHubPlainArgs question(String group, String namespace, String hub) {
        return GetEventHubPlainArgs.builder()
                .resourceGroupName(group)
                .namespaceName(namespace)
                .eventHubName(hub)
                .build();
    }

    private static LivePartitions partitions(Answer answer) {
        if (answer instanceof Answer.NotThere) {
            return LivePartitions.NOT_CREATED;
        }
        if (answer instanceof Answer.Failed failed) {
            return new LivePartitions.NotRead(failed.why(), true);
        }
        if (!(answer instanceof Answer.Found found)) {
            return LivePartitions.NOBODY_ASKED;
        }
        return found.properties().get("partitionCount") instanceof Number count
                ? new LivePartitions.Count(count.intValue(), "live")
                : new LivePartitions.NotRead("the answer holds no partitionCount", true);
    }
}
