package dev.spillway.components;

import dev.spillway.plan.ClientConfigurations;
import dev.spillway.plan.RetrySettings;
import dev.spillway.plan.WorkloadPlan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What the client inside the pod has to be told, as environment variables. */
final class ClientSettings {
    private static final int CHECKSUM_DIGITS = 16;

    private ClientSettings() {}

    static Map<String, String> of(WorkloadPlan plan) {
        RetrySettings retry = plan.retrySettings();
        Map<String, String> settings = new TreeMap<>();
        settings.put("EVENTHUBS_FULLY_QUALIFIED_NAMESPACE", plan.fullyQualifiedNamespace());
        settings.put("EVENTHUBS_NAME", plan.spec().hub().hub());
        plan.spec().consumerGroup().ifPresent(group -> settings.put("EVENTHUBS_CONSUMER_GROUP", group));
        settings.put("EVENTHUBS_TRANSPORT", plan.transport().value().key());
        settings.put("EVENTHUBS_RETRY_MODE", retry.mode());
        settings.put("EVENTHUBS_RETRY_MAX_RETRIES", String.valueOf(retry.maxRetries()));
        settings.put("EVENTHUBS_RETRY_DELAY_SECONDS", WorkloadFacts.number(retry.delaySeconds()));
        settings.put("EVENTHUBS_RETRY_MAX_DELAY_SECONDS", WorkloadFacts.number(retry.maxDelaySeconds()));
        settings.put("EVENTHUBS_TRY_TIMEOUT_SECONDS", WorkloadFacts.number(retry.tryTimeoutSeconds()));
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
        try {
            byte[] text = new TreeMap<>(settings).toString().getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest).substring(0, CHECKSUM_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
