package dev.spillway.plan;

import dev.spillway.facts.Availability;
import dev.spillway.facts.DeliverySchedule;
import dev.spillway.facts.GridFailover;
import dev.spillway.facts.GridKind;
import dev.spillway.facts.Region;
import dev.spillway.facts.Regions;
import dev.spillway.loss.EventGridFigures;
import dev.spillway.loss.EventGridForecast;
import dev.spillway.loss.EventGridModel;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.RecoveryTarget;
import dev.spillway.units.NumberText;
import dev.spillway.units.Seconds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What each failure costs the Event Grid part of a stack under the design that it chose: metadata and data apart, at best and
 * at worst, from the loss model where the load is declared.
 */
public final class RecoveryTable {
    /** Azure's own failover: an hour at least until it starts, and five minutes until it takes traffic. */
    private static final double SERVER_SIDE_SECONDS = 3_900;

    private static final OptionalDouble NOBODY_KNOWS = OptionalDouble.empty();
    private static final double NONE = 0;
    private static final double PERCENT = 100;

    private final RecoveryTarget recovery;
    private final List<RecoveryRow> rows = new ArrayList<>();

    private RecoveryTable(RecoveryTarget recovery) {
        this.recovery = recovery;
    }

    /** One row for each resource and failure, pairs as one resource. */
    public static List<RecoveryRow> of(StackPlan plan) {
        RecoveryTable table = new RecoveryTable(plan.spec().recovery());
        plan.eventGrid().sources().forEach(source -> table.source(source, Optional.empty()));
        plan.eventGrid().pairs().forEach(table::pair);
        plan.eventGrid()
                .namespaces()
                .forEach(namespace -> table.namespace(namespace.spec().path(), namespace.location()));
        return List.copyOf(table.rows);
    }

    /** How much of the time something can be published, as a sentence for each resource. */
    public static List<String> availability(StackPlan plan) {
        List<String> sentences = new ArrayList<>();
        double one = Availability.EVENT_GRID_PUBLISHING.share();
        plan.eventGrid().sources().stream()
                .filter(source -> source.kind() != GridKind.SYSTEM_TOPIC)
                .forEach(source -> sentences.add(source.spec().path() + ": publishing "
                        + NumberText.withDigits(PERCENT * one, 2)
                        + " %, as promised for one region; keeping what is given up "
                        + NumberText.withDigits(PERCENT * Availability.STORAGE_WRITES.share(), 1)
                        + " %; delivering is promised by nobody"));
        plan.eventGrid()
                .pairs()
                .forEach(pair -> sentences.add(path(pair) + ": publishing "
                        + NumberText.withDigits(PERCENT * Availability.eitherOf(one, one), 6) + " %, 1 - (1 - "
                        + NumberText.withDigits(one, 4) + ") x (1 - " + NumberText.withDigits(one, 4)
                        + "), if the two regions fail independently"));
        return List.copyOf(sentences);
    }

    private static String path(GridPairPlan pair) {
        return pair.sources().isEmpty()
                ? pair.namespaces().get(0).spec().path()
                : pair.sources().get(0).spec().path();
    }

    private void pair(GridPairPlan pair) {
        pair.sources().stream().limit(1).forEach(source -> source(source, Optional.of(pair)));
        if (pair.sources().isEmpty()) {
            FailoverTiming timing = pair.timing();
            row(
                    path(pair),
                    "region lost",
                    "none: the other namespace has clients, certificates and topics of its own",
                    OptionalDouble.of(NONE),
                    OptionalDouble.of(Seconds.of(timing.longestSwitch())),
                    Volumes.UNKNOWN,
                    "the concierge stops naming it; what was accepted and not read waits for the region");
            row(
                    path(pair),
                    "zone lost",
                    "none",
                    OptionalDouble.of(NONE),
                    NOBODY_KNOWS,
                    Volumes.UNKNOWN,
                    zoneNote(pair.namespaces().get(0).location()));
        }
    }

