package dev.spillway.components;

import com.pulumi.azurenative.resources.ResourceGroup;
import com.pulumi.azurenative.resources.ResourceGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a {@code stack.yaml} asks for: planned once as a whole, then declared. */
public final class DeclaredStack {
    private final Map<String, Output<?>> outputs = new TreeMap<>();

    private DeclaredStack() {}

    /** Declares the stack's resource group, namespaces and workloads in the running Pulumi program. */
    public static DeclaredStack declare(StackSpec spec) {
        StackPlan plan =
                StackPlanner.plan(spec, LiveNamespaces.ofProgram().read(spec, Output.of(spec.resourceGroup())));
        DeclaredStack declared = new DeclaredStack();
        Output<String> group = resourceGroup(spec).name();
        PrivateDns dns = new PrivateDns();
        EventPipelineArgs.Builder parts = EventPipelineArgs.builder()
                .resourceGroupName(group)
                .location(spec.location())
                .tags(spec.tags());
        plan.namespaces()
                .forEach(namespace ->
                        parts.namespace(namespace.name(), EventHubsNamespaceArgs.planned(group, plan, dns)));
        plan.workloads()
                .forEach(workload -> parts.workload(
                        workload.name(),
                        workload.spec().hub().namespace(),
                        namespace -> AutoscaledWorkloadArgs.planned(plan, workload.spec())));
        spec.monitoring().ifPresent(parts::monitoring);
        declared.publish(new EventPipeline(parts.build()));
        return declared;
    }

    private void publish(EventPipeline pipeline) {
        for (EventHubsNamespace namespace : pipeline.namespaces()) {
            String name = namespace.plan().name();
            outputs.put(name + "Namespace", namespace.fullyQualifiedNamespace());
            outputs.put(name + "LossForecast", namespace.lossForecast());
            // A destroy shows the outputs that go, and with them how to let it pass.
            namespace.breakPairCommand().ifPresent(command -> outputs.put(name + "BreakPairCommand", command));
        }
        for (AutoscaledWorkload workload : pipeline.workloads()) {
            outputs.put(workload.plan().name() + "Settings", workload.effectiveSettings());
        }
        pipeline.monitoring().ifPresent(monitoring -> outputs.put("alertThresholds", monitoring.thresholds()));
    }

    /** What the stack exports, by name. */
    public Map<String, Output<?>> outputs() {
        return Map.copyOf(outputs);
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
