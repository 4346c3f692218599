package dev.spillway.components;

import com.pulumi.azurenative.resources.ResourceGroup;
import com.pulumi.azurenative.resources.ResourceGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.plan.NamespacePlan;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import dev.spillway.plan.WorkloadPlan;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that a {@code stack.yaml} asks for: planned once as a whole, then declared. */
public final class DeclaredStack {
    private final Map<String, Output<?>> outputs = new TreeMap<>();

    private DeclaredStack() {}

    /**
     * Declares the stack's resource group, namespaces and workloads in the running Pulumi program.
     *
     * @param clock tells how old a right is that something waits for
     */
    public static DeclaredStack declare(StackSpec spec, Clock clock) {
        StackPlan plan =
                StackPlanner.plan(spec, LiveNamespaces.ofProgram().read(spec, Output.of(spec.resourceGroup())));
        DeclaredStack declared = new DeclaredStack();
        Output<String> group = resourceGroup(spec).name();
        PrivateDns dns = new PrivateDns();
        for (NamespacePlan namespace : plan.namespaces()) {
            EventHubsNamespace component = new EventHubsNamespace(
                    namespace.name(), EventHubsNamespaceArgs.planned(group, plan, dns), ComponentResourceOptions.Empty);
            declared.outputs.put(namespace.name() + "Namespace", component.fullyQualifiedNamespace());
            declared.outputs.put(namespace.name() + "LossForecast", component.lossForecast());
            // A destroy shows the outputs that go, and with them how to let it pass.
            component
                    .breakPairCommand()
                    .ifPresent(command -> declared.outputs.put(namespace.name() + "BreakPairCommand", command));
        }
        declared.outputs.putAll(DeclaredEventGrid.declare(
                group, plan, new GridRoles.Patience(GridRoles.Patience.STANDARD, Optional.of(clock))));
        for (WorkloadPlan workload : plan.workloads()) {
            AutoscaledWorkload component = new AutoscaledWorkload(
                    workload.name(),
                    AutoscaledWorkloadArgs.planned(plan, workload.spec()),
                    ComponentResourceOptions.Empty);
            declared.outputs.put(workload.name() + "Settings", component.effectiveSettings());
        }
        return declared;
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
