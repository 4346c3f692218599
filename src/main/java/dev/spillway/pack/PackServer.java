package dev.spillway.pack;

import dev.spillway.plugin.PluginServer;
import dev.spillway.rules.Catalogue;
import io.grpc.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Started by Pulumi's engine: serves the policy pack. */
public final class PackServer {
    /** Names the folder for reports. */
    private static final String REPORTS = "SPILLWAY_REPORT_DIR";

    /** Given by the launcher in place of the engine's address. */
    private static final String REHEARSE = "--rehearse";

    private PackServer() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            start(args);
        } catch (LinkageError broken) {
            throw new LinkageError(
                    "a library of the policy pack is broken or missing (" + broken
                            + "); in a checkout remove the folder .spillway beside the folder policies, and the next run builds anew;"
                            + " an unpacked archive has to be unpacked again",
                    broken);
        }
    }

    private static void start(String[] args) throws IOException, InterruptedException {
        if (List.of(args).contains(REHEARSE)) {
            Server server = serve(rehearsing());
            Rehearsal.run(server.getPort());
            server.shutdownNow();
            return;
        }
        PluginServer.serve(judging(), PackServer::warm);
    }

    /**
     * Judges something while the engine starts the program, so that the stack's first resource finds the rules loaded. A pack of
     * its own does it, so that nothing of it is in any answer.
     */
    private static void warm() {
        try {
            Rehearsal.alone(rehearsing());
        } catch (RuntimeException | LinkageError failure) {
            // The resource that meets the same tells it to the engine.
        }
    }

    private static PolicyPack judging() {
        return new PolicyPack(
                Catalogue.rules(),
                DeployedStack.of(Optional.ofNullable(System.getenv(DeployedStack.AGAINST))),
                reports());
    }

    private static PolicyPack rehearsing() {
        return new PolicyPack(Catalogue.rules(), Optional.empty());
    }

    static Server serve(PolicyPack pack) throws IOException {
        return PluginServer.start(pack);
    }

    private static Optional<Path> reports() {
        return Optional.ofNullable(System.getenv(REPORTS))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).toAbsolutePath());
    }
}
