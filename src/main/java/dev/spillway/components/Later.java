package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;

/**
 * What only the cloud will say of a resource, in a form that never forgets the resource.
 *
 * <p>In a preview the engine leaves such outputs out of its answer, and the SDK makes an unknown of them that depends on
 * nothing. The id is the exception; tied to it, an output connects what it is given to with where it comes from.
 */
final class Later {
    private Later() {}

    static <T> Output<T> of(CustomResource resource, Output<T> output) {
        return Output.tuple(resource.id(), output).applyValue(both -> both.t2);
    }
}
