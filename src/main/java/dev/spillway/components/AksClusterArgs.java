package dev.spillway.components;

import com.pulumi.core.Output;
import dev.spillway.model.ClusterCheck;
import dev.spillway.model.ClusterSpec;
import dev.spillway.model.SizingProfile;
import dev.spillway.plan.ClusterPlan;
import dev.spillway.plan.Setting;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import dev.spillway.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link AksCluster} is asked to be: one that is there, or one to declare. What is not given is derived from the
 * workloads that will run on it.
 */
public final class AksClusterArgs {
    private final Output<String> resourceGroupName;
    private final Function<String, ClusterPlan> plan;

    private AksClusterArgs(Output<String> resourceGroupName, Function<String, ClusterPlan> plan) {
        this.resourceGroupName = resourceGroupName;
        this.plan = plan;
    }

    /** A cluster that is there; its OIDC issuer is asked for. */
    public static AksClusterArgs existing(String clusterName, String resourceGroupName) {
        return builder()
                .resourceGroupName(resourceGroupName)
                .cluster(new ClusterSpec.Existing(
                        clusterName, resourceGroupName, Optional.empty(), ClusterSpec.NODE_START, OptionalInt.empty()))
                .build();
    }

    public static Builder builder() {
        return new Builder();
    }

    static AksClusterArgs planned(Output<String> resourceGroupName, StackPlan stack) {
        return new AksClusterArgs(resourceGroupName, name -> stack.cluster().orElseThrow());
    }

    Output<String> resourceGroupName() {
        return resourceGroupName;
    }

    ClusterPlan plan(String componentName) {
        return plan.apply(componentName);
    }

    static List<Setting> settingsOf(ClusterPlan plan) {
        return StackPlan.settingsOf(plan);
    }

    /** Collects the arguments. */
    public static final class Builder {
        private @Nullable Output<String> resourceGroupName;
        private @Nullable String location;
        private SizingProfile profile = SizingProfile.STANDARD;
        private ClusterSpec cluster = ClusterSpec.New.derived();
        private final List<WorkloadPlan> workloads = new ArrayList<>();
        private final Map<String, String> tags = new TreeMap<>();

        private Builder() {}

        /** The resource group to declare the cluster in. Required for a new one. */
        public Builder resourceGroupName(Output<String> name) {
            this.resourceGroupName = name;
            return this;
        }

        /** The resource group by its name. */
        public Builder resourceGroupName(String name) {
            return resourceGroupName(Output.of(name));
        }

        /** Azure region by its programmatic name, such as {@code westeurope}. Required for a new cluster. */
        public Builder location(String name) {
            this.location = name;
            return this;
        }

        /** Default: standard. Under {@code dev} the cluster is not protected. */
        public Builder profile(SizingProfile value) {
            this.profile = value;
            return this;
        }

        /** The cluster; default: a new one with everything derived. */
        public Builder cluster(ClusterSpec spec) {
            this.cluster = spec;
            return this;
        }

        /** A workload that will run on it, so that its most pods count in the sizes. It is not declared by this. */
        public Builder workload(AutoscaledWorkloadArgs workload) {
            this.workloads.add(workload.plan());
            return this;
        }

        /** All workloads that a namespace was sized for will run on it. */
        public Builder workloadsOf(EventHubsNamespace namespace) {
            this.workloads.addAll(namespace.stackPlan().workloads());
            return this;
        }

        /** A tag of the cluster. */
        public Builder tag(String name, String value) {
            this.tags.put(name, value);
            return this;
        }

        public AksClusterArgs build() {
            List<WorkloadPlan> plans = List.copyOf(workloads);
            String region = location == null ? "" : location;
            boolean isIncomplete = resourceGroupName == null;
            return new AksClusterArgs(resourceGroupName == null ? Output.of("") : resourceGroupName, name -> {
                ClusterCheck.check(name, isIncomplete, region, cluster);
                return StackPlanner.cluster(name, profile, region, tags, cluster, plans);
            });
        }
    }
}
