package dev.spillway.rules.cluster;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.ClusterView;
import dev.spillway.view.Fact;

/** Flags clusters whose autoscaler removes nodes before their pods are done. */
public final class ScaleDownCoversGrace extends ListedRule<ClusterView> {
    private static final String LONGEST = "autoScalerProfile.maxGracefulTerminationSec";
    private static final String DEFAULT_SECONDS = "600";

    public ScaleDownCoversGrace() {
        super(
                RuleCard.named("AK-010", "scale-down-covers-grace")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("AKS cluster")
                        .summary("Nodes go before their pods are done")
                        .loses(
                                "The autoscaler of nodes takes a node away while a pod on it still sends what it holds, and that is "
                                        + "gone")
                        .fix(
                                FixClass.IN_PLACE,
                                "Raise maxGracefulTerminationSec to the longest grace period of a workload")
                        .build(),
                topology -> topology.clusters().clusters());
    }

    @Override
    public Verdict check(ClusterView cluster, Context context) {
        Fact<String> given = cluster.resource().text(LONGEST).orDefault(DEFAULT_SECONDS);
        Fact<Double> seconds = given.then(text -> text.matches("\\d{1,6}")
                ? Fact.known(given.path(), Double.valueOf(text))
                : Fact.unknown(given.path(), "met \"" + text + "\" where a number of seconds belongs"));
        return Verdict.on(cluster, seconds, most -> judge(cluster, most, context));
    }

    private static Verdict judge(ClusterView cluster, double most, Context context) {
        LongestGrace longest = LongestGrace.on(cluster, context.topology().clusters());
        if (longest.seconds() > most) {
            int wanted = (int) Math.ceil(longest.seconds());
            return Verdict.violation(
                            LONGEST,
                            Figures.seconds(most),
                            Figures.seconds(wanted) + " or more, for the grace of " + longest.workload())
                    .withChanges(Change.set(cluster, LONGEST, String.valueOf(wanted)));
        }
        if (!longest.gaps().isEmpty()) {
            return Verdict.unknown(longest.gaps());
        }
        return longest.workload().isEmpty()
                ? Verdict.notApplicable("no workload of the stack runs there for certain")
                : Verdict.pass();
    }
}
