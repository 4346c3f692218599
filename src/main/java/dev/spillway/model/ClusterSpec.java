package dev.spillway.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The Kubernetes cluster that the workloads run on: one that is there, or one that the stack declares. */
public sealed interface ClusterSpec {
    /** How long Azure takes to add a node; assumed where it is not given. */
    Duration NODE_START = Duration.ofMinutes(3);

    /** From the wish for a node until it takes pods. */
    Duration nodeStart();

    /** Pods that keep room on the nodes; empty is derived. */
    OptionalInt placeholderPods();

    /**
     * A cluster that is there.
     *
     * @param oidcIssuerUrl who vouches for its service accounts; empty is asked for
     */
    record Existing(
            String name,
            String resourceGroup,
            Optional<String> oidcIssuerUrl,
            Duration nodeStart,
            OptionalInt placeholderPods)
            implements ClusterSpec {}

    /**
     * A cluster of the stack's own; what is empty is derived.
     *
     * @param zones by number; empty is all three where the region has zones
     * @param logAnalyticsWorkspaceId where its logs go; empty is a workspace of its own
     * @param subnetId empty is a network of its own
     * @param adminGroupObjectIds groups of Entra ID that administer it; without one the deployer needs a role of Azure's
     */
    record New(
            Optional<String> name,
            Optional<String> kubernetesVersion,
            Tier tier,
            List<Integer> zones,
            NodePoolSpec systemPool,
            NodePoolSpec workloadPool,
            OptionalInt upgradeSurgePercent,
            MaintenanceSpec maintenance,
            boolean privateCluster,
            NetworkPolicyEngine networkPolicy,
            Optional<String> subnetId,
            Optional<String> logAnalyticsWorkspaceId,
            List<String> adminGroupObjectIds,
            Duration nodeStart,
            OptionalInt placeholderPods)
            implements ClusterSpec {
        public New {
            zones = List.copyOf(zones);
            adminGroupObjectIds = List.copyOf(adminGroupObjectIds);
        }

        /** Everything derived. */
        public static New derived() {
            return new New(
                    Optional.empty(),
                    Optional.empty(),
                    Tier.STANDARD,
                    List.of(),
                    NodePoolSpec.DERIVED,
                    NodePoolSpec.DERIVED,
                    OptionalInt.empty(),
                    MaintenanceSpec.STANDARD,
                    false,
                    NetworkPolicyEngine.CILIUM,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    NODE_START,
                    OptionalInt.empty());
        }
    }

    /** What Azure promises of the control plane; the free tier promises nothing, so it is not one of ours. */
    enum Tier {
        STANDARD("Standard"),
        PREMIUM("Premium");

        private final String key;

        Tier(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** Who enforces network policies on the nodes. */
    enum NetworkPolicyEngine {
        CILIUM("cilium"),
        AZURE("azure"),
        CALICO("calico");

        private final String key;

        NetworkPolicyEngine(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
