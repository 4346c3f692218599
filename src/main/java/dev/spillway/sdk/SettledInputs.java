package dev.spillway.sdk;

import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.annotations.ImportMetadata;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.InputArgs;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceTransformation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets the SDK read the inputs of a resource only when all of them are there.
 *
 * <p>The SDK (1.36.1) collects what a property depends on in a set that threads share without a lock. Where a property holds
 * several outputs that arrive at once, such as the environment of a pod, the set loses some of them, so that the engine
 * orders too little; or it breaks, and the program with it. Inputs that are there are read by a single thread.
 */
public final class SettledInputs implements ResourceTransformation {
    private static final SettledInputs ALL = new SettledInputs();

    private SettledInputs() {}

    /** The options of a component whose children, and theirs, are to be read so. */
    public static ComponentResourceOptions below(ComponentResourceOptions options) {
        return ComponentResourceOptions.merge(
                options,
                ComponentResourceOptions.builder()
                        .resourceTransformations(List.of(ALL))
                        .build());
    }

    @Override
    public Optional<Result> apply(Args declared) {
        if (!(declared.options() instanceof CustomResourceOptions options)) {
            return Optional.empty();
        }
        CompletableFuture<Void> settled = settled(declared.args());
        if (settled.isDone()) {
            return Optional.empty();
        }
        Output<List<Resource>> nobodyMore = Output.of(settled.thenApply(done -> List.of()));
        return Optional.of(new Result(
                declared.args(),
                CustomResourceOptions.merge(
                        options,
                        CustomResourceOptions.builder().dependsOn(nobodyMore).build())));
    }

    /** Done when everything that the SDK would wait for in a value is there. */
    public static CompletableFuture<Void> settled(@Nullable Object value) {
        if (value instanceof Output<?> output) {
            return Internal.of(output)
                    .getDataAsync()
                    .thenCompose(data -> settled(data.isKnown() ? data.getValueNullable() : null));
        }
        return CompletableFuture.allOf(parts(value).map(SettledInputs::settled).toArray(CompletableFuture<?>[]::new));
    }

    private static Stream<?> parts(@Nullable Object value) {
        if (value instanceof InputArgs args) {
            return ImportMetadata.of(args.getClass()).values().stream()
                    .flatMap(field -> field.getFieldOutput(args).stream());
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream();
        }
        if (value instanceof Collection<?> list) {
            return list.stream();
        }
        if (value instanceof Optional<?> optional) {
            return optional.stream();
        }
        if (value instanceof Either<?, ?> either) {
            return Stream.of(either.<Object>either(left -> left, right -> right));
        }
        if (value instanceof CustomResource resource) {
            return Stream.of(resource.urn(), resource.id());
        }
        return value instanceof Resource resource ? Stream.of(resource.urn()) : Stream.empty();
    }
}
