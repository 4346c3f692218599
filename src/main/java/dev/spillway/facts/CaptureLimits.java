package dev.spillway.facts;

import dev.spillway.units.Bytes;
import java.time.Duration;
import java.util.List;

/**
 * What Event Hubs Capture takes, and what the storage behind it takes.
 *
 * <p>Sources, as read on 2026-11-20: the capture overview page (window, size, tiers, no premium storage), the API's model
 * (tokens, destination name), the page on Azure built-in roles, and the blob pages on soft delete and time-based retention.
 */
public final class CaptureLimits {
    public static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);
    public static final Duration LONGEST_WINDOW = Duration.ofMinutes(15);
    public static final Bytes SMALLEST_FILE = Bytes.of(10_485_760);
    public static final Bytes LARGEST_FILE = Bytes.of(524_288_000);

    /** Each has to be in the name of a file, or files overwrite each other and the service refuses. */
    public static final List<String> TOKENS = List.of(
            "{Namespace}",
            "{EventHub}",
            "{PartitionId}",
            "{Year}",
            "{Month}",
            "{Day}",
            "{Hour}",
            "{Minute}",
            "{Second}");

    public static final String BLOB_DESTINATION = "EventHubArchive.AzureBlockBlob";

    public static final int LONGEST_SOFT_DELETE_DAYS = 365;
    public static final int LONGEST_IMMUTABLE_DAYS = 146_000;

    private CaptureLimits() {}

    /** The tokens that a name format lacks. */
    public static List<String> missingTokens(String archiveNameFormat) {
        return TOKENS.stream()
                .filter(token -> !archiveNameFormat.contains(token))
                .toList();
    }
}
