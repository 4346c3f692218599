package dev.spillway.provider;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.pulumi.core.internal.Internal;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInternal;
import com.pulumi.deployment.internal.InlineDeploymentSettings;
import com.pulumi.internal.PulumiInternal;
import com.pulumi.resources.Resource;
import com.pulumi.resources.StackOptions;
import com.pulumi.serialization.internal.PropertiesSerializer;
import com.pulumi.serialization.internal.PropertiesSerializer.SerializationResult;
import dev.spillway.sdk.SettledInputs;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.Provider.ConstructResponse.PropertyDependencies;

/**
 * Runs the SDK against the engine's monitor to declare one component: the very class that a Java program uses. Rests on
 * internals of com.pulumi:pulumi 1.36.1.
 */
final class Construction {
    /**
     * gRPC complains when a channel is forgotten, and the SDK forgets two with each component. Kept here, because a logger that
     * nobody holds forgets its level.
     */
    private static final Logger FORGOTTEN_CHANNELS = Logger.getLogger("io.grpc.internal.ManagedChannelOrphanWrapper");

    static {
        FORGOTTEN_CHANNELS.setLevel(Level.OFF);
    }

    private final ConstructRequest request;
    private final String engineAddress;

    Construction(ConstructRequest request, String engineAddress) {
        this.request = request;
        this.engineAddress = engineAddress;
    }

    /** Declares what was ordered; the answer is there when all children are registered. */
    CompletableFuture<ConstructResponse> declare(Order order, OrderDesk desk) {
        PulumiInternal sdk =
                PulumiInternal.fromInline(settings(), StackOptions.builder().build());
        try {
            return sdk.runInlineAsync(context -> {
                Order.Made made = order.make(Options.of(request));
                return published(made).thenApply(response -> {
                    desk.remember(response.getUrn(), order, made);
                    return response;
                });
            });
        } finally {
            // The SDK carries the deployment from thread to thread by itself; this one serves another call next.
            DeploymentInstanceHolder.setInstance(null);
        }
    }

    private InlineDeploymentSettings settings() {
        return InlineDeploymentSettings.builder()
                .monitorAddr(request.getMonitorEndpoint())
                .engineAddr(engineAddress)
                .project(request.getProject())
                .stack(request.getStack())
                .organization(request.getOrganization())
                .isDryRun(request.getDryRun())
                .config(ImmutableMap.copyOf(request.getConfigMap()))
                .configSecretKeys(ImmutableSet.copyOf(request.getConfigSecretKeysList()))
                .build();
    }

    private CompletableFuture<ConstructResponse> published(Order.Made made) {
        PropertiesSerializer serializer =
                new PropertiesSerializer(((DeploymentImpl) DeploymentInternal.getInstance()).getLog());
        CompletableFuture<SerializationResult> outputs = SettledInputs.settled(made.outputs())
                .thenCompose(there -> serializer.serializeFilteredPropertiesAsync(
                        request.getName(), made.outputs(), name -> true, true));
        CompletableFuture<ConstructResponse.Builder> response = outputs.thenCombine(
                urnOf(made.component()),
                (published, urn) -> ConstructResponse.newBuilder().setUrn(urn).setState(published.serialized));
        return outputs.thenCompose(published -> {
            CompletableFuture<ConstructResponse.Builder> whole = response;
            for (var property : published.propertyToDependentResources.entrySet()) {
                whole = whole.thenCombine(
                        dependencies(property.getValue()),
                        (answer, urns) -> answer.putStateDependencies(property.getKey(), urns));
            }
            return whole.thenApply(ConstructResponse.Builder::build);
        });
    }

    private static CompletableFuture<PropertyDependencies> dependencies(Set<Resource> resources) {
        CompletableFuture<PropertyDependencies.Builder> all =
                CompletableFuture.completedFuture(PropertyDependencies.newBuilder());
        for (Resource resource : resources) {
            all = all.thenCombine(urnOf(resource), PropertyDependencies.Builder::addUrns);
        }
        return all.thenApply(PropertyDependencies.Builder::build);
    }

    private static CompletableFuture<String> urnOf(Resource resource) {
        return Internal.of(resource.urn()).getValueNullable();
    }
}
