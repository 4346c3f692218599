package dev.spillway.config;

import dev.spillway.model.ClusterSpec;
import dev.spillway.model.ClusterSpec.NetworkPolicyEngine;
import dev.spillway.model.ClusterSpec.Tier;
import dev.spillway.model.MaintenanceSpec;
import dev.spillway.model.NodePoolSpec;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** The keys of a cluster that the stack declares. */
final class NewClusterSection {
    static final Keys KEYS = new Keys("cluster.new");
    private static final Key<String> NAME = KEYS.optional("name", TextForm.of(Names.CLUSTER));
    private static final Key<String> VERSION = KEYS.optional("kubernetesVersion", TextForm.of(Names.KUBERNETES));
    private static final Key<Tier> TIER = KEYS.optional(
            "tier",
            ChoiceForm.of("a tier of a cluster", Tier::key, List.of(Tier.values()))
                    .refusing("Free", "promises nothing of the control plane that has to scale the pods"));
    private static final Key<List<Integer>> ZONES = KEYS.optional(
            "zones",
            new ListForm<>(
                    "a list of zones",
                    "a list of zones such as [1, 2, 3]",
                    NumberForm.whole("a zone", 1, 3),
                    3,
                    Function.identity()));
    private static final Key<NodePoolSpec> SYSTEM_POOL =
            KEYS.optional("systemPool", new NodePoolSection("cluster.new.systemPool", 2).form());
    private static final Key<NodePoolSpec> WORKLOAD_POOL =
            KEYS.optional("workloadPool", new NodePoolSection("cluster.new.workloadPool", 1).form());
    private static final Key<Integer> SURGE =
            KEYS.optional("upgradeSurgePercent", NumberForm.whole("a percentage", 1, 100));
    private static final Key<MaintenanceSpec> MAINTENANCE = KEYS.optional("maintenance", MaintenanceSection.FORM);
    private static final Key<Boolean> PRIVATE = KEYS.optional("privateCluster", new FlagForm());
    private static final Key<NetworkPolicyEngine> NETWORK_POLICY = KEYS.optional(
            "networkPolicy",
            ChoiceForm.of("a network policy engine", NetworkPolicyEngine::key, List.of(NetworkPolicyEngine.values())));
    private static final Key<String> SUBNET = KEYS.optional("subnetId", TextForm.of(Names.SUBNET_ID));
    private static final Key<String> WORKSPACE =
            KEYS.optional("logAnalyticsWorkspaceId", TextForm.of(Names.WORKSPACE_ID));
    private static final Key<List<String>> ADMINS = KEYS.optional(
            "adminGroupObjectIds",
            new ListForm<>(
                    "a list of groups", "a list of object ids", TextForm.of(Names.OBJECT_ID), 20, Function.identity()));

    static final Form<NewClusterSection> FORM = KEYS.as("a cluster", NewClusterSection::new);

    private final Fields fields;

    private NewClusterSection(Fields fields) {
        this.fields = fields;
        if (fields.get(ZONES).holds(List::isEmpty)) {
            fields.report(ZONES, "an empty list, leave it out for all zones of the region");
        }
    }

    ClusterSpec spec(Duration nodeStart, OptionalInt placeholderPods) {
        return new ClusterSpec.New(
                fields.get(NAME).held(),
                fields.get(VERSION).held(),
                fields.get(TIER).held().orElse(Tier.STANDARD),
                fields.get(ZONES)
                        .held()
                        .map(zones -> zones.stream().sorted().toList())
                        .orElse(List.of()),
                fields.get(SYSTEM_POOL).held().orElse(NodePoolSpec.DERIVED),
                fields.get(WORKLOAD_POOL).held().orElse(NodePoolSpec.DERIVED),
                Optionals.ofInt(fields.get(SURGE)),
                fields.get(MAINTENANCE).held().orElse(MaintenanceSpec.STANDARD),
                fields.get(PRIVATE).held().orElse(false),
                fields.get(NETWORK_POLICY).held().orElse(NetworkPolicyEngine.CILIUM),
                fields.get(SUBNET).held(),
                fields.get(WORKSPACE).held(),
                fields.get(ADMINS).held().orElse(List.of()),
                nodeStart,
                placeholderPods);
    }
}
