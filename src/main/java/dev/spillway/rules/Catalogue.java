package dev.spillway.rules;

import dev.spillway.rule.Rule;
import dev.spillway.rules.crossing.ConsumersWithinPartitions;
import dev.spillway.rules.crossing.ProducersWithinUnits;
import dev.spillway.rules.crossing.RetryCoversShortfall;
import dev.spillway.rules.eventgrid.DeadLetterSet;
import dev.spillway.rules.eventgrid.RetryTtlFloor;
import dev.spillway.rules.eventgrid.TwinsNotDrifted;
import dev.spillway.rules.eventhubs.AutoInflateHeadroom;
import dev.spillway.rules.eventhubs.AutoInflateOn;
import dev.spillway.rules.eventhubs.PartitionFloor;
import dev.spillway.rules.eventhubs.RetentionFloor;
import dev.spillway.rules.eventhubs.TierNotBasic;
import dev.spillway.rules.eventhubs.ZoneRedundancy;
import dev.spillway.rules.options.InflateNotReverted;
import dev.spillway.rules.options.ProtectStateful;
import dev.spillway.rules.workload.GraceCoversFlush;
import dev.spillway.rules.workload.MinReplicas;
import dev.spillway.rules.workload.NoStaticReplicas;
import java.util.List;

/** Every rule there is, by id; ids are never given twice. */
public final class Catalogue {
    private static final List<Rule<?>> RULES = List.of(
            new ConsumersWithinPartitions(),
            new ProducersWithinUnits(),
            new RetryCoversShortfall(),
            new DeadLetterSet(),
            new RetryTtlFloor(),
            new TwinsNotDrifted(),
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
            new InflateNotReverted());

    private Catalogue() {}

    public static List<Rule<?>> rules() {
        return RULES;
    }
}
