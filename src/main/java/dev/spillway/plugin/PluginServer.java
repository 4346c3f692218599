package dev.spillway.plugin;

import dev.spillway.sdk.EventLoops;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Serves the engine's calls on this machine alone, for as long as the engine lives. */
public final class PluginServer {
    /** What the engine itself lets through: a whole stack is one message. */
    private static final int LARGEST_MESSAGE = 400 << 20;

    private PluginServer() {}

    /** Starts serving, on whatever port is free. */
    public static Server start(BindableService... services) throws IOException {
        NettyServerBuilder server = EventLoops.server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .maxInboundMessageSize(LARGEST_MESSAGE);
        List.of(services).forEach(server::addService);
        return server.build().start();
    }

    /** Starts serving, prints the port and nothing else, and comes back when the engine is gone. */
    public static void serve(BindableService service) throws IOException, InterruptedException {
        serve(service, () -> {});
    }

    /**
     * The same.
     *
     * @param meanwhile what is done once the port is printed
     */
    public static void serve(BindableService service, Runnable meanwhile) throws IOException, InterruptedException {
        Server server = start(service);
        System.out.println(server.getPort());
        System.out.flush();
        Optional<ProcessHandle> host = ProcessHandle.current().parent();
        leaveWith(host, server);
        leaveWith(host.flatMap(ProcessHandle::parent), server);
        meanwhile.run();
        server.awaitTermination();
    }

    /** An engine that is killed says no goodbye, and its language host may outlive it; we would wait forever. */
    private static void leaveWith(Optional<ProcessHandle> process, Server server) {
        process.ifPresent(handle -> {
            CompletableFuture<?> unused = handle.onExit().thenRun(server::shutdownNow);
        });
    }
}
