package dev.spillway.plan;

import java.util.List;

/**
 * The storage account for the dead letters of one Event Grid resource, in the region of that resource.
 *
 * @param sku a redundant one
 * @param softDeleteDays how long a blob or container that was deleted by mistake can be had back
 * @param byIdentity whether Event Grid writes with an identity; else with the account's key
 */
public record GridStorePlan(
        String accountName,
        String location,
        Planned<String> sku,
        List<String> containers,
        Planned<Integer> retentionDays,
        Planned<Integer> softDeleteDays,
        boolean byIdentity) {
    public GridStorePlan {
        containers = List.copyOf(containers);
    }
}
