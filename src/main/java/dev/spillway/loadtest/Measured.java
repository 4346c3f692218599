package dev.spillway.loadtest;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * What JMeter saw, in events, from its result file.
 *
 * @param accepted events of requests that were answered with success
 * @param refused events of requests that were throttled
 * @param failed events of requests that were answered with another error
 * @param unconfirmed events of requests that were not answered: they may have arrived
 * @param refusedRequests requests that were throttled
 * @param p99Seconds of the requests that were accepted; empty where none was
 * @param offered events by hub and by second since the first request
 */
record Measured(
        long accepted,
        long refused,
        long failed,
        long unconfirmed,
        long refusedRequests,
        OptionalDouble p99Seconds,
        Map<String, SortedMap<Long, Long>> offered) {
    private static final Set<String> NEEDED =
            new TreeSet<>(List.of("timeStamp", "elapsed", "label", "responseCode", "success"));
    private static final Set<String> THROTTLED = Set.of("503", "429", "ThrottlingQuotaExceededException");
    private static final String NO_ANSWER = "Non HTTP response code";
    private static final double NEARLY_ALL = 0.99;
    private static final double MILLIS = 1000;

    long sent() {
        return accepted + refused + failed + unconfirmed;
    }

    /** What nobody confirmed: the sender of the test never tries again. */
    long lost() {
        return sent() - accepted;
    }

    /** How a request ended. */
    private enum End {
        ACCEPTED,
        REFUSED,
        FAILED,
        UNCONFIRMED
    }

    static Measured read(String place, String text, Expectation expected) {
        try (var parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))) {
            Set<String> missing = new TreeSet<>(NEEDED);
            parser.getHeaderNames().forEach(missing::remove);
            if (!missing.isEmpty()) {
                throw new Unreadable(place + ":1: no column " + String.join(", ", missing)
                        + ", give the result file that JMeter writes with -l, as CSV with its header");
            }
            return counted(place, parser.getRecords(), expected);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Measured counted(String place, List<CSVRecord> rows, Expectation expected) {
        Map<End, Long> events = new EnumMap<>(End.class);
        long refusedRequests = 0;
        List<Long> times = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        for (CSVRecord row : rows) {
            starts.add(number(place, row, "timeStamp"));
        }
        if (starts.isEmpty()) {
            throw new Unreadable(place + ": no request in it, give the result file of a test that ran");
        }
        long first = Collections.min(starts);
        Map<String, SortedMap<Long, Long>> offered = new TreeMap<>();
        for (int at = 0; at < rows.size(); at++) {
            CSVRecord row = rows.get(at);
            String hub = row.get("label");
            Expectation.Batch batch = expected.hubs().get(hub);
            if (batch == null) {
                throw new Unreadable(place + ":" + (row.getRecordNumber() + 1) + ": a request to " + hub
                        + ", which this test does not send to, give the result file of this test");
            }
            End end = end(row);
            events.merge(end, (long) batch.events(), Long::sum);
            refusedRequests += end == End.REFUSED ? 1 : 0;
            if (end == End.ACCEPTED) {
                times.add(number(place, row, "elapsed"));
            }
            long second = (starts.get(at) - first) / (long) MILLIS;
            offered.computeIfAbsent(hub, any -> new TreeMap<>()).merge(second, (long) batch.events(), Long::sum);
        }
        return new Measured(
                events.getOrDefault(End.ACCEPTED, 0L),
                events.getOrDefault(End.REFUSED, 0L),
                events.getOrDefault(End.FAILED, 0L),
                events.getOrDefault(End.UNCONFIRMED, 0L),
                refusedRequests,
                p99(times),
                offered);
    }

    private static End end(CSVRecord row) {
        String code = row.get("responseCode");
        if (row.get("success").equals("true")) {
            return End.ACCEPTED;
        }
        if (THROTTLED.contains(code)) {
            return End.REFUSED;
        }
        return code.startsWith(NO_ANSWER) ? End.UNCONFIRMED : End.FAILED;
    }

    private static long number(String place, CSVRecord row, String column) {
        try {
            return Long.parseLong(row.get(column));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException wrong) {
            throw new Unreadable(place + ":" + (row.getRecordNumber() + 1) + ": " + column
                    + " holds no whole number, give the result file as JMeter wrote it");
        }
    }

    /** The smallest time that 99 of a hundred requests kept. */
    private static OptionalDouble p99(List<Long> millis) {
        if (millis.isEmpty()) {
            return OptionalDouble.empty();
        }
        long[] sorted = millis.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(NEARLY_ALL * sorted.length);
        return OptionalDouble.of(sorted[rank - 1] / MILLIS);
    }
}
