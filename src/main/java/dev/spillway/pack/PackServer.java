package dev.spillway.pack;

import dev.spillway.rules.Catalogue;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Started by Pulumi's engine: serves the policy pack on this machine alone and prints its port, and nothing else. */
public final class PackServer {
    /** Names the folder for reports. */
    private static final String REPORTS = "SPILLWAY_REPORT_DIR";

    /** Given by the launcher in place of the engine's address. */
    private static final String REHEARSE = "--rehearse";

    /** What the engine itself lets through: a whole stack is one message. */
    private static final int LARGEST_MESSAGE = 400 << 20;

    private PackServer() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean isRehearsal = List.of(args).contains(REHEARSE);
        Server server = serve(isRehearsal ? rehearsing() : judging());
        if (isRehearsal) {
            Rehearsal.run(server.getPort());
            server.shutdownNow();
            return;
        }
        System.out.println(server.getPort());
        System.out.flush();
        Optional<ProcessHandle> host = ProcessHandle.current().parent();
        leaveWith(host, server);
        leaveWith(host.flatMap(ProcessHandle::parent), server);
        server.awaitTermination();
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
        return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .addService(pack)
                .build()
                .start();
    }

    /** An engine that is killed says no goodbye, and its language host may outlive it; the pack would wait forever. */
    private static void leaveWith(Optional<ProcessHandle> process, Server server) {
        process.ifPresent(handle -> {
            CompletableFuture<?> unused = handle.onExit().thenRun(server::shutdownNow);
        });
    }

    private static Optional<Path> reports() {
        return Optional.ofNullable(System.getenv(REPORTS))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).toAbsolutePath());
    }
}
