package dev.spillway.standin;

import dev.spillway.plugin.PluginServer;
import io.grpc.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The stand-in for {@code pulumi-resource-azure-native}: prints its port and serves until it is ended. It runs only
 * where a test asks for it by {@code SPILLWAY_STAND_IN=1}.
 */
public final class AzureStandIn {
    static final String SWITCH = "SPILLWAY_STAND_IN";
    static final String CLOUD = "SPILLWAY_STAND_IN_CLOUD";
    /** Names the script of what goes wrong. */
    public static final String FAULTS = "SPILLWAY_STAND_IN_FAULTS";

    static final String ARM = "SPILLWAY_STAND_IN_ARM";

    /** As a process that was killed. */
    private static final int KILLED = 137;

    private AzureStandIn() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Optional<String> refusal = refusal(System.getenv());
        if (refusal.isPresent()) {
            System.err.println(refusal.get());
            System.exit(2);
        }
        Server server =
                start(environment(System.getenv(), () -> Runtime.getRuntime().halt(KILLED)));
        // In the engine's log, and in its message when the stand-in dies.
        System.err.println("stand-in for Azure: no cloud is touched");
        System.out.println(server.getPort());
        System.out.flush();
        server.awaitTermination();
    }

    /** Why it does not start, if it does not. */
    static Optional<String> refusal(Map<String, String> variables) {
        if (!"1".equals(variables.get(SWITCH))) {
            return Optional.of("stand-in for Azure: this is no Azure provider but a stand-in for tests; it starts only"
                    + " with " + SWITCH + "=1");
        }
        return variables.containsKey(CLOUD)
                ? Optional.empty()
                : Optional.of("stand-in for Azure: " + CLOUD + " has to name the file that is its cloud");
    }

    static StandInService.Environment environment(Map<String, String> variables, Runnable crash) {
        return new StandInService.Environment(
                new Cloud(Path.of(variables.getOrDefault(CLOUD, ""))),
                Path.of(variables.getOrDefault(ARM, "tools/arm")),
                Optional.ofNullable(variables.get(FAULTS))
                        .filter(script -> !script.isEmpty())
                        .map(script -> Faults.script(Path.of(script)))
                        .orElse(Faults.NONE),
                crash);
    }

    /** Serves in this process, for an engine that is told to attach to it; nothing goes wrong in its cloud. */
    public static Server attachable(Path cloud) throws IOException {
        return start(environment(Map.of(CLOUD, cloud.toString()), () -> {
            throw new IllegalStateException("a stand-in without faults has crashed");
        }));
    }

    static Server start(StandInService.Environment environment) throws IOException {
        return PluginServer.start(new StandInService(environment));
    }
}
