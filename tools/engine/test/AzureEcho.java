import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.TreeSet;
import pulumirpc.Plugin;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.ResourceProviderGrpc;

/** A stand-in for pulumi-resource-azure-native that believes everything: it answers with what it was given. Test code. */
final class AzureEcho extends ResourceProviderGrpc.ResourceProviderImplBase {
    public static void main(String[] arguments) throws Exception {
        var server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                .maxInboundMessageSize(400 << 20)
                .addService(new AzureEcho())
                .build()
                .start();
        System.out.println(server.getPort());
        System.out.flush();
        server.awaitTermination();
    }

    @Override
    public void handshake(ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> answer) {
        answer(answer, ProviderHandshakeResponse.getDefaultInstance());
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<Plugin.PluginInfo> answer) {
        answer(answer, Plugin.PluginInfo.newBuilder().setVersion("2.10.0").build());
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> answer) {
        answer(answer, Empty.getDefaultInstance());
    }

    @Override
    public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> answer) {
        answer(answer, CheckResponse.newBuilder().setInputs(request.getNews()).build());
    }

    @Override
    public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> answer) {
        answer(answer, DiffResponse.newBuilder().setChanges(DiffResponse.DiffChanges.DIFF_NONE).build());
    }

    @Override
    public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> answer) {
        answer(answer, ConfigureResponse.newBuilder().setSupportsPreview(true).build());
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> answer) {
        answer(answer, CheckResponse.newBuilder().setInputs(request.getNews()).build());
    }

    @Override
    public void diff(DiffRequest request, StreamObserver<DiffResponse> answer) {
        var before = request.getOldInputs().getFieldsMap();
        var after = request.getNews().getFieldsMap();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> name.startsWith("__") || Objects.equals(before.get(name), after.get(name)));
        answer(answer, DiffResponse.newBuilder()
                .setChanges(names.isEmpty() ? DiffResponse.DiffChanges.DIFF_NONE : DiffResponse.DiffChanges.DIFF_SOME)
                .addAllDiffs(names)
                .build());
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> answer) {
        String name = request.getUrn().substring(request.getUrn().lastIndexOf("::") + 2);
        Struct outputs = request.getProperties().toBuilder()
                .putFields("name", Value.newBuilder().setStringValue(name).build())
                .build();
        answer(answer, CreateResponse.newBuilder()
                .setId(request.getPreview() ? "" : "/echo/" + name)
                .setProperties(outputs)
                .build());
    }

    private static <T> void answer(StreamObserver<T> observer, T value) {
        observer.onNext(value);
        observer.onCompleted();
    }
}
