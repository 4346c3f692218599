package dev.spillway.monitor;

import com.google.protobuf.Struct;
import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.core.internal.annotations.ExportMetadata;
import com.pulumi.deployment.internal.Monitor;
import com.pulumi.resources.Resource;
import dev.spillway.intake.StructReader;
import dev.spillway.intake.StructWriter;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterPackageResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.Result;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;

/**
 * The engine's resource monitor, previewing an empty stack. It takes the very messages that would go over the wire.
 * Functions of providers are never run: what they return is what somebody knows, or unknown as it is where their arguments
 * are.
 */
final class RecordingMonitor implements Monitor {
    /** As the engine answers, but for output values: inputs are to stay plain values with sentinels. */
    private static final Set<String> FEATURES =
            Set.of("secrets", "resourceReferences", "aliasSpecs", "deletedWith", "parameterization");

    private static final String LOOK_UP = "pulumi:pulumi:getResource";

    private final Registrations registrations;
    private final Functions functions;

    RecordingMonitor(Registrations registrations, Functions functions) {
        this.registrations = registrations;
        this.functions = functions;
    }

    @Override
    public CompletableFuture<SupportsFeatureResponse> supportsFeatureAsync(SupportsFeatureRequest request) {
        return answer(() -> SupportsFeatureResponse.newBuilder()
                .setHasSupport(FEATURES.contains(request.getId()))
                .build());
    }

    /** The id is left empty: it is known only after deployment. */
    @Override
    public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
            Resource resource, RegisterResourceRequest request) {
        return answer(() -> {
            Registrations.Answer answer = registrations.register(request);
            return RegisterResourceResponse.newBuilder()
                    .setUrn(answer.urn())
                    .setObject(answer.outputs())
                    .setResult(Result.SUCCESS)
                    .build();
        });
    }

    @Override
    public CompletableFuture<Void> registerResourceOutputsAsync(RegisterResourceOutputsRequest request) {
        return answer(() -> registrations.complete(request.getUrn(), request.getOutputs()))
                .thenAccept(answer -> {});
    }

    @Override
    public CompletableFuture<ReadResourceResponse> readResourceAsync(Resource resource, ReadResourceRequest request) {
        return answer(() -> {
            Registrations.Answer answer = registrations.read(request, outputsOf(resource));
            return ReadResourceResponse.newBuilder()
                    .setUrn(answer.urn())
                    .setProperties(answer.outputs())
                    .build();
        });
    }

    @Override
    public CompletableFuture<ResourceInvokeResponse> invokeAsync(ResourceInvokeRequest request) {
        return answer(() -> ResourceInvokeResponse.newBuilder()
                .setReturn(request.getTok().equals(LOOK_UP) ? lookUp(request.getArgs()) : result(request))
                .build());
    }

    @Override
    public CompletableFuture<CallResponse> callAsync(ResourceCallRequest request) {
        return answer(() -> CallResponse.newBuilder()
                .setReturn(PreviewAnswers.UNKNOWN_RESULT)
                .build());
    }

    @Override
    public CompletableFuture<RegisterPackageResponse> registerPackageAsync(RegisterPackageRequest request) {
        return answer(() -> RegisterPackageResponse.newBuilder()
                .setRef(request.getName() + "@" + request.getVersion())
                .build());
    }

    private static Set<String> outputsOf(Resource resource) {
        return ExportMetadata.of(resource.getClass()).keySet();
    }

    private Struct result(ResourceInvokeRequest request) {
        return functions
                .call(request.getTok(), StructReader.read(request.getArgs()))
                .map(StructWriter::write)
                .orElse(PreviewAnswers.UNKNOWN_RESULT);
    }

    private Struct lookUp(Struct args) {
        Registrations.Answer answer =
                registrations.find(args.getFieldsOrThrow("urn").getStringValue());
        return Struct.newBuilder()
                .putFields("urn", PreviewAnswers.text(answer.urn()))
                .putFields("id", PreviewAnswers.text(""))
                .putFields("state", PreviewAnswers.object(answer.outputs()))
                .build();
    }

    /** The SDK finds its deployment by thread; the wrapper carries it along. */
    private static <T> CompletableFuture<T> answer(Supplier<T> work) {
        return ContextAwareCompletableFuture.wrap(attempt(work));
    }

    private static <T> CompletableFuture<T> attempt(Supplier<T> work) {
        try {
            return CompletableFuture.completedFuture(work.get());
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }
}
