package dev.spillway.loss;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What real clients did, by run, from the files under {@code loss/measured}. */
final class Measured {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();

    private Measured() {}

    static double figure(String file, String run, String column) {
        CSVRecord row = rows(file).stream()
                .filter(record -> record.get("run").equals(run))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalArgumentException(file + " has no run " + run));
        return Double.parseDouble(row.get(column));
    }

    private static List<CSVRecord> rows(String file) {
        var stream = Objects.requireNonNull(Measured.class.getResourceAsStream("/loss/measured/" + file));
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                var parser = FORMAT.parse(reader)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
