package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.plan.NamespacePlan;
import java.util.List;

/**
 * Where a namespace is declared, and as what.
 *
 * @param parent the component that it is a part of
 * @param name what the logical names of everything begin with
 */
record NamespaceSite(Resource parent, String name, Output<String> group, NamespacePlan plan) {
    CustomResourceOptions child() {
        return CustomResourceOptions.builder().parent(parent).build();
    }

    CustomResourceOptions childAfter(List<? extends Resource> others) {
        return CustomResourceOptions.builder()
                .parent(parent)
                .dependsOn(List.copyOf(others))
                .build();
    }

    /** Of what holds events, or the way to them. */
    CustomResourceOptions stateful() {
        return statefulAfter(List.of());
    }

    CustomResourceOptions statefulAfter(List<? extends Resource> others) {
        return CustomResourceOptions.builder()
                .parent(parent)
                .protect(plan.protect().value())
                .dependsOn(List.copyOf(others))
                .build();
    }
}
