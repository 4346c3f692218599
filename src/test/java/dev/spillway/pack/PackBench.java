package dev.spillway.pack;

import com.google.protobuf.Empty;
import dev.spillway.intake.GraphJson;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceView;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;

/**
 * What the engine waits for, of a policy pack that the launcher starts: the port, the first and every other resource, and a
 * whole stack in two sizes a factor of ten apart. The stack is a graph repeated under other names, so its joins are real.
 */
final class PackBench implements AutoCloseable {
    private static final int BOOTS = 7;
    private static final int CALLS = 2_000;
    private static final int LARGEST_MESSAGE = 400 << 20;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final Process process;
    private final double bootMilliseconds;
    private final ManagedChannel channel;
    private final AnalyzerGrpc.AnalyzerBlockingStub pack;

    private PackBench(Path launcher) throws IOException {
        long start = System.nanoTime();
        this.process = new ProcessBuilder(launcher.toString(), "exec:java", "-Dexec.args=127.0.0.1:1")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String port = readLine(process);
        this.bootMilliseconds = (System.nanoTime() - start) / NANOS_PER_MILLISECOND;
        this.channel = NettyChannelBuilder.forAddress("127.0.0.1", Integer.parseInt(port.strip()))
                .usePlaintext()
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .build();
        this.pack = AnalyzerGrpc.newBlockingStub(channel);
        pack.handshake(AnalyzerHandshakeRequest.getDefaultInstance());
        pack.getAnalyzerInfo(Empty.getDefaultInstance());
        pack.configureStack(AnalyzerStackConfigureRequest.newBuilder()
                .setProject("p")
                .setStack("s")
                .setDryRun(true)
                .build());
        pack.configure(ConfigureAnalyzerRequest.getDefaultInstance());
    }

    public static void main(String[] args) throws IOException {
        Path launcher = Path.of("policies/mvn-pack").toAbsolutePath();
        ResourceGraph graph = GraphJson.read(
                java.nio.file.Files.readString(Path.of("stacks/dev/plan.approved.json")),
                "stacks/dev/plan.approved.json");
        List<AnalyzeRequest> requests =
                graph.resources().stream().map(StandInEngine::request).toList();
        double[] boots = new double[BOOTS];
        double[] firsts = new double[BOOTS];
        // The first run warms this side of the wire.
        for (int run = -1; run < BOOTS; run++) {
            try (PackBench bench = new PackBench(launcher)) {
                double first = bench.milliseconds(requests.get(requests.size() / 2));
                if (run >= 0) {
                    boots[run] = bench.bootMilliseconds;
                    firsts[run] = first;
                }
            }
        }
        report("pack: boot to port, ms", boots);
        report("pack: first Analyze, ms", firsts);
        try (PackBench bench = new PackBench(launcher)) {
            report("pack: Analyze warm, ms", bench.many(requests));
            double small = bench.stack(graph, 1_000);
            double large = bench.stack(graph, 10_000);
            System.out.printf(Locale.ROOT, "ten times the resources cost %.1f times as much%n", large / small);
        }
    }

    private double[] many(List<AnalyzeRequest> requests) {
        for (int call = 0; call < CALLS; call++) {
            milliseconds(requests.get(call % requests.size()));
        }
        double[] times = new double[CALLS];
        for (int call = 0; call < CALLS; call++) {
            times[call] = milliseconds(requests.get(call % requests.size()));
        }
        return times;
    }

    private double milliseconds(AnalyzeRequest request) {
        return timed(() -> pack.analyze(request).getDiagnosticsCount());
    }

    private double stack(ResourceGraph graph, int resources) {
        AnalyzeStackRequest request = repeated(graph, resources);
        double[] times = new double[3];
        for (int run = 0; run < times.length; run++) {
            times[run] = timed(() -> pack.analyzeStack(request).getDiagnosticsCount());
        }
        String label = String.format(Locale.ROOT, "pack: AnalyzeStack of %,d, ms", request.getResourcesCount());
        report(label, times);
        Arrays.sort(times);
        return times[times.length / 2];
    }

    /** The graph again and again, each time under other names. */
    private static AnalyzeStackRequest repeated(ResourceGraph graph, int resources) {
        List<ResourceView> once = graph.resources();
        AnalyzeStackRequest.Builder stack = AnalyzeStackRequest.newBuilder();
        String text = GraphJson.write(graph);
        for (int copy = 0; stack.getResourcesCount() + once.size() <= resources; copy++) {
            String other = text.replace("orders-dev", "orders-dev" + copy)
                    .replace("order-api", "order-api" + copy)
                    .replace("billing", "billing" + copy);
            GraphJson.read(other, "copy").resources().forEach(one -> stack.addResources(StandInEngine.inStack(one)));
        }
        return stack.build();
    }

    private static double timed(DoubleSupplier work) {
        long start = System.nanoTime();
        if (Double.isNaN(work.getAsDouble())) {
            throw new IllegalStateException("no answer");
        }
        return (System.nanoTime() - start) / NANOS_PER_MILLISECOND;
    }

    private static void report(String name, double[] measured) {
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        List<String> figures = new ArrayList<>();
        figures.add(String.format(Locale.ROOT, "median %,.1f", sorted[sorted.length / 2]));
        if (sorted.length > 100) {
            figures.add(String.format(Locale.ROOT, "p99 %,.1f", sorted[sorted.length * 99 / 100]));
        }
        figures.add(String.format(Locale.ROOT, "(%,.1f to %,.1f)", sorted[0], sorted[sorted.length - 1]));
        System.out.printf(Locale.ROOT, "%-34s %s%n", name, String.join("  ", figures));
    }

    private static String readLine(Process process) {
        try {
            BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
            String line = reader.readLine();
            if (line == null) {
                throw new IllegalStateException("the pack ended without a port");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
        process.destroyForcibly();
    }
}
