package example.consumer;

import com.azure.core.amqp.AmqpRetryMode;
import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.amqp.AmqpTransportType;
import com.azure.messaging.eventhubs.LoadBalancingStrategy;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** What stands in {@code azure-sdk-java.properties}, the client settings that Spillway mounts. */
record ClientFile(Properties properties) {
    private static final String NAME = "azure-sdk-java.properties";

    static ClientFile in(Path folder) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(NAME))) {
            properties.load(reader);
        }
        return new ClientFile(properties);
    }

    AmqpRetryOptions retry() {
        return new AmqpRetryOptions()
                .setMode(AmqpRetryMode.valueOf(need("retryOptions.mode")))
                .setMaxRetries(Integer.parseInt(need("retryOptions.maxRetries")))
                .setDelay(Duration.parse(need("retryOptions.delay")))
                .setMaxDelay(Duration.parse(need("retryOptions.maxDelay")))
                .setTryTimeout(Duration.parse(need("retryOptions.tryTimeout")));
    }

    AmqpTransportType transport() {
        return AmqpTransportType.valueOf(need("transportType"));
    }

    LoadBalancingStrategy strategy() {
        return LoadBalancingStrategy.valueOf(need("processor.loadBalancingStrategy"));
    }

    /** How often pods look who reads which partition. */
    Duration balancing() {
        return Duration.parse(need("processor.loadBalancingUpdateInterval"));
    }

    /** After how long the partitions of a pod that died are read by others. */
    Duration expiration() {
        return Duration.parse(need("processor.partitionOwnershipExpirationInterval"));
    }

    int prefetch() {
        return Integer.parseInt(need("processor.prefetchCount"));
    }

    private String need(String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException(NAME + " says nothing of " + name + ": mount the client settings of a consumer");
        }
        return value;
    }
}
