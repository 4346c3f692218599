package dev.spillway.plan;

import dev.spillway.plan.ClientConfigurations.Client;
import java.util.Map;
import java.util.TreeMap;

/** The keys of Spring Cloud Azure, as its published metadata has them. */
final class SpringConfiguration {
    private static final String ROOT = "spring.cloud.azure.eventhubs.";

    private SpringConfiguration() {}

    static ClientConfiguration of(Client client) {
        RetrySettings retry = client.retry();
        boolean isFixed = retry.mode().equals("fixed");
        Map<String, Object> settings = new TreeMap<>();
        put(settings, "namespace", client.host().substring(0, client.host().indexOf('.')));
        put(settings, "event-hub-name", client.hub());
        put(settings, "client.transport-type", client.webSockets() ? "AMQP_WEB_SOCKETS" : "AMQP");
        put(settings, "retry.mode", isFixed ? "FIXED" : "EXPONENTIAL");
        put(settings, "retry.try-timeout", AzureSdkConfiguration.iso(retry.tryTimeoutSeconds()));
        if (isFixed) {
            put(settings, "retry.fixed.delay", AzureSdkConfiguration.iso(retry.delaySeconds()));
            put(settings, "retry.fixed.max-retries", retry.maxRetries());
        } else {
            put(settings, "retry.exponential.base-delay", AzureSdkConfiguration.iso(retry.delaySeconds()));
            put(settings, "retry.exponential.max-delay", AzureSdkConfiguration.iso(retry.maxDelaySeconds()));
            put(settings, "retry.exponential.max-retries", retry.maxRetries());
        }
        client.group().ifPresent(group -> {
            put(settings, "processor.consumer-group", group);
            put(settings, "processor.prefetch-count", ClientConfigurations.PREFETCH);
            put(settings, "processor.load-balancing.strategy", "BALANCED");
            put(
                    settings,
                    "processor.load-balancing.update-interval",
                    AzureSdkConfiguration.iso(ClientConfigurations.BALANCING_SECONDS));
            put(
                    settings,
                    "processor.load-balancing.partition-ownership-expiration-interval",
                    AzureSdkConfiguration.iso(ClientConfigurations.OWNERSHIP_SECONDS));
        });
        return new ClientConfiguration("springCloudAzure", "spring-cloud-azure.properties", settings);
    }

    private static void put(Map<String, Object> settings, String key, Object value) {
        settings.put(ROOT + key, value);
    }
}