    private void namespace(String path, String location) {
        row(
                path,
                "region lost",
                "all of it until the region is back: Azure copies no namespace",
                OptionalDouble.of(Seconds.of(recovery.regionOutage())),
                NOBODY_KNOWS,
                Volumes.UNKNOWN,
                "give geoDisasterRecovery: clientSide for a second one");
        row(path, "zone lost", "none", OptionalDouble.of(NONE), NOBODY_KNOWS, Volumes.UNKNOWN, zoneNote(location));
    }

    private void source(GridSourcePlan source, Optional<GridPairPlan> pair) {
        for (GridSubscriptionPlan subscription : source.allSubscriptions()) {
            receiverDown(source, subscription);
            storeDown(source, subscription);
        }
        zoneLost(source);
        regionLost(source, pair);
        backAfterTtl(source);
    }

    private void receiverDown(GridSourcePlan source, GridSubscriptionPlan subscription) {
        Optional<EventGridForecast> loss =
                EventGridPlan.figures(source, subscription, recovery).map(EventGridModel::forecast);
        double away = Seconds.of(recovery.subscriberOutage());
        row(
                source.spec().path(),
                "receiver of " + subscription.name() + " down for " + NumberText.whole(away) + " s",
                "none",
                OptionalDouble.of(away),
                loss.map(known -> OptionalDouble.of(known.delaySeconds().maximum()))
                        .orElse(NOBODY_KNOWS),
                loss.map(Volumes::of).orElse(Volumes.UNKNOWN),
                "the worst is the attempt that comes next after the receiver is back; a slow answer doubles an event");
    }

    private void storeDown(GridSourcePlan source, GridSubscriptionPlan subscription) {
        if (subscription.deadLetterContainer().isEmpty()) {
            return;
        }
        Optional<Volumes> volumes = EventGridPlan.figures(source, subscription, recovery)
                .map(EventGridModel::forecast)
                .map(known -> new Volumes(
                        OptionalDouble.of(known.outcomes().delayed()),
                        OptionalDouble.of(NONE),
                        OptionalDouble.of(known.outcomes().deadLettered()),
                        OptionalDouble.of(NONE)));
        row(
                source.spec().path(),
                "dead-letter store of " + subscription.name() + " down for more than "
                        + DeliverySchedule.DEAD_LETTER_PATIENCE_SECONDS / 3_600 + " h while the receiver is down",
                "none",
                NOBODY_KNOWS,
                NOBODY_KNOWS,
                volumes.orElse(Volumes.UNKNOWN),
                "Event Grid tries the store for 4 hours and then drops what is given up; the store is kept in three zones or"
                        + " two regions");
    }

    private void zoneLost(GridSourcePlan source) {
        row(
                source.spec().path(),
                "zone lost",
                "none",
                OptionalDouble.of(NONE),
                NOBODY_KNOWS,
                Volumes.UNKNOWN,
                zoneNote(source.location()));
    }

    private static String zoneNote(String location) {
        return Regions.find(location).map(Region::hasZones).orElse(false)
                ? "seconds of errors; Microsoft says that some events may be lost, so that publishers keep and repeat them"
                : location + " is not known to have zones: as if the region were lost";
    }

    private void regionLost(GridSourcePlan source, Optional<GridPairPlan> pair) {
        double outage = Seconds.of(recovery.regionOutage());
        if (pair.isPresent()) {
            FailoverTiming timing = pair.get().timing();
            double switching = Seconds.of(timing.longestSwitch());
            row(
                    source.spec().path(),
                    "region lost",
                    "none: the other region has a resource of its own",
                    OptionalDouble.of(NONE),
                    OptionalDouble.of(switching),
                    published(source, switching, Seconds.of(timing.publisherRetry())),
                    "publishers repeat for " + NumberText.whole(Seconds.of(timing.publisherRetry()))
                            + " s, longer than the switch takes; what waits for a receiver waits in the lost region");
            return;
        }
        if (source.kind() == GridKind.SYSTEM_TOPIC) {
            row(
                    source.spec().path(),
                    "region lost",
                    "none: Azure copies it to the paired region, if there is one",
                    NOBODY_KNOWS,
                    NOBODY_KNOWS,
                    Volumes.UNKNOWN,
                    "its source is lost with the region: nothing happens that it could tell of");
            return;
        }
        if (source.failover().value() == GridFailover.CROSS_GEO) {
            row(
                    source.spec().path(),
                    "region lost, Microsoft fails over",
                    "none: topics and subscriptions are copied to the paired region",
                    OptionalDouble.of(SERVER_SIDE_SECONDS),
                    NOBODY_KNOWS,
                    published(source, SERVER_SIDE_SECONDS, NONE),
                    "an hour at least, best effort; events that were accepted stay in the lost region");
        }
        row(
                source.spec().path(),
                source.failover().value() == GridFailover.CROSS_GEO
                        ? "region lost, Microsoft does not fail over"
                        : "region lost",
                "all of it until the region is back",
                OptionalDouble.of(outage),
                NOBODY_KNOWS,
                published(source, outage, NONE),
                "publishers that do not keep their events lose them for as long as the region is away");
    }

