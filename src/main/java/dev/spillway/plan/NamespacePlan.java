package dev.spillway.plan;

import dev.spillway.facts.Tier;
import dev.spillway.model.SizingProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An Event Hubs namespace as it will be declared.
 *
 * @param name the name in {@code stack.yaml}
 * @param azureName the name clients use, before {@code .servicebus.windows.net}
 * @param plannedUnits throughput units that the stack needs, whatever there is already
 * @param live what is there already
 * @param throughputUnits what is declared
 * @param eventsPerUnit events per second that one throughput unit takes at the declared event size
 */
public record NamespacePlan(
        String name,
        String azureName,
        String location,
        SizingProfile profile,
        Tier tier,
        double eventsPerUnit,
        int plannedUnits,
        LiveCapacity live,
        Planned<Integer> throughputUnits,
        Planned<Boolean> autoInflate,
        Planned<Integer> maximumThroughputUnits,
        Planned<Duration> inflateReaction,
        Planned<Boolean> zoneRedundant,
        Planned<Boolean> protect,
        Map<String, String> tags,
        List<HubPlan> hubs,
        Optional<CaptureStoragePlan> captureStorage) {
    public NamespacePlan {
        tags = Map.copyOf(tags);
        hubs = List.copyOf(hubs);
    }

    /** The tier by Azure's own name. */
    public String tierName() {
        return tier.azureName();
    }

    public HubPlan hub(String hubName) {
        return hubs.stream()
                .filter(hub -> hub.name().equals(hubName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no hub " + hubName + " in " + name));
    }

    /** What people have to do where a hub gets more partitions. */
    public List<Runbook> runbooks() {
        return hubs.stream()
                .map(HubPlan::partitionChange)
                .flatMap(change ->
                        change instanceof PartitionChange.Grows grows ? Stream.of(grows.runbook()) : Stream.empty())
                .toList();
    }

    /** Each count of partitions that the hub must not get, with its place in {@code stack.yaml}. */
    public List<String> refusals() {
        return hubs.stream()
                .flatMap(hub -> hub.partitionChange() instanceof PartitionChange.Refused refused
                        ? Stream.of(
                                "eventHubs." + name + ".hubs." + hub.name() + ".partitionCount: " + refused.message())
                        : Stream.empty())
                .toList();
    }

    public String fullyQualifiedNamespace() {
        return azureName + ".servicebus.windows.net";
    }
}
