package example.consumer;

import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.messaging.eventhubs.CheckpointStore;
import com.azure.messaging.eventhubs.checkpointstore.blob.BlobCheckpointStore;
import com.azure.storage.blob.BlobContainerClientBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A consumer whose work is to print the event; put yours in its place. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        Settings settings = Settings.of(System.getenv());
        Consumer consumer = new Consumer(settings, blobs(settings), Main::print);
        Front front = new Front(consumer, settings.port());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            consumer.close();
            front.close();
        }, "stop"));
        Log.say("listening on port " + front.start());
        consumer.start();
    }

    private static void print(String id, byte[] body) {
        System.out.println(id + " " + new String(body, StandardCharsets.UTF_8));
    }

    private static CheckpointStore blobs(Settings settings) {
        return new BlobCheckpointStore(new BlobContainerClientBuilder()
                .endpoint("https://" + settings.checkpointAccount() + ".blob.core.windows.net")
                .containerName(settings.checkpointContainer())
                .credential(new DefaultAzureCredentialBuilder().build())
                .buildAsyncClient());
    }
}
