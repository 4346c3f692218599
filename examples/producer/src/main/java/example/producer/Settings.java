package example.producer;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.amqp.AmqpTransportType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the pod was told: the mounted client settings, and the environment.
 *
 * @param connectionString of the emulator or of a stand-in; without it the workload's identity is used
 * @param batchWait how long the first event of a batch waits for others at most
 * @param bufferedEvents how many events may be accepted and not yet acknowledged by Event Hubs
 * @param flush how long SIGTERM may take: what is left of the grace period after the preStop hook, less a margin
 */
record Settings(
        Optional<String> connectionString,
        String namespace,
        String hub,
        AmqpTransportType transport,
        AmqpRetryOptions retry,
        int batchBytes,
        Duration batchWait,
        int bufferedEvents,
        Duration flush,
        int port,
        String instance) {
    private static final String FOLDER = "/etc/spillway/client";

    static Settings of(Map<String, String> environment) throws IOException {
        ClientFile client = ClientFile.in(Path.of(environment.getOrDefault("CLIENT_SETTINGS", FOLDER)));
        return new Settings(
                Optional.ofNullable(environment.get("EVENTHUBS_CONNECTION_STRING")),
                environment.getOrDefault("EVENTHUBS_FULLY_QUALIFIED_NAMESPACE", ""),
                environment.getOrDefault("EVENTHUBS_NAME", ""),
                client.transport(),
                client.retry(),
                client.batchBytes(),
                client.batchWait(),
                Integer.parseInt(environment.getOrDefault("BUFFERED_EVENTS", "1500")),
                Duration.ofSeconds(Long.parseLong(environment.getOrDefault("FLUSH_SECONDS", "20"))),
                Integer.parseInt(environment.getOrDefault("PORT", "8080")),
                environment.getOrDefault("HOSTNAME", "producer"));
    }
}
