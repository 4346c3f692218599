package dev.spillway.components;

import com.pulumi.azurenative.eventgrid.inputs.AzureFunctionEventSubscriptionDestinationArgs;
import com.pulumi.azurenative.eventgrid.inputs.EventHubEventSubscriptionDestinationArgs;
import com.pulumi.azurenative.eventgrid.inputs.EventSubscriptionFilterArgs;
import com.pulumi.azurenative.eventgrid.inputs.HybridConnectionEventSubscriptionDestinationArgs;
import com.pulumi.azurenative.eventgrid.inputs.ServiceBusQueueEventSubscriptionDestinationArgs;
import com.pulumi.azurenative.eventgrid.inputs.ServiceBusTopicEventSubscriptionDestinationArgs;
import com.pulumi.azurenative.eventgrid.inputs.StorageQueueEventSubscriptionDestinationArgs;
import com.pulumi.azurenative.eventgrid.inputs.WebHookEventSubscriptionDestinationArgs;
import com.pulumi.core.Output;
import dev.spillway.model.GridSubscriptionSpec.AdvancedFilter;
import dev.spillway.model.GridSubscriptionSpec.Destination;
import dev.spillway.model.GridSubscriptionSpec.Filter;
import java.util.List;
import java.util.Map;

/** Destinations and filters as the SDK wants them. */
final class GridDestinations {
    private GridDestinations() {}

    static Object of(Destination destination) {
        String id = destination.resourceId().orElse("");
        return switch (destination.type()) {
            case WEB_HOOK -> webHook(destination);
            case AZURE_FUNCTION -> function(destination, id);
            case EVENT_HUB ->
                EventHubEventSubscriptionDestinationArgs.builder()
                        .endpointType("EventHub")
                        .resourceId(id)
                        .build();
            case SERVICE_BUS_QUEUE ->
                ServiceBusQueueEventSubscriptionDestinationArgs.builder()
                        .endpointType("ServiceBusQueue")
                        .resourceId(id)
                        .build();
            case SERVICE_BUS_TOPIC ->
                ServiceBusTopicEventSubscriptionDestinationArgs.builder()
                        .endpointType("ServiceBusTopic")
                        .resourceId(id)
                        .build();
            case STORAGE_QUEUE ->
                StorageQueueEventSubscriptionDestinationArgs.builder()
                        .endpointType("StorageQueue")
                        .resourceId(id)
                        .queueName(destination.queueName().orElse(""))
                        .build();
            case HYBRID_CONNECTION ->
                HybridConnectionEventSubscriptionDestinationArgs.builder()
                        .endpointType("HybridConnection")
                        .resourceId(id)
                        .build();
        };
    }

    private static Object webHook(Destination destination) {
        WebHookEventSubscriptionDestinationArgs.Builder hook = WebHookEventSubscriptionDestinationArgs.builder()
                .endpointType("WebHook")
                .endpointUrl(address(destination.url().orElse("")));
        destination.entraTenantId().ifPresent(hook::azureActiveDirectoryTenantId);
        destination.entraApplication().ifPresent(hook::azureActiveDirectoryApplicationIdOrUri);
        destination.maxEventsPerBatch().ifPresent(hook::maxEventsPerBatch);
        destination.preferredBatchKilobytes().ifPresent(hook::preferredBatchSizeInKilobytes);
        return hook.build();
    }

    private static Object function(Destination destination, String id) {
        AzureFunctionEventSubscriptionDestinationArgs.Builder function =
                AzureFunctionEventSubscriptionDestinationArgs.builder()
                        .endpointType("AzureFunction")
                        .resourceId(id);
        destination.maxEventsPerBatch().ifPresent(function::maxEventsPerBatch);
        destination.preferredBatchKilobytes().ifPresent(function::preferredBatchSizeInKilobytes);
        return function.build();
    }

    /** What stands behind the question mark is often a key. */
    static Output<String> address(String url) {
        return url.contains("?") ? Output.ofSecret(url) : Output.of(url);
    }

    static EventSubscriptionFilterArgs filter(Filter filter) {
        EventSubscriptionFilterArgs.Builder args = EventSubscriptionFilterArgs.builder();
        if (!filter.includedEventTypes().isEmpty()) {
            args.includedEventTypes(filter.includedEventTypes());
        }
        filter.subjectBeginsWith().ifPresent(args::subjectBeginsWith);
        filter.subjectEndsWith().ifPresent(args::subjectEndsWith);
        if (!filter.advanced().isEmpty()) {
            List<Object> advanced =
                    filter.advanced().stream().map(GridDestinations::advanced).toList();
            args.advancedFilters(advanced);
        }
        return args.build();
    }

    private static Object advanced(AdvancedFilter filter) {
        return Map.of(
                "key", filter.key(),
                "operatorType", filter.operator(),
                "values", filter.values());
    }
}
