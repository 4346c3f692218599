package dev.spillway.rules;

import dev.spillway.rule.Rule;
import dev.spillway.rules.capture.CaptureEnabled;
import dev.spillway.rules.capture.CaptureStorageReachable;
import dev.spillway.rules.capture.CaptureStorageRedundant;
import dev.spillway.rules.capture.CaptureStorageSupported;
import dev.spillway.rules.capture.CaptureWriterAuthorised;
import dev.spillway.rules.capture.LifecycleNotShorterThanReplay;
import dev.spillway.rules.capture.RetentionCoversStorageOutage;
import dev.spillway.rules.crossing.ConsumersWithinPartitions;
import dev.spillway.rules.crossing.ProducersWithinUnits;
import dev.spillway.rules.crossing.RetryCoversShortfall;
import dev.spillway.rules.eventgrid.DeadLetterStorageReachable;
import dev.spillway.rules.eventgrid.DeadLetterWriterAuthorised;
import dev.spillway.rules.eventgrid.DeliveryAuthorised;
import dev.spillway.rules.eventgrid.DeliveryByIdentity;
import dev.spillway.rules.eventgrid.RegionalTopicHasTwin;
import dev.spillway.rules.eventgrid.RetryAttemptsFloor;
import dev.spillway.rules.eventgrid.SubscriptionNeverExpires;
import dev.spillway.rules.eventgrid.TopicHasSubscription;
import dev.spillway.rules.eventgrid.TopicIdentity;
import dev.spillway.rules.eventhubs.AutoInflateHeadroom;
import dev.spillway.rules.eventhubs.AutoInflateOn;
import dev.spillway.rules.eventhubs.AutoInflateWrongTier;
import dev.spillway.rules.eventhubs.HubStatusActive;
import dev.spillway.rules.eventhubs.PartitionFloor;
import dev.spillway.rules.eventhubs.PremiumUnitsFloor;
import dev.spillway.rules.eventhubs.RetentionFloor;
import dev.spillway.rules.eventhubs.TierNotBasic;
import dev.spillway.rules.eventhubs.ZoneRedundancy;
import dev.spillway.rules.gridnamespaces.QueueOrPushDeadLetter;
import dev.spillway.rules.gridnamespaces.SecondNamespace;
import dev.spillway.rules.gridnamespaces.TopicRetentionFloor;
import dev.spillway.rules.gridnamespaces.TtlFloor;
import dev.spillway.rules.options.InflateNotReverted;
import dev.spillway.rules.options.ProtectStateful;
import dev.spillway.rules.regions.ClientsUseAlias;
import dev.spillway.rules.regions.GeoReplicationLag;
import dev.spillway.rules.regions.GeoReplicationLocations;
import dev.spillway.rules.regions.MetadataDrNeedsDataPath;
import dev.spillway.rules.regions.PairCapacity;
import dev.spillway.rules.regions.PairRegionsDiffer;
import dev.spillway.rules.regions.PairTiersCompatible;
import dev.spillway.rules.regions.StrategyDeclared;
import dev.spillway.rules.workload.GraceCoversFlush;
import dev.spillway.rules.workload.MinReplicas;
import dev.spillway.rules.workload.NoStaticReplicas;
import java.util.List;

/** Every rule there is, by id; ids are never given twice. */
public final class Catalogue {
    private static final List<Rule<?>> RULES = List.of(
            new CaptureEnabled(),
            new CaptureStorageRedundant(),
            new CaptureStorageSupported(),
            new CaptureStorageReachable(),
            new CaptureWriterAuthorised(),
            new RetentionCoversStorageOutage(),
            new LifecycleNotShorterThanReplay(),
            new ConsumersWithinPartitions(),
            new ProducersWithinUnits(),
            new RetryCoversShortfall(),
            new StrategyDeclared(),
            new PairRegionsDiffer(),
            new PairTiersCompatible(),
            new PairCapacity(),
            new MetadataDrNeedsDataPath(),
            new GeoReplicationLocations(),
            new GeoReplicationLag(),
            new ClientsUseAlias(),
            new DeadLetterStorageReachable(),
            new DeadLetterWriterAuthorised(),
            new RetryAttemptsFloor(),
            new SubscriptionNeverExpires(),
            new DeliveryByIdentity(),
            new DeliveryAuthorised(),
            new RegionalTopicHasTwin(),
            new TopicHasSubscription(),
            new TopicIdentity(),
            new TierNotBasic(),
            new AutoInflateOn(),
            new AutoInflateHeadroom(),
            new AutoInflateWrongTier(),
            new PremiumUnitsFloor(),
            new ZoneRedundancy(),
            new RetentionFloor(),
            new PartitionFloor(),
            new HubStatusActive(),
            new QueueOrPushDeadLetter(),
            new TopicRetentionFloor(),
            new TtlFloor(),
            new SecondNamespace(),
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
