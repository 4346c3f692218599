package example.consumer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the pod was told: the mounted client settings, and the environment.
 *
 * @param connectionString of the emulator or of a stand-in; without it the workload's identity is used
 * @param flush how long SIGTERM may take: what is left of the grace period after the preStop hook, less a margin
 * @param checkpointEvery after so many events of a partition the place is kept
 * @param remembered how many ids are remembered for each partition, to know a repeat by
 */
public record Settings(
        Optional<String> connectionString,
        String namespace,
        String hub,
        String group,
        String checkpointAccount,
        String checkpointContainer,
        ClientFile client,
        Duration flush,
        int port,
        int checkpointEvery,
        int remembered) {
    private static final String FOLDER = "/etc/spillway/client";

    /** Reads the environment of a pod. */
    public static Settings of(Map<String, String> environment) throws IOException {
        return new Settings(
                Optional.ofNullable(environment.get("EVENTHUBS_CONNECTION_STRING")),
                environment.getOrDefault("EVENTHUBS_FULLY_QUALIFIED_NAMESPACE", ""),
                environment.getOrDefault("EVENTHUBS_NAME", ""),
                environment.getOrDefault("EVENTHUBS_CONSUMER_GROUP", "$Default"),
                environment.getOrDefault("EVENTHUBS_CHECKPOINT_STORAGE_ACCOUNT", ""),
                environment.getOrDefault("EVENTHUBS_CHECKPOINT_CONTAINER", ""),
                ClientFile.in(Path.of(environment.getOrDefault("CLIENT_SETTINGS", FOLDER))),
                Duration.ofSeconds(number(environment, "FLUSH_SECONDS", 20)),
                number(environment, "PORT", 8080),
                number(environment, "CHECKPOINT_EVERY", 100),
                number(environment, "REMEMBERED_IDS", 50_000));
    }

    private static int number(Map<String, String> environment, String name, int standard) {
        return Integer.parseInt(environment.getOrDefault(name, String.valueOf(standard)));
    }
}
