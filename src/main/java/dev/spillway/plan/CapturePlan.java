package dev.spillway.plan;

import dev.spillway.facts.CaptureLimits;
import dev.spillway.units.Bytes;
import java.time.Duration;

/**
 * How a hub's events are written to storage.
 *
 * @param byIdentity whether the service proves by an identity that it may write; else by the account's key
 */
public record CapturePlan(
        String containerName,
        Planned<Duration> interval,
        Planned<Bytes> sizeLimit,
        Planned<Boolean> skipEmptyArchives,
        Planned<String> archiveNameFormat,
        boolean byIdentity) {
    /** The kind of destination, by the service's literal name. */
    public static final String DESTINATION = CaptureLimits.BLOB_DESTINATION;

    /** The size at which a file is closed, as the API takes it. */
    public int sizeLimitBytes() {
        return Math.toIntExact(sizeLimit.value().count());
    }
}
