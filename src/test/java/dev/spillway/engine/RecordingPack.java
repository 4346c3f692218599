package dev.spillway.engine;

import com.google.protobuf.Empty;
import com.google.protobuf.Message;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureResponse;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.Plugin.PluginInfo;

/** A policy pack without policies: it writes down what the engine sends of each resource, and of the stack. */
public final class RecordingPack extends AnalyzerGrpc.AnalyzerImplBase {
    /** Names the folder that is written into. */
    static final String FOLDER = "SPILLWAY_TEST_RECORD";

    static final String RESOURCES = "resources.bin";
    static final String STACK = "stack.bin";

    private static final int LARGEST_MESSAGE = 400 << 20;

    private final Path folder;

    private RecordingPack(Path folder) {
        this.folder = folder;
    }

    /** Started by the engine's language host, which reads the port. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .addService(new RecordingPack(Path.of(System.getenv(FOLDER))))
                .build()
                .start();
        System.out.println(server.getPort());
        System.out.flush();
        ProcessHandle.current().parent().ifPresent(host -> {
            var unused = host.onExit().thenRun(server::shutdownNow);
        });
        server.awaitTermination();
    }

    @Override
    public void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> to) {
        write(RESOURCES, request);
        answer(to, AnalyzeResponse.getDefaultInstance());
    }

    @Override
    public void analyzeStack(AnalyzeStackRequest request, StreamObserver<AnalyzeResponse> to) {
        write(STACK, request);
        answer(to, AnalyzeResponse.getDefaultInstance());
    }

    @Override
    public void remediate(AnalyzeRequest request, StreamObserver<RemediateResponse> to) {
        answer(to, RemediateResponse.getDefaultInstance());
    }

    @Override
    public void handshake(AnalyzerHandshakeRequest request, StreamObserver<AnalyzerHandshakeResponse> to) {
        answer(to, AnalyzerHandshakeResponse.getDefaultInstance());
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> to) {
        answer(to, PluginInfo.newBuilder().setVersion("0.0.1").build());
    }

    @Override
    public void getAnalyzerInfo(Empty request, StreamObserver<AnalyzerInfo> to) {
        answer(
                to,
                AnalyzerInfo.newBuilder()
                        .setName("recorder")
                        .setVersion("0.0.1")
                        .build());
    }

    @Override
    public void configureStack(
            AnalyzerStackConfigureRequest request, StreamObserver<AnalyzerStackConfigureResponse> to) {
        answer(to, AnalyzerStackConfigureResponse.getDefaultInstance());
    }

    @Override
    public void configure(ConfigureAnalyzerRequest request, StreamObserver<Empty> to) {
        answer(to, Empty.getDefaultInstance());
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> to) {
        answer(to, Empty.getDefaultInstance());
    }

    private synchronized void write(String name, Message message) {
        try (OutputStream out =
                Files.newOutputStream(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            message.writeDelimitedTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> void answer(StreamObserver<T> to, T value) {
        to.onNext(value);
        to.onCompleted();
    }
}
