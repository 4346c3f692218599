package dev.spillway.config;

import dev.spillway.facts.CaptureLimits;
import dev.spillway.model.CaptureSpec;
import dev.spillway.units.Bytes;
import java.time.Duration;
import java.util.List;

/** The keys of a hub's {@code capture}. */
final class CaptureSection {
    private static final Keys KEYS = new Keys("eventHubs.*.hubs.*.capture");
    private static final int SHORTEST = (int) CaptureLimits.SHORTEST_WINDOW.toSeconds();
    private static final int LONGEST = (int) CaptureLimits.LONGEST_WINDOW.toSeconds();

    private static final Key<Boolean> ENABLED = KEYS.optional("enabled", new FlagForm());
    private static final Key<String> REASON = KEYS.optional("reason", TextForm.of(Names.REASON));
    private static final Key<Duration> INTERVAL =
            KEYS.optional("intervalSeconds", NumberForm.wholeSeconds("a window of Capture", SHORTEST, LONGEST));
    private static final Key<Duration> TAIL =
            KEYS.optional("toleratedTailSeconds", NumberForm.wholeSeconds("a tail that Capture can keep", SHORTEST));
    private static final Key<Bytes> SIZE_LIMIT = KEYS.optional(
            "sizeLimitBytes",
            NumberForm.bytes(
                    "a size of a captured file",
                    CaptureLimits.SMALLEST_FILE.count(),
                    CaptureLimits.LARGEST_FILE.count()));
    private static final Key<Boolean> SKIP_EMPTY = KEYS.optional("skipEmptyArchives", new FlagForm());
    private static final Key<String> NAME_FORMAT = KEYS.optional("archiveNameFormat", TextForm.of(Names.ARCHIVE_NAME));
    private static final Key<String> CONTAINER = KEYS.optional("containerName", TextForm.of(Names.CONTAINER));

    /** What says how to capture. */
    private static final List<Key<?>> HOW = List.of(INTERVAL, TAIL, SIZE_LIMIT, SKIP_EMPTY, NAME_FORMAT, CONTAINER);

    static final Form<CaptureSection> FORM = KEYS.as("a way to capture", CaptureSection::new);

    private final Fields fields;

    private CaptureSection(Fields fields) {
        this.fields = fields;
        if (isOff()) {
            checkOff();
        } else {
            checkOn();
        }
    }

    /** Whether it says that nothing is captured. */
    private boolean isOff() {
        return fields.get(ENABLED).holds(on -> !on);
    }

    /** Whether files will be written. */
    boolean isOn() {
        return !isOff();
    }

    private void checkOff() {
        if (fields.get(REASON).isAbsent()) {
            fields.report(REASON, "missing, give why the hub may be the only place of its events");
        }
        HOW.stream()
                .filter(key -> !fields.get(key).isAbsent())
                .forEach(key -> fields.report(key, "given while enabled is false, leave it out"));
    }

    private void checkOn() {
        if (!fields.get(REASON).isAbsent()) {
            fields.report(REASON, "given while Capture is on, leave it out or give enabled: false");
        }
        var tail = fields.get(TAIL).held();
        var interval = fields.get(INTERVAL).held();
        if (tail.isPresent() && interval.isPresent() && interval.get().compareTo(tail.get()) > 0) {
            fields.report(
                    INTERVAL,
                    interval.get().toSeconds() + " is above toleratedTailSeconds, give " + SHORTEST + " to "
                            + Math.min(LONGEST, tail.get().toSeconds()) + " or leave it out");
        }
        fields.get(NAME_FORMAT).held().map(CaptureLimits::missingTokens).ifPresent(missing -> {
            if (!missing.isEmpty()) {
                fields.report(
                        NAME_FORMAT,
                        "lacks " + String.join(", ", missing)
                                + ", without which files overwrite each other, give all nine tokens");
            }
        });
    }

    CaptureSpec spec() {
        if (isOff()) {
            return new CaptureSpec.Off(fields.get(REASON).held().orElse(""));
        }
        return new CaptureSpec.On(
                fields.get(INTERVAL).held(),
                fields.get(TAIL).held(),
                fields.get(SIZE_LIMIT).held(),
                fields.get(SKIP_EMPTY).held(),
                fields.get(NAME_FORMAT).held(),
                fields.get(CONTAINER).held());
    }
}
