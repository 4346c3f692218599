package dev.spillway.facts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads a table of figures that lies beside the classes of this room. */
final class FactTable {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final Map<String, List<CSVRecord>> READ = new ConcurrentHashMap<>();

    private FactTable() {}

    /** The rows of a table, which is read once. */
    static List<CSVRecord> rows(String file) {
        return READ.computeIfAbsent(file, FactTable::read);
    }

    private static List<CSVRecord> read(String file) {
        var table = Objects.requireNonNull(FactTable.class.getResourceAsStream(file), file);
        try (Reader reader = new InputStreamReader(table, StandardCharsets.UTF_8)) {
            return FORMAT.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
