package dev.spillway.provider;

import static java.util.stream.Collectors.joining;

import com.google.protobuf.Empty;
import dev.spillway.model.Problems;
import dev.spillway.sdk.PatientRunner;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.ResourceProviderGrpc;

/** The engine's questions to a provider that has components alone: what there is, and make one. */
final class ProviderService extends ResourceProviderGrpc.ResourceProviderImplBase {
    private final String engineAddress;
    private final OrderDesk desk = new OrderDesk();

    ProviderService(String engineAddress) {
        this.engineAddress = engineAddress;
    }

    @Override
    public void handshake(ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> to) {
        answer(
                to,
                ProviderHandshakeResponse.newBuilder()
                        .setAcceptSecrets(true)
                        .setAcceptResources(true)
                        .setAcceptOutputs(true)
                        .build());
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> to) {
        answer(to, PluginInfo.newBuilder().setVersion(PackageSchema.VERSION).build());
    }

    @Override
    public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> to) {
        answer(
                to,
                GetSchemaResponse.newBuilder().setSchema(PackageSchema.text()).build());
    }

    @Override
    public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> to) {
        answer(to, CheckResponse.newBuilder().setInputs(request.getNews()).build());
    }

    @Override
    public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> to) {
        answer(
                to,
                DiffResponse.newBuilder()
                        .setChanges(DiffResponse.DiffChanges.DIFF_NONE)
                        .build());
    }

    @Override
    public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> to) {
        answer(
                to,
                ConfigureResponse.newBuilder()
                        .setSupportsPreview(true)
                        .setAcceptSecrets(true)
                        .setAcceptResources(true)
                        .setAcceptOutputs(true)
                        .build());
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> to) {
        answer(to, Empty.getDefaultInstance());
    }

    @Override
    public void construct(ConstructRequest request, StreamObserver<ConstructResponse> to) {
        try {
            Order order = desk.take(request);
            CompletableFuture<?> unused = new Construction(request, engineAddress)
                    .declare(order, desk)
                    .whenComplete((made, failure) -> {
                        if (failure == null) {
                            answer(to, made);
                        } else {
                            fail(to, Status.INTERNAL, failure);
                        }
                    });
        } catch (Problems problems) {
            // Not as the engine's property errors: it would print the value beside each, a secret one too.
            fail(to, Status.INVALID_ARGUMENT, problems);
        } catch (RuntimeException mistake) {
            fail(to, Status.INTERNAL, mistake);
        }
    }

    private static <T> void answer(StreamObserver<T> to, T value) {
        to.onNext(value);
        to.onCompleted();
    }

    private static void fail(StreamObserver<?> to, Status status, Throwable failure) {
        Throwable cause = PatientRunner.cause(failure);
        // The SDK says no more of several failures than that there are several.
        String said = cause.getSuppressed().length == 0
                ? message(cause)
                : Stream.of(cause.getSuppressed())
                        .map(each -> message(PatientRunner.cause(each)))
                        .distinct()
                        .collect(joining("\n"));
        to.onError(status.withDescription(said).asRuntimeException());
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
