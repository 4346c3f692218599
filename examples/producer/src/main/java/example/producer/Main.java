package example.producer;

import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubProducerAsyncClient;
import java.io.IOException;

/** A producer that loses no event which it accepted, while its pod is started, scaled, throttled and stopped. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        Settings settings = Settings.of(System.getenv());
        Counts counts = new Counts();
        EventHubProducerAsyncClient client = client(settings);
        Outbox outbox = new Outbox(client, settings, counts);
        Front front = new Front(outbox, counts, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(outbox, front, client, settings), "stop"));
        Log.say("listening on port " + front.start());
        outbox.start();
    }

    private static EventHubProducerAsyncClient client(Settings settings) {
        EventHubClientBuilder builder =
                new EventHubClientBuilder().retryOptions(settings.retry()).transportType(settings.transport());
        return settings.connectionString()
                .map(builder::connectionString)
                .orElseGet(() -> builder.credential(
                        settings.namespace(), settings.hub(), new DefaultAzureCredentialBuilder().build()))
                .buildAsyncProducerClient();
    }

    /** What SIGTERM does. The probes answer until the last event is acknowledged. */
    private static void stop(Outbox outbox, Front front, EventHubProducerAsyncClient client, Settings settings) {
        try {
            int left = outbox.flush(settings.flush());
            Log.say(left == 0 ? "flushed" : "given up: " + left + " accepted events are not acknowledged");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        front.close();
        client.close();
    }
}
