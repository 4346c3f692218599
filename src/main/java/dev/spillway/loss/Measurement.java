package dev.spillway.loss;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of measured metrics.
 *
 * @param place the line in its file, as messages name it
 * @param zone its offset from UTC as written; empty where none is written, which Azure means as UTC
 * @param messages sum over the step of time that begins here
 */
record Measurement(String place, LocalDateTime time, String zone, double messages, double bytes) {
    static Optional<Measurement> of(CSVRecord row, int time, int messages, int bytes, Refusal refusal) {
        int last = Math.max(time, Math.max(messages, bytes));
        if (row.size() <= last) {
            refusal.refuse(lineOf(row), row.size() + " values", "a value in every column of the header");
            return Optional.empty();
        }
        String written = row.get(time).replaceFirst(" (?=\\d)", "T");
        OptionalDouble count = figure(row, messages, "a number of messages, zero where nothing came", refusal);
        OptionalDouble volume = figure(row, bytes, "a number of bytes, zero where nothing came", refusal);
        Optional<LocalDateTime> local = time(written);
        if (local.isEmpty()) {
            refusal.refuse(lineOf(row), "\"" + row.get(time) + "\"", "an ISO time such as 2026-11-20T09:00:00Z");
        }
        return local.isPresent() && count.isPresent() && volume.isPresent()
                ? Optional.of(new Measurement(
                        lineOf(row), local.get(), zone(written), count.getAsDouble(), volume.getAsDouble()))
                : Optional.empty();
    }

    String zoneName() {
        return zone.isEmpty() ? "none" : zone;
    }

    private static String lineOf(CSVRecord row) {
        return " line " + (row.getRecordNumber() + 1);
    }

    private static OptionalDouble figure(CSVRecord row, int column, String right, Refusal refusal) {
        String written = row.get(column);
        try {
            double value = Double.parseDouble(written);
            if (value >= 0 && Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for any figure that cannot be.
        }
        refusal.refuse(lineOf(row), written.isEmpty() ? "nothing" : "\"" + written + "\"", right);
        return OptionalDouble.empty();
    }

    private static Optional<LocalDateTime> time(String written) {
        try {
            return Optional.of(
                    zone(written).isEmpty()
                            ? LocalDateTime.parse(written)
                            : OffsetDateTime.parse(written).toLocalDateTime());
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    private static String zone(String written) {
        int timePart = Math.max(0, written.indexOf('T'));
        for (int i = timePart; i < written.length(); i++) {
            if ("Zz+-".indexOf(written.charAt(i)) >= 0) {
                return written.substring(i);
            }
        }
        return "";
    }

    /** Takes what is wrong with a row. */
    @FunctionalInterface
    interface Refusal {
        void refuse(String place, String met, String right);
    }
}
