package dev.spillway.components;

import dev.spillway.plan.ClientConfigurations;
import dev.spillway.plan.RetrySettings;
import dev.spillway.plan.WorkloadPlan;
import java.util.Map;
import java.util.TreeMap;

/** What the client inside the pod has to be told, as environment variables. */
final class ClientSettings {
    private ClientSettings() {}

    /** Empty for a workload that is no client of a hub. */
    static Map<String, String> of(WorkloadPlan plan) {
        if (!plan.spec().usesHub()) {
            return Map.of();
        }
        RetrySettings retry = plan.retrySettings();
        Map<String, String> settings = new TreeMap<>();
        settings.put("EVENTHUBS_FULLY_QUALIFIED_NAMESPACE", plan.fullyQualifiedNamespace());
        settings.put("EVENTHUBS_NAME", plan.spec().hub().hub());
        plan.spec().consumerGroup().ifPresent(group -> settings.put("EVENTHUBS_CONSUMER_GROUP", group));
        if (CheckpointStore.isWanted(plan)) {
            CheckpointStore.Place checkpoints = CheckpointStore.placeOf(plan);
            settings.put("EVENTHUBS_CHECKPOINT_STORAGE_ACCOUNT", checkpoints.account());
            settings.put("EVENTHUBS_CHECKPOINT_CONTAINER", checkpoints.container());
        }
        settings.put("EVENTHUBS_TRANSPORT", plan.transport().value().key());
        settings.put("EVENTHUBS_RETRY_MODE", retry.mode());
        settings.put("EVENTHUBS_RETRY_MAX_RETRIES", String.valueOf(retry.maxRetries()));
        settings.put("EVENTHUBS_RETRY_DELAY_SECONDS", WorkloadFacts.number(retry.delaySeconds()));
        settings.put("EVENTHUBS_RETRY_MAX_DELAY_SECONDS", WorkloadFacts.number(retry.maxDelaySeconds()));
        settings.put("EVENTHUBS_TRY_TIMEOUT_SECONDS", WorkloadFacts.number(retry.tryTimeoutSeconds()));
        settings.put("WORKLOAD_FLUSH_SECONDS", WorkloadFacts.number(plan.spec().flush()));
        plan.spec()
                .bufferedEvents()
                .ifPresent(events -> settings.put("WORKLOAD_BUFFERED_EVENTS", String.valueOf(events)));
        return settings;
    }

    /** Every client's settings by its key, those of the environment under {@code env}. */
    static Map<String, Map<String, String>> all(WorkloadPlan plan) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        all.put("env", of(plan));
        ClientConfigurations.of(plan).forEach(one -> all.put(one.client(), one.texts()));
        return all;
    }

    /** Changes when a setting does, so that an annotation with it restarts the pods. */
    static String checksum(Map<String, String> settings) {
        return Checksum.of(new TreeMap<>(settings).toString());
    }
}
