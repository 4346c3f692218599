package dev.spillway.rules;

import dev.spillway.rule.Rule;
import dev.spillway.rules.alerts.AlertDimensionMatches;
import dev.spillway.rules.alerts.AlertReachesSomeone;
import dev.spillway.rules.alerts.CaptureBacklog;
import dev.spillway.rules.alerts.EgDropped;
import dev.spillway.rules.alerts.EgNamespaceLoss;
import dev.spillway.rules.alerts.IngressSilence;
import dev.spillway.rules.alerts.ThrottledRequests;
import dev.spillway.rules.capture.CaptureEnabled;
import dev.spillway.rules.capture.CaptureStorageReachable;
import dev.spillway.rules.capture.CaptureStorageRedundant;
import dev.spillway.rules.capture.CaptureStorageSupported;
import dev.spillway.rules.capture.CaptureWriterAuthorised;
import dev.spillway.rules.capture.LifecycleNotShorterThanReplay;
import dev.spillway.rules.capture.RetentionCoversStorageOutage;
import dev.spillway.rules.cluster.DrainCoversGrace;
import dev.spillway.rules.cluster.NoSendersOnSpot;
import dev.spillway.rules.cluster.NodeAutoscale;
import dev.spillway.rules.cluster.NodeHeadroom;
import dev.spillway.rules.cluster.PaidTier;
import dev.spillway.rules.cluster.PoolZones;
import dev.spillway.rules.cluster.ScaleDownCoversGrace;
import dev.spillway.rules.cluster.SystemPoolSize;
import dev.spillway.rules.cluster.UserPoolSize;
import dev.spillway.rules.cluster.WorkloadIdentity;
import dev.spillway.rules.crossing.ConnectionsWithinQuota;
import dev.spillway.rules.crossing.ConsumersWithinPartitions;
import dev.spillway.rules.crossing.EventFitsTier;
import dev.spillway.rules.crossing.FleetFitsCluster;
import dev.spillway.rules.crossing.MinReplicasPerZone;
import dev.spillway.rules.crossing.ProducersWithinUnits;
import dev.spillway.rules.crossing.ReceiverHasRight;
import dev.spillway.rules.crossing.RecoveryCopyExists;
import dev.spillway.rules.crossing.RetryCoversShortfall;
import dev.spillway.rules.crossing.SenderHasRight;
import dev.spillway.rules.eventgrid.DeadLetterSet;
import dev.spillway.rules.eventgrid.DeadLetterStorageReachable;
import dev.spillway.rules.eventgrid.DeadLetterWriterAuthorised;
import dev.spillway.rules.eventgrid.DeliveryAuthorised;
import dev.spillway.rules.eventgrid.DeliveryByIdentity;
import dev.spillway.rules.eventgrid.RegionalTopicHasTwin;
import dev.spillway.rules.eventgrid.RetryAttemptsFloor;
import dev.spillway.rules.eventgrid.RetryTtlFloor;
import dev.spillway.rules.eventgrid.SubscriptionNeverExpires;
import dev.spillway.rules.eventgrid.TopicHasSubscription;
import dev.spillway.rules.eventgrid.TopicIdentity;
import dev.spillway.rules.eventgrid.TwinsNotDrifted;
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
import dev.spillway.rules.options.FactsDeclared;
import dev.spillway.rules.options.InflateNotReverted;
import dev.spillway.rules.options.NoDeleteBeforeReplace;
import dev.spillway.rules.options.ProtectStateful;
import dev.spillway.rules.options.SuppressionHygiene;
import dev.spillway.rules.regions.ClientsUseAlias;
import dev.spillway.rules.regions.GeoReplicationLag;
import dev.spillway.rules.regions.GeoReplicationLocations;
import dev.spillway.rules.regions.MetadataDrNeedsDataPath;
import dev.spillway.rules.regions.PairCapacity;
import dev.spillway.rules.regions.PairRegionsDiffer;
import dev.spillway.rules.regions.PairTiersCompatible;
import dev.spillway.rules.regions.StrategyDeclared;
import dev.spillway.rules.storage.CheckpointContainerPerGroup;
import dev.spillway.rules.storage.CheckpointStorePlain;
import dev.spillway.rules.storage.RecoverableEventBlobs;
import dev.spillway.rules.workload.AutoscalerPresent;
import dev.spillway.rules.workload.GraceCoversFlush;
import dev.spillway.rules.workload.MetricHasRequest;
import dev.spillway.rules.workload.MinReplicas;
import dev.spillway.rules.workload.NoStaticReplicas;
import dev.spillway.rules.workload.OneScalerPerTarget;
import dev.spillway.rules.workload.PdbAllowsDrain;
import dev.spillway.rules.workload.PdbPresent;
import dev.spillway.rules.workload.RangeOpen;
import dev.spillway.rules.workload.Readiness;
import dev.spillway.rules.workload.RequestsAndMemoryLimit;
import dev.spillway.rules.workload.RollingUpdate;
import dev.spillway.rules.workload.Spread;
import dev.spillway.rules.workload.TargetExists;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Every rule there is, by id; ids are never given twice. */
public final class Catalogue {
    private static final List<Rule<?>> RULES = List.of(
            new PaidTier(),
            new PoolZones(),
            new NodeAutoscale(),
            new NodeHeadroom(),
            new SystemPoolSize(),
            new UserPoolSize(),
            new NoSendersOnSpot(),
            new DrainCoversGrace(),
            new ScaleDownCoversGrace(),
            new WorkloadIdentity(),
            new ThrottledRequests(),
            new CaptureBacklog(),
            new IngressSilence(),
            new EgDropped(),
            new EgNamespaceLoss(),
            new AlertReachesSomeone(),
            new AlertDimensionMatches(),
            new CaptureEnabled(),
            new CaptureStorageRedundant(),
            new CaptureStorageSupported(),
            new CaptureStorageReachable(),
            new CaptureWriterAuthorised(),
            new RetentionCoversStorageOutage(),
            new LifecycleNotShorterThanReplay(),
            new ConsumersWithinPartitions(),
            new ProducersWithinUnits(),
            new ConnectionsWithinQuota(),
            new EventFitsTier(),
            new RetryCoversShortfall(),
            new FleetFitsCluster(),
            new MinReplicasPerZone(),
            new SenderHasRight(),
            new ReceiverHasRight(),
            new RecoveryCopyExists(),
            new StrategyDeclared(),
            new PairRegionsDiffer(),
            new PairTiersCompatible(),
            new PairCapacity(),
            new MetadataDrNeedsDataPath(),
            new GeoReplicationLocations(),
            new GeoReplicationLag(),
            new ClientsUseAlias(),
            new DeadLetterSet(),
            new DeadLetterStorageReachable(),
            new DeadLetterWriterAuthorised(),
            new RetryTtlFloor(),
            new RetryAttemptsFloor(),
            new SubscriptionNeverExpires(),
            new DeliveryByIdentity(),
            new DeliveryAuthorised(),
            new RegionalTopicHasTwin(),
            new TopicHasSubscription(),
            new TopicIdentity(),
            new TwinsNotDrifted(),
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
            new AutoscalerPresent(),
            new MinReplicas(),
            new RangeOpen(),
            new NoStaticReplicas(),
            new TargetExists(),
            new OneScalerPerTarget(),
            new MetricHasRequest(),
            new PdbPresent(),
            new PdbAllowsDrain(),
            new Spread(),
            new RollingUpdate(),
            new Readiness(),
            new GraceCoversFlush(),
            new RequestsAndMemoryLimit(),
            new ProtectStateful(),
            new NoDeleteBeforeReplace(),
            new InflateNotReverted(),
            new FactsDeclared(),
            new SuppressionHygiene(),
            new CheckpointStorePlain(),
            new CheckpointContainerPerGroup(),
            new RecoverableEventBlobs());

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
