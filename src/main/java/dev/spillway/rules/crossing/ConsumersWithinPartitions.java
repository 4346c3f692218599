package dev.spillway.rules.crossing;

import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Gap;
import dev.spillway.view.Role;
import dev.spillway.view.ScalerView;
import dev.spillway.view.WorkloadView;
import java.util.List;
import java.util.stream.Stream;

/** Flags consumers that may have more replicas than their hub has partitions. */
public final class ConsumersWithinPartitions extends ListedRule<WorkloadView> {
    private static final RuleCard CARD = RuleCard.named("CX-001", "consumers-within-partitions")
            .severity(Severity.HIGH)
            .level(Level.ADVISORY)
            .judges("consumer")
            .summary("Consumers outnumber the partitions")
            .loses(
                    "A partition has one reader of a group, so surplus replicas idle; the lag that the plan meant them to work "
                            + "off grows until the retention deletes it")
            .fix(FixClass.NONE, "Lower the maximum to the partition count, or create the hub with more partitions")
            .build();

    public ConsumersWithinPartitions() {
        super(CARD, topology -> topology.workloads(Role.CONSUMER));
    }

    @Override
    public Verdict check(WorkloadView consumer, Context context) {
        List<Gap> gaps = Stream.of(
                        Gap.in(consumer, consumer.role()),
                        consumer.partitionGaps(),
                        Gap.in(consumer.replicasDecidedBy(), consumer.maximumReplicas()))
                .flatMap(List::stream)
                .toList();
        if (!gaps.isEmpty()) {
            return Verdict.unknown(gaps);
        }
        int most = consumer.maximumReplicas().value();
        int partitions = consumer.hub().value().partitionCount().value();
        return most <= partitions ? Verdict.pass() : violation(consumer, most, partitions);
    }

    private static Verdict violation(WorkloadView consumer, int most, int partitions) {
        Verdict.Violation violation = Verdict.violation(
                "spec.replicas",
                "up to " + Figures.count(most, "replica") + " on " + Figures.count(partitions, "partition"),
                "at most " + Figures.count(partitions, "replica"));
        return consumer.scaler().whenKnown().filter(ScalerView::isKeda).isPresent()
                ? violation.withNote(
                        "KEDA itself stops at the partition count, so the declared maximum is never reached")
                : violation;
    }
}
