package dev.spillway.view;

import java.util.List;
import java.util.Locale;

/**
 * What an alert has to watch so that a loss is seen: a platform metric, or a log that says the same. Metrics as in the
 * monitoring references of Event Hubs and Event Grid, read on 2026-11-20.
 */
public enum AlertSignal {
    THROTTLED_REQUESTS("ThrottledRequests", "serverbusy"),
    CAPTURE_BACKLOG("CaptureBacklog", "AZMSArchiveLogs"),
    INCOMING_MESSAGES("IncomingMessages", "IncomingMessages"),
    DROPPED_EVENTS("DroppedEventCount", "DroppedEventCount"),
    NAMESPACE_DROPPED_EVENTS("DroppedEvents", "DroppedEvents"),
    NAMESPACE_DEAD_LETTER_FAILURES("FailedDeadLetteredEvents", "FailedDeadLetteredEvents");

    private final String metric;
    private final String query;

    AlertSignal(String metric, String query) {
        this.metric = metric;
        this.query = query;
    }

    public String metric() {
        return metric;
    }

    /** Whether the text of a log query asks for it. */
    boolean isIn(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return List.of(metric, query).stream().anyMatch(word -> small.contains(word.toLowerCase(Locale.ROOT)));
    }
}
