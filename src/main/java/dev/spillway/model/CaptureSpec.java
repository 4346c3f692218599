package dev.spillway.model;

import dev.spillway.units.Bytes;
import java.time.Duration;
import java.util.Optional;

/** Whether a copy of every event of a hub is written to storage. */
public sealed interface CaptureSpec {
    /** It is, by a written decision, not: the hub is the only place of its events. */
    record Off(String reason) implements CaptureSpec {}

    /**
     * It is; what is empty is derived.
     *
     * @param interval longest time until a file is closed
     * @param toleratedTail how long an event may be in the hub alone; the interval follows it
     * @param sizeLimit size at which a file is closed before
     * @param skipEmptyArchives whether a window without events leaves no file
     * @param archiveNameFormat with all nine tokens
     */
    record On(
            Optional<Duration> interval,
            Optional<Duration> toleratedTail,
            Optional<Bytes> sizeLimit,
            Optional<Boolean> skipEmptyArchives,
            Optional<String> archiveNameFormat,
            Optional<String> containerName)
            implements CaptureSpec {
        /** With everything derived. */
        public static final On DERIVED = new On(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