    private void backAfterTtl(GridSourcePlan source) {
        boolean keeps = source.allSubscriptions().stream()
                .allMatch(subscription -> subscription.deadLetterContainer().isPresent());
        row(
                source.spec().path(),
                "region back after events have died",
                "none",
                NOBODY_KNOWS,
                NOBODY_KNOWS,
                Volumes.UNKNOWN,
                "what waited for a receiver when the region was lost is given up: "
                        + (keeps
                                ? "it becomes dead letters of that region"
                                : "where there is no dead letter it is dropped"));
    }

    /** What is refused while nobody takes anything, less what publishers keep until somebody does. */
    private static Volumes published(GridSourcePlan source, double untilTaken, double publisherRetry) {
        Optional<LoadProfile> load = source.spec().load();
        if (load.isEmpty()) {
            return Volumes.UNKNOWN;
        }
        LoadProfile known = load.get();
        EventGridFigures figures = new EventGridFigures(
                dev.spillway.loss.Load.burst(
                        known.baseline().perSecond(),
                        known.peak().perSecond(),
                        Seconds.of(known.ramp()),
                        known.peak().compareTo(known.baseline()) > 0 ? Seconds.of(known.peakHold()) : 0,
                        Math.max(Seconds.of(known.window()), 2 * untilTaken),
                        (double) known.averageEvent().count()),
                List.of(),
                DeliverySchedule.MOST_ATTEMPTS,
                DeliverySchedule.LONGEST_MINUTES * 60.0,
                0,
                true,
                0,
                0,
                publisherRetry,
                Optional.of(new EventGridFigures.RegionLoss(
                        Math.max(Seconds.of(known.window()), 2 * untilTaken) / 2, untilTaken)),
                1);
        EventGridForecast forecast = EventGridModel.forecast(figures);
        double repeated = known.peak().perSecond() * Math.min(untilTaken, publisherRetry);
        return new Volumes(
                OptionalDouble.of(forecast.outcomes().delayed()),
                OptionalDouble.of(NONE),
                OptionalDouble.of(forecast.lostEvents()),
                OptionalDouble.of(repeated));
    }

    private void row(
            String resource,
            String failure,
            String metadata,
            OptionalDouble best,
            OptionalDouble worst,
            Volumes volumes,
            String note) {
        rows.add(new RecoveryRow(
                resource,
                failure,
                metadata,
                best,
                worst,
                volumes.delayed,
                volumes.kept,
                volumes.lost,
                volumes.duplicated,
                note));
    }

    /** How many events end how; empty where no load is declared, or nobody publishes a figure. */
    private record Volumes(
            OptionalDouble delayed, OptionalDouble kept, OptionalDouble lost, OptionalDouble duplicated) {
        private static final Volumes UNKNOWN = new Volumes(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

        private static Volumes of(EventGridForecast loss) {
            return new Volumes(
                    OptionalDouble.of(loss.outcomes().delayed()),
                    OptionalDouble.of(loss.outcomes().deadLettered()),
                    OptionalDouble.of(loss.lostEvents()),
                    OptionalDouble.empty());
        }
    }
}
