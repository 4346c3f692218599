package dev.spillway.components;

import java.time.Duration;

/** Spans of time in the form that Azure lists: whole days as {@code P2D}, where Java writes {@code PT48H}. */
final class AzureDurations {
    private AzureDurations() {}

    static String of(Duration span) {
        return span.toHours() >= 24 && span.equals(Duration.ofDays(span.toDays()))
                ? "P" + span.toDays() + "D"
                : span.toString();
    }
}
