package dev.spillway.model;

import java.util.List;
import java.util.Optional;

/**
 * Who is told of what an Event Grid resource does.
 *
 * @param workspaceId the Log Analytics workspace that gets its logs and metrics, by resource id
 * @param actionGroupIds who is called when events are dead-lettered or dropped, by resource id
 */
public record GridWatchSpec(Optional<String> workspaceId, List<String> actionGroupIds) {
    public static final GridWatchSpec NOBODY = new GridWatchSpec(Optional.empty(), List.of());

    public GridWatchSpec {
        actionGroupIds = List.copyOf(actionGroupIds);
    }
}
