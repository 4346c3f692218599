package dev.spillway.provider;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import dev.spillway.plugin.PluginServer;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.ResourceProviderGrpc;

/** The provider behind a port, and the engine that asks it behind another. */
final class ServedProvider implements AutoCloseable {
    private final RecordingEngine engine;
    private final Server provider;
    private final ManagedChannel channel;

    ServedProvider() throws IOException {
        engine = new RecordingEngine();
        provider = PluginServer.start(new ProviderService(engine.address()));
        channel = NettyChannelBuilder.forAddress("127.0.0.1", provider.getPort())
                .usePlaintext()
                .build();
    }

    @Override
    public void close() {
        channel.shutdownNow();
        provider.shutdownNow();
        engine.close();
    }

    RecordingEngine engine() {
        return engine;
    }

    ManagedChannel channel() {
        return channel;
    }

    /** What the engine asks for a component with, in a preview. */
    ConstructRequest.Builder request(String type, String name, String inputs) throws InvalidProtocolBufferException {
        Struct.Builder struct = Struct.newBuilder();
        JsonFormat.parser().merge(inputs, struct);
        return ConstructRequest.newBuilder()
                .setProject("sample")
                .setStack("dev")
                .setDryRun(true)
                .setMonitorEndpoint(engine.address())
                .setParent(RecordingEngine.STACK)
                .setType(type)
                .setName(name)
                .setInputs(struct);
    }

    ConstructResponse construct(ConstructRequest.Builder request) {
        return ResourceProviderGrpc.newBlockingStub(channel).construct(request.build());
    }
}
