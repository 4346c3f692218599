package dev.spillway.components;

import com.pulumi.azurenative.resources.ResourceGroup;
import com.pulumi.azurenative.resources.ResourceGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a {@code stack.yaml} asks for: planned once as a whole, then declared as one {@link EventPipeline}. */
public final class DeclaredStack {
    private final EventPipeline pipeline;

    private DeclaredStack(EventPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Declares the stack's resource group, namespaces, Event Grid, cluster and workloads in the running Pulumi program.
     *
     * @param kubernetesIsConfigured whether the program was told which cluster to use; else a new cluster's workloads go there
     * @param clock tells how old a right is that something waits for
     */
    public static DeclaredStack declare(StackSpec spec, boolean kubernetesIsConfigured, Clock clock) {
        StackPlan plan = StackPlanner.plan(spec, LiveStack.ofProgram().read(spec, Output.of(spec.resourceGroup())));
        PartitionNotice.refuse(plan.refusals());
        Output<String> group = resourceGroup(spec).name();
        return new DeclaredStack(EventPipeline.planned(
                EventPipelineArgs.planned(group, plan, !kubernetesIsConfigured, clock),
                ComponentResourceOptions.Empty));
    }

    /** What the stack exports, by name. */
    public Map<String, Output<?>> outputs() {
        return pipeline.outputs();
    }

    private static ResourceGroup resourceGroup(StackSpec spec) {
        Map<String, String> tags = new TreeMap<>(spec.tags());
        if (spec.profile() != SizingProfile.STANDARD) {
            tags.put("spillway-profile", spec.profile().key());
        }
        return new ResourceGroup(
                spec.name(),
                ResourceGroupArgs.builder()
                        .resourceGroupName(spec.resourceGroup())
                        .location(spec.location())
                        .tags(tags)
                        .build(),
                CustomResourceOptions.builder()
                        .protect(spec.profile() != SizingProfile.DEV)
                        .build());
    }
}
