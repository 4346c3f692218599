package dev.spillway.rules.eventhubs;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Pillar;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.HubView;

/** Flags hubs with so few partitions that neither senders nor readers can grow. */
public final class PartitionFloor extends ListedRule<HubView> {
    static final Parameter<Integer> MINIMUM = Parameter.whole("minPartitions", 4, "fewest partitions of a hub");

    private static final String PARTITIONS = "partitionCount";

    private static final RuleCard CARD = RuleCard.named("EH-008", "partition-floor")
            .severity(Severity.HIGH)
            .level(Level.ADVISORY)
            .judges("event hub")
            .summary("Hub has too few partitions to grow")
            .loses(
                    "Each partition takes about 1 MB/s and has one reader of a group; a backlog that this cannot work off "
                            + "grows until the retention deletes it")
            .fix(
                    FixClass.AT_CREATION,
                    "Create the hub with {minPartitions} partitions or more; Standard cannot add any later")
            .pillar(Pillar.PERFORMANCE)
            .parameters(MINIMUM)
            .reach(Reach.ALONE)
            .build();

    public PartitionFloor() {
        super(CARD, EventTopology::hubs);
    }

    @Override
    public Verdict check(HubView hub, Context context) {
        int wanted = context.get(MINIMUM);
        return Verdict.on(
                hub,
                hub.partitionCount(),
                seen -> seen >= wanted
                        ? Verdict.pass()
                        : Verdict.violation(
                                        PARTITIONS,
                                        Figures.count(seen, "partition"),
                                        "at least " + Figures.count(wanted, "partition"))
                                .withChanges(Change.set(hub, PARTITIONS, wanted)));
    }
}
