package dev.spillway.rules.cluster;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.ClusterView;
import dev.spillway.view.Fact;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.Search;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.List;

/** Flags clusters whose pods cannot sign in where only identities may. */
public final class WorkloadIdentity extends ListedRule<ClusterView> {
    private static final String ISSUER = "oidcIssuerProfile.enabled";
    private static final String WEBHOOK = "securityProfile.workloadIdentity.enabled";

    public WorkloadIdentity() {
        super(
                RuleCard.named("AK-013", "workload-identity")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("AKS cluster")
                        .summary("Pods cannot sign in to the namespace")
                        .loses(
                                "The namespace takes no keys and the cluster gives pods no identity: every send and read is refused "
                                        + "from the first event")
                        .fix(FixClass.IN_PLACE, "Enable the OIDC issuer and workload identity")
                        .build(),
                topology -> topology.clusters().clusters());
    }

    @Override
    public Verdict check(ClusterView cluster, Context context) {
        List<WorkloadView> workloads = context.topology().clusters().workloads(cluster);
        Search needed = Search.MISSING;
        for (WorkloadView workload : workloads) {
            needed = needed.or(Search.among(
                    List.of(workload),
                    one -> one.namespace().then(NamespaceView::refusesKeys).orDefault(false)));
        }
        return Verdict.on(
                needed,
                () -> judge(cluster),
                () -> Verdict.notApplicable("no namespace that its workloads use refuses keys"));
    }

    private static Verdict judge(ClusterView cluster) {
        Fact<Boolean> issuer = cluster.resource().flag(ISSUER).orDefault(false);
        Fact<Boolean> webhook = cluster.resource().flag(WEBHOOK).orDefault(false);
        List<Change> changes = new ArrayList<>();
        for (Fact<Boolean> part : List.of(issuer, webhook)) {
            if (!part.whenKnown().orElse(true)) {
                changes.add(Change.set(cluster, part.path(), true));
            }
        }
        if (!changes.isEmpty()) {
            return Verdict.violation(changes.get(0).path(), "off", "on").withChanges(changes);
        }
        return issuer.isKnown() && webhook.isKnown() ? Verdict.pass() : Verdict.unknown(cluster, issuer, webhook);
    }
}
