package dev.spillway.loss;

import dev.spillway.facts.Tier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the namespace of a scenario, and who reads it. */
final class EventHubsJson {
    static final Set<String> EVENT_HUBS = Set.of(
            "tier",
            "throughputUnits",
            "processingUnits",
            "isAutoInflateEnabled",
            "maximumThroughputUnits",
            "autoInflateReactionSeconds",
            "autoInflateStepUnits",
            "otherIngressEventsPerSecond",
            "partitionCount",
            "hotPartitionShare",
            "partitionIngressEventsPerSecond",
            "partitionIngressMegabytesPerSecond",
            "ingressMegabytesPerSecondPerUnit",
            "retentionTimeInHours",
            "captureEnabled",
            "consumerGroupCount");
    static final Set<String> CONSUMER = with(
            PodsJson.FIELDS,
            "podEventsPerSecond",
            "partitionEventsPerSecond",
            "loadBalancingStrategy",
            "loadBalancingIntervalSeconds",
            "handoverPauseSeconds",
            "checkpointIntervalSeconds",
            "checkpointOnShutdown");

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double RETENTION_HOURS = 24;

    /** Lets the retention be checked where no consumer is given. */
    private static final Consumers NOBODY_YET = Consumers.of(1, new Scaling.Fixed(1));

    private EventHubsJson() {}

    static Optional<Admission> admission(ScenarioFields fields) {
        Tier tier = fields.named(
                "tier",
                Tier.STANDARD,
                Tier::byAzureName,
                Arrays.stream(Tier.values()).map(Tier::azureName).toList());
        boolean hasPublishedRates = tier == Tier.STANDARD || tier == Tier.BASIC;
        int units = units(fields, hasPublishedRates);
        double endless = Double.POSITIVE_INFINITY;
        int partitions = fields.whole("partitionCount");
        return fields.build(() -> new Admission(
                tier,
                units,
                fields.flag("isAutoInflateEnabled"),
                fields.whole("maximumThroughputUnits", units),
                fields.number("autoInflateReactionSeconds", Admission.ASSUMED_REACTION_SECONDS),
                fields.whole("autoInflateStepUnits", 1),
                fields.number("otherIngressEventsPerSecond", 0),
                partitions,
                fields.optionalNumber("hotPartitionShare"),
                fields.number(
                        "partitionIngressEventsPerSecond",
                        hasPublishedRates ? Admission.PARTITION_EVENTS_PER_SECOND : endless),
                fields.number(
                        "partitionIngressMegabytesPerSecond",
                        hasPublishedRates ? Admission.PARTITION_MEGABYTES_PER_SECOND : endless),
                fields.optionalNumber("ingressMegabytesPerSecondPerUnit")));
    }

    static Optional<Reading> reading(ScenarioFields hubs, Optional<ScenarioFields> consumer) {
        if (hubs.flag("captureEnabled") && hubs.text("tier").equals(Tier.BASIC.azureName())) {
            hubs.refuse("captureEnabled", "true on Basic", "Standard or higher, which have Capture");
        }
        var consumers = consumer.map(EventHubsJson::consumers).orElse(Optional.of(NOBODY_YET));
        var reading = hubs.build(() -> new Reading(
                hubs.number("retentionTimeInHours", RETENTION_HOURS) * SECONDS_PER_HOUR,
                hubs.flag("captureEnabled"),
                hubs.whole("consumerGroupCount", 1),
                consumers.orElseThrow()));
        return consumer.isEmpty() ? Optional.empty() : reading;
    }

    private static Optional<Consumers> consumers(ScenarioFields fields) {
        var absent = Consumers.Balancing.STANDARD;
        var checkpoints = Consumers.Checkpoints.STANDARD;
        var start = PodsJson.start(fields);
        var scaling = PodsJson.scaling(fields);
        return fields.build(() -> new Consumers(
                fields.number("podEventsPerSecond"),
                fields.number("partitionEventsPerSecond", Double.POSITIVE_INFINITY),
                start.orElseThrow(),
                scaling.orElseThrow(),
                new Consumers.Balancing(
                        fields.named(
                                "loadBalancingStrategy",
                                absent.strategy(),
                                Consumers.Strategy::byKey,
                                Arrays.stream(Consumers.Strategy.values())
                                        .map(Consumers.Strategy::key)
                                        .toList()),
                        fields.number("loadBalancingIntervalSeconds", absent.intervalSeconds()),
                        fields.number("handoverPauseSeconds", absent.handoverPauseSeconds())),
                new Consumers.Checkpoints(
                        fields.number("checkpointIntervalSeconds", checkpoints.intervalSeconds()),
                        fields.flag("checkpointOnShutdown", checkpoints.onShutdown()))));
    }

    private static int units(ScenarioFields fields, boolean hasPublishedRates) {
        if (!fields.has("processingUnits")) {
            return fields.whole("throughputUnits", 1);
        }
        if (hasPublishedRates || fields.has("throughputUnits")) {
            fields.refuse(
                    "processingUnits",
                    hasPublishedRates ? "a number" : "a number beside throughputUnits",
                    hasPublishedRates ? "throughputUnits, which Basic and Standard have" : "one of the two");
        }
        return fields.whole("processingUnits");
    }

    static Set<String> with(Set<String> some, String... more) {
        var all = new HashSet<>(some);
        Stream.of(more).forEach(all::add);
        return Set.copyOf(all);
    }
}
