package dev.spillway.components;

import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyEgressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyIngressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyPortArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicySpecArgs;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.model.WorkloadSpec.Role;
import java.util.List;
import java.util.TreeSet;

/**
 * What may come to the pods of a workload and go from them. Names cannot be put into a network policy, and Event Hubs has no
 * fixed addresses, so what leaves is limited by port.
 */
final class Traffic {
    private static final int DNS = 53;
    private static final int HTTPS = 443;

    private Traffic() {}

    static NetworkPolicySpecArgs policy(WorkloadSpec spec, boolean needsTokens) {
        NetworkPolicySpecArgs.Builder policy = NetworkPolicySpecArgs.builder()
                .podSelector(new Labels(spec.name()).selector())
                .policyTypes("Ingress", "Egress")
                .egress(
                        NetworkPolicyEgressRuleArgs.builder()
                                .ports(port("UDP", DNS), port("TCP", DNS))
                                .build(),
                        NetworkPolicyEgressRuleArgs.builder()
                                .ports(outward(spec, needsTokens))
                                .build());
        if (spec.role() != Role.CONSUMER) {
            policy.ingress(NetworkPolicyIngressRuleArgs.builder()
                    .ports(port("TCP", spec.health().port()))
                    .build());
        }
        return policy.build();
    }

    /** The declared ports, and the one at which tokens and checkpoints are. */
    private static List<NetworkPolicyPortArgs> outward(WorkloadSpec spec, boolean needsTokens) {
        TreeSet<Integer> ports = new TreeSet<>(spec.egress());
        if (needsTokens) {
            ports.add(HTTPS);
        }
        return ports.stream().map(port -> port("TCP", port)).toList();
    }

    private static NetworkPolicyPortArgs port(String protocol, int number) {
        return NetworkPolicyPortArgs.builder().protocol(protocol).port(number).build();
    }
}
