package dev.spillway.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import dev.spillway.rules.Catalogue;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;

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

    /** What the launcher's class data is made from has to wake everything. */
    @Test
    void theRehearsalWakesRulesAndForecast() throws IOException {
        Server server = PackServer.serve(new PolicyPack(Catalogue.rules(), Optional.empty()));
        try {
            assertThat(Rehearsal.run(server.getPort()).getDiagnosticsList())
                    .extracting(AnalyzeDiagnostic::getPolicyName)
                    .contains("EH-008-partition-floor", "KW-004-no-static-replicas", "CX-007-retry-covers-shortfall")
                    .contains("loss-forecast");
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void theRulesAreWarmedByEveryResourceOfTheRehearsal() {
        PolicyPack pack = new PolicyPack(Catalogue.rules(), Optional.empty());

        assertThat(Rehearsal.alone(pack))
                .isEqualTo(Rehearsal.resources().size())
                .isPositive();
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
