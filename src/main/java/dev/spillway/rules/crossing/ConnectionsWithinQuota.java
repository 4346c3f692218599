package dev.spillway.rules.crossing;

import dev.spillway.facts.ConnectionLimits;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.List;

/** Flags namespaces that cannot hold the connections of their own workloads. */
public final class ConnectionsWithinQuota extends ListedRule<NamespaceView> {
    public ConnectionsWithinQuota() {
        super(
                RuleCard.named("CX-005", "connections-within-quota")
                        .severity(Severity.HIGH)
                        .level(Level.ADVISORY)
                        .judges("Event Hubs namespace")
                        .summary("New pods cannot connect at the peak")
                        .loses(
                                "The pods that the autoscaler adds in a burst are refused a connection, exactly when the load needs "
                                        + "them")
                        .fix(
                                FixClass.NONE,
                                "Share connections within a pod, scale less far, or choose a tier with more of them")
                        .build(),
                EventTopology::namespaces);
    }

    @Override
    public Verdict check(NamespaceView namespace, Context context) {
        return Verdict.on(
                namespace,
                namespace.tier(),
                tier -> Verdict.on(
                        namespace,
                        namespace.reachableUnits(),
                        units -> judge(namespace, ConnectionLimits.of(tier, units), context)));
    }

    private static Verdict judge(NamespaceView namespace, long most, Context context) {
        List<Gap> gaps = new ArrayList<>();
        double sum = 0;
        List<WorkloadView> clients = context.topology().clients(namespace).stream()
                .filter(workload -> !workload.role().isAbsent())
                .toList();
        for (WorkloadView workload : clients) {
            sum += Fact.both(workload.maximumReplicas(), workload.connections(), (pods, each) -> pods * each)
                    .whenKnown()
                    .orElse(0.0);
            gaps.addAll(Gap.in(workload, workload.connections()));
            gaps.addAll(Gap.in(workload.replicasDecidedBy(), workload.maximumReplicas()));
        }
        gaps.addAll(context.topology().strayClients());
        if (sum > most) {
            return Verdict.violation(
                    "sku.tier",
                    "up to " + Figures.number(sum) + " connections",
                    "at most " + Figures.number((double) most) + ", which is what the namespace holds");
        }
        return Verdict.whenKnown(
                gaps,
                () -> clients.isEmpty()
                        ? Verdict.notApplicable("no workload of the stack connects here")
                        : Verdict.pass());
    }
}
