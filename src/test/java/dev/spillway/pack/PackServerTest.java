package dev.spillway.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerGrpc;

/** The pack in a process of its own, as the engine starts it. */
class PackServerTest {
    @Test
    void thePortIsAllThatIsPrinted() throws IOException, InterruptedException {
        Process pack = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PackServer.class.getName(),
                        "127.0.0.1:1")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> rest;
        try (BufferedReader printed = new BufferedReader(new InputStreamReader(pack.getInputStream(), UTF_8))) {
            int port = Integer.parseInt(String.valueOf(printed.readLine()));

            assertThat(policies(port)).isGreaterThan(10);
            // Process.destroy would close what is still to be read.
            pack.toHandle().destroy();
            rest = printed.lines().toList();
        } finally {
            pack.destroyForcibly().waitFor();
        }

        assertThat(rest).isEmpty();
    }

    private static int policies(int port) {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        try {
            return AnalyzerGrpc.newBlockingStub(channel)
                    .getAnalyzerInfo(Empty.getDefaultInstance())
                    .getPoliciesCount();
        } finally {
            channel.shutdownNow();
        }
    }
}
