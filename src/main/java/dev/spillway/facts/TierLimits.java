package dev.spillway.facts;

import dev.spillway.units.Bytes;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a tier allows at most, from {@code tier-limits.csv}.
 *
 * @param longestRetention how long a hub can keep events
 * @param partitionsPerHub most partitions of one hub
 * @param units most throughput, processing or capacity units
 * @param hubsPerNamespace most hubs of one namespace; on Premium of one processing unit
 * @param largestEvent largest event, and largest batch
 * @param schemaGroups most groups of schemas of one namespace
 * @param partitionsPerUnit most partitions of all hubs together for each unit; 0 where hubs alone decide
 * @param sasRules most shared access rules of one namespace
 * @param ipRules most address ranges that one namespace lets in
 * @param subnetRules most subnets that one namespace lets in
 */
public record TierLimits(
        Duration longestRetention,
        int partitionsPerHub,
        int units,
        int consumerGroupsPerHub,
        int hubsPerNamespace,
        Bytes largestEvent,
        int schemaGroups,
        int partitionsPerUnit,
        int sasRules,
        int ipRules,
        int subnetRules) {
    private static final Map<Tier, TierLimits> BY_TIER = Arrays.stream(Tier.values())
            .collect(Collectors.toMap(
                    tier -> tier, TierLimits::read, (one, other) -> one, () -> new EnumMap<>(Tier.class)));

    public static TierLimits of(Tier tier) {
        return Objects.requireNonNull(BY_TIER.get(tier));
    }

    static int figure(Tier tier, String limit) {
        return FactTable.rows("tier-limits.csv").stream()
                .filter(row -> row.get("tier").equals(tier.azureName())
                        && row.get("limit").equals(limit))
                .map(row -> Integer.parseInt(row.get("value")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + limit + " for " + tier.azureName()));
    }

    private static TierLimits read(Tier tier) {
        return new TierLimits(
                Duration.ofHours(figure(tier, "longestRetention")),
                figure(tier, "partitionsPerHub"),
                figure(tier, "units"),
                figure(tier, "consumerGroupsPerHub"),
                figure(tier, "hubsPerNamespace"),
                Bytes.of(figure(tier, "largestEvent")),
                figure(tier, "schemaGroups"),
                figure(tier, "partitionsPerUnit"),
                figure(tier, "sasRules"),
                figure(tier, "ipRules"),
                figure(tier, "subnetRules"));
    }
}
