package dev.spillway.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.ResourceMonitorGrpc;

/** Nothing of gRPC is left in native code when a process ends, and its end is silent. */
final class EventLoopsTest {
    @Test
    void serversAndChannelsWaitOnTheseThreadsAlone() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Talk.class.getName())
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(said.strip()).isEqualTo("UNIMPLEMENTED [network-1-1]");
        assertThat(process.waitFor()).isEqualTo(Talk.EXIT);
    }

    /** A process with a server that a channel of the SDK's kind talks to; neither is closed at its end. */
    static final class Talk {
        static final int EXIT = 3;

        private Talk() {}

        public static void main(String[] arguments) throws IOException {
            EventLoops.serveChannels();
            Server server = EventLoops.server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .build()
                    .start();
            ManagedChannel channel = ManagedChannelBuilder.forTarget("127.0.0.1:" + server.getPort())
                    .usePlaintext()
                    .build();
            System.out.println(answer(channel) + " " + selecting());
            System.exit(EXIT);
        }

        private static Status.Code answer(ManagedChannel channel) {
            try {
                ResourceMonitorGrpc.newBlockingStub(channel)
                        .supportsFeature(SupportsFeatureRequest.getDefaultInstance());
                return Status.Code.OK;
            } catch (StatusRuntimeException refused) {
                return refused.getStatus().getCode();
            }
        }

        /** The threads of Netty. */
        private static Set<String> selecting() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getClass().getName().contains("netty"))
                    .map(Thread::getName)
                    .collect(toSet());
        }
    }
}
