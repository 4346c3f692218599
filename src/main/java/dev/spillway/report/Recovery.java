package dev.spillway.report;

/**
 * What one failure costs one resource, in words and figures that are ready to be printed; a figure that nobody knows is {@code
 * unknown}.
 */
public record Recovery(
        String resource,
        String failure,
        String metadata,
        String bestSeconds,
        String worstSeconds,
        String delayed,
        String keptAsDeadLetters,
        String lost,
        String duplicatedAtMost,
        String note) {
    private static final String UNKNOWN = "unknown";

    /** All four volumes in a line; short where none is known. */
    String volumes() {
        String all = String.join(" / ", delayed, keptAsDeadLetters, lost, duplicatedAtMost);
        return all.replace(UNKNOWN, "").matches("[ /]*") ? "volumes unknown" : all + " events";
    }
}
