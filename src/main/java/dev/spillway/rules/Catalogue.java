package dev.spillway.rules;

import dev.spillway.rule.Rule;
import dev.spillway.rules.crossing.ConsumersWithinPartitions;
import dev.spillway.rules.crossing.ProducersWithinUnits;
import dev.spillway.rules.crossing.RetryCoversShortfall;
import dev.spillway.rules.eventhubs.AutoInflateHeadroom;
import dev.spillway.rules.eventhubs.AutoInflateOn;
import dev.spillway.rules.eventhubs.PartitionFloor;
import dev.spillway.rules.eventhubs.RetentionFloor;
import dev.spillway.rules.eventhubs.TierNotBasic;
import dev.spillway.rules.eventhubs.ZoneRedundancy;
import dev.spillway.rules.options.InflateNotReverted;
import dev.spillway.rules.options.ProtectStateful;
import dev.spillway.rules.options.SuppressionHygiene;
import dev.spillway.rules.workload.GraceCoversFlush;
import dev.spillway.rules.workload.MinReplicas;
import dev.spillway.rules.workload.NoStaticReplicas;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Every rule there is, by id; ids are never given twice. */
public final class Catalogue {
    private static final List<Rule<?>> RULES = List.of(
            new ConsumersWithinPartitions(),
            new ProducersWithinUnits(),
            new RetryCoversShortfall(),
            new TierNotBasic(),
            new AutoInflateOn(),
            new AutoInflateHeadroom(),
            new ZoneRedundancy(),
            new RetentionFloor(),
            new PartitionFloor(),
            new MinReplicas(),
            new NoStaticReplicas(),
            new GraceCoversFlush(),
            new ProtectStateful(),
            new InflateNotReverted(),
            new SuppressionHygiene());

    private static final List<Rule<?>> ALL = withOthers();

    private Catalogue() {}

    /** Ours, and then those that others put on the class path. */
    public static List<Rule<?>> rules() {
        return ALL;
    }

    private static List<Rule<?>> withOthers() {
        List<Rule<?>> all = new ArrayList<>(RULES);
        for (Rule<?> rule : ServiceLoader.load(Rule.class)) {
            String id = rule.card().id();
            if (all.stream().anyMatch(known -> known.card().id().equals(id))) {
                throw new IllegalStateException("two rules have the id " + id);
            }
            all.add(rule);
        }
        return List.copyOf(all);
    }
}
