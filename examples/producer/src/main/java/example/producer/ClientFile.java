package example.producer;

import com.azure.core.amqp.AmqpRetryMode;
import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.amqp.AmqpTransportType;
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

    int batchBytes() {
        return Integer.parseInt(need("createBatchOptions.maximumSizeInBytes"));
    }

    /** How long the first event of a batch waits for others. */
    Duration batchWait() {
        return Duration.parse(need("bufferedProducer.maxWaitTime"));
    }

    private String need(String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException(NAME + " says nothing of " + name + ": mount the client settings of a producer");
        }
        return value;
    }
}
