package dev.spillway.model;

import dev.spillway.facts.LogCategory;
import java.util.List;
import java.util.Optional;

/**
 * Where a namespace writes what happened to it.
 *
 * @param workspaceId Azure's id of a Log Analytics workspace
 * @param storageAccountId Azure's id of a storage account, for keeping logs longer
 * @param categories where empty, all that the tier can have something to say in
 * @param metrics whether the metrics go there too
 */
public record DiagnosticsSpec(
        Optional<String> workspaceId,
        Optional<String> storageAccountId,
        List<LogCategory> categories,
        boolean metrics) {
    public DiagnosticsSpec {
        categories = List.copyOf(categories);
    }

    /** Everything, to a workspace. */
    public static DiagnosticsSpec to(String workspaceId) {
        return new DiagnosticsSpec(Optional.of(workspaceId), Optional.empty(), List.of(), true);
    }
}
