package dev.spillway.sdk;

import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelProvider;
import io.grpc.ManagedChannelRegistry;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which gRPC waits for the network, ended before the process ends.
 *
 * <p>A JVM that ends waits 0.3 s for threads in native code (HotSpot, {@code VM_Exit::wait_for_threads_in_native_to_block}). gRPC's
 * own threads wait there for the network, and nothing ends them. The engine waits for the program and for one plugin after the
 * other.
 */
public final class EventLoops {
    /** One is enough for what passes between the engine and us: answers are worked out on other threads. */
    private static final EventLoopGroup ALL = new NioEventLoopGroup(1, new DefaultThreadFactory("network", true));

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(EventLoops::end, "network-end"));
    }

    private EventLoops() {}

    /** A server on these threads. */
    public static NettyServerBuilder server(InetSocketAddress address) {
        return NettyServerBuilder.forAddress(address)
                .bossEventLoopGroup(ALL)
                .workerEventLoopGroup(ALL)
                .channelType(NioServerSocketChannel.class);
    }

    /** From now on, all channels that are made without naming a transport are on these threads, those of the SDK too. */
    public static void serveChannels() {
        ManagedChannelRegistry.getDefaultRegistry().register(new Channels());
    }

    private static void end() {
        ALL.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }

    /** What gRPC asks for a channel; it takes the one of the highest priority. */
    private static final class Channels extends ManagedChannelProvider {
        private static final int ABOVE_ALL = 10;

        @Override
        protected boolean isAvailable() {
            return true;
        }

        @Override
        protected int priority() {
            return ABOVE_ALL;
        }

        @Override
        protected ManagedChannelBuilder<?> builderForAddress(String name, int port) {
            return here(NettyChannelBuilder.forAddress(name, port));
        }

        @Override
        protected ManagedChannelBuilder<?> builderForTarget(String target) {
            return here(NettyChannelBuilder.forTarget(target));
        }

        @Override
        protected Collection<Class<? extends SocketAddress>> getSupportedSocketAddressTypes() {
            return List.of(InetSocketAddress.class);
        }

        private static ManagedChannelBuilder<?> here(NettyChannelBuilder channel) {
            return channel.eventLoopGroup(ALL).channelType(NioSocketChannel.class);
        }
    }
}
