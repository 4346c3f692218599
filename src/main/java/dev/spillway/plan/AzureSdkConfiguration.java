package dev.spillway.plan;

import dev.spillway.plan.ClientConfigurations.Client;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The settings of the Azure SDKs: names of setters in Java, of properties in .NET, of arguments in Python and Node. */
final class AzureSdkConfiguration {
    private AzureSdkConfiguration() {}

    /** {@code AmqpRetryOptions}, {@code CreateBatchOptions} and the builders of buffered producer and processor. */
    static ClientConfiguration java(Client client) {
        RetrySettings retry = client.retry();
        Map<String, Object> settings = new TreeMap<>();
        settings.put("retryOptions.mode", retry.mode().toUpperCase(Locale.ROOT));
        settings.put("retryOptions.maxRetries", retry.maxRetries());
        settings.put("retryOptions.delay", iso(retry.delaySeconds()));
        settings.put("retryOptions.maxDelay", iso(retry.maxDelaySeconds()));
        settings.put("retryOptions.tryTimeout", iso(retry.tryTimeoutSeconds()));
        settings.put("transportType", client.webSockets() ? "AMQP_WEB_SOCKETS" : "AMQP");
        if (client.sends()) {
            settings.put("bufferedProducer.maxEventBufferLengthPerPartition", client.bufferPerPartition());
            settings.put("bufferedProducer.maxWaitTime", iso(client.batchWaitSeconds()));
            settings.put("createBatchOptions.maximumSizeInBytes", client.batchBytes());
        } else {
            settings.put("processor.loadBalancingStrategy", "BALANCED");
            settings.put("processor.loadBalancingUpdateInterval", iso(ClientConfigurations.BALANCING_SECONDS));
            settings.put("processor.partitionOwnershipExpirationInterval", iso(ClientConfigurations.OWNERSHIP_SECONDS));
            settings.put("processor.prefetchCount", ClientConfigurations.PREFETCH);
        }
        return new ClientConfiguration("azureSdkJava", "azure-sdk-java.properties", settings);
    }

    /** {@code EventHubsRetryOptions} and the option classes that hold it. */
    static ClientConfiguration dotNet(Client client) {
        RetrySettings retry = client.retry();
        Map<String, Object> settings = new TreeMap<>();
        settings.put("RetryOptions.Mode", retry.mode().equals("fixed") ? "Fixed" : "Exponential");
        settings.put("RetryOptions.MaximumRetries", retry.maxRetries());
        settings.put("RetryOptions.Delay", clock(retry.delaySeconds()));
        settings.put("RetryOptions.MaximumDelay", clock(retry.maxDelaySeconds()));
        settings.put("RetryOptions.TryTimeout", clock(retry.tryTimeoutSeconds()));
        settings.put("ConnectionOptions.TransportType", client.webSockets() ? "AmqpWebSockets" : "AmqpTcp");
        if (client.sends()) {
            String buffered = "BufferedProducer.";
            settings.put(buffered + "MaximumEventBufferLengthPerPartition", client.bufferPerPartition());
            settings.put(buffered + "MaximumWaitTime", clock(client.batchWaitSeconds()));
            settings.put(buffered + "MaximumConcurrentSendsPerPartition", 1);
            settings.put(buffered + "EnableIdempotentRetries", true);
            settings.put("CreateBatchOptions.MaximumSizeInBytes", client.batchBytes());
        } else {
            String processor = "Processor.";
            settings.put(processor + "LoadBalancingStrategy", "Balanced");
            settings.put(processor + "LoadBalancingUpdateInterval", clock(ClientConfigurations.BALANCING_SECONDS));
            settings.put(
                    processor + "PartitionOwnershipExpirationInterval", clock(ClientConfigurations.OWNERSHIP_SECONDS));
            settings.put(processor + "PrefetchCount", ClientConfigurations.PREFETCH);
        }
        return new ClientConfiguration("azureSdkDotNet", "azure-sdk-dotnet.json", settings);
    }

    /** Arguments of {@code EventHubProducerClient} or {@code EventHubConsumerClient}, and of {@code create_batch}. */
    static ClientConfiguration python(Client client) {
        RetrySettings retry = client.retry();
        Map<String, Object> settings = new TreeMap<>();
        settings.put("client.retry_mode", retry.mode());
        settings.put("client.retry_total", retry.maxRetries());
        settings.put("client.retry_backoff_factor", retry.delaySeconds());
        settings.put("client.retry_backoff_max", retry.maxDelaySeconds());
        settings.put("client.transport_type", client.webSockets() ? "AmqpOverWebsocket" : "Amqp");
        if (client.sends()) {
            settings.put("buffered.max_buffer_length", client.bufferPerPartition());
            settings.put("buffered.max_wait_time", client.batchWaitSeconds());
            settings.put("create_batch.max_size_in_bytes", client.batchBytes());
            settings.put("send.timeout", retry.tryTimeoutSeconds());
        } else {
            settings.put("client.load_balancing_strategy", "balanced");
            settings.put("client.load_balancing_interval", ClientConfigurations.BALANCING_SECONDS);
            settings.put("client.partition_ownership_expiration_interval", ClientConfigurations.OWNERSHIP_SECONDS);
            settings.put("receive.prefetch", ClientConfigurations.PREFETCH);
        }
        return new ClientConfiguration("azureSdkPython", "azure-sdk-python.json", settings);
    }

    /** Options of the clients of {@code @azure/event-hubs}; a WebSocket's constructor is code, so that a flag asks for it. */
    static ClientConfiguration node(Client client) {
        RetrySettings retry = client.retry();
        Map<String, Object> settings = new TreeMap<>();
        settings.put("client.retryOptions.mode", retry.mode().equals("fixed") ? 1 : 0);
        settings.put("client.retryOptions.maxRetries", retry.maxRetries());
        settings.put("client.retryOptions.retryDelayInMs", millis(retry.delaySeconds()));
        settings.put("client.retryOptions.maxRetryDelayInMs", millis(retry.maxDelaySeconds()));
        settings.put("client.retryOptions.timeoutInMs", millis(retry.tryTimeoutSeconds()));
        settings.put("useWebSockets", client.webSockets());
        if (client.sends()) {
            settings.put("bufferedProducer.maxEventBufferLengthPerPartition", client.bufferPerPartition());
            settings.put("bufferedProducer.maxWaitTimeInMs", millis(client.batchWaitSeconds()));
            settings.put("bufferedProducer.enableIdempotentRetries", true);
            settings.put("createBatch.maxSizeInBytes", client.batchBytes());
        } else {
            String balancing = "client.loadBalancingOptions.";
            settings.put(balancing + "strategy", "balanced");
            settings.put(balancing + "updateIntervalInMs", millis(ClientConfigurations.BALANCING_SECONDS));
            settings.put(
                    balancing + "partitionOwnershipExpirationIntervalInMs",
                    millis(ClientConfigurations.OWNERSHIP_SECONDS));
            settings.put("subscribe.prefetchCount", ClientConfigurations.PREFETCH);
        }
        return new ClientConfiguration("azureSdkNode", "azure-sdk-node.json", settings);
    }

    /** {@code PT0.8S}, as {@link Duration#parse} and Spring read it. */
    static String iso(double seconds) {
        return Duration.ofMillis(millis(seconds)).toString();
    }

    /** {@code 00:00:00.8000000} without needless zeros, as .NET's TimeSpan reads it. */
    private static String clock(double seconds) {
        Duration span = Duration.ofMillis(millis(seconds));
        String whole = two(span.toHours()) + ":" + two(span.toMinutesPart()) + ":" + two(span.toSecondsPart());
        String fraction = String.valueOf(1000 + span.toMillisPart()).substring(1);
        return span.toMillisPart() == 0 ? whole : whole + "." + fraction;
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static int millis(double seconds) {
        return (int) Math.round(seconds * 1000);
    }
}
