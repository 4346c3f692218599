package dev.spillway.loss;

import dev.spillway.units.InvalidValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a load from measured metrics, as Azure Monitor exports them: a column of times, one of incoming messages and one of
 * incoming bytes, summed over each step of time. Everything that is wrong with a file is said at once, each kind of it once.
 */
final class MetricsCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final List<String> problems = new ArrayList<>();

    private MetricsCsv(String name) {
        this.name = name;
    }

    /** The load that a file holds; an {@link InvalidScenario} names everything that is wrong with it. */
    static Load read(String name, FilesBeside beside) {
        try {
            return read(name, beside.text(name));
        } catch (IOException unreadable) {
            throw new InvalidScenario(
                    List.of(new InvalidValue(name, "a file that cannot be read", "an export of Azure Monitor as CSV")
                            .getMessage()));
        }
    }

    /** The load that a text holds; the name stands in messages. */
    static Load read(String name, String text) {
        var csv = new MetricsCsv(name);
        List<Measurement> measured = csv.measurements(text);
        if (csv.problems.isEmpty()) {
            csv.checkTimes(measured);
        }
        if (!csv.problems.isEmpty()) {
            throw new InvalidScenario(csv.problems);
        }
        return load(measured);
    }

    private static Load load(List<Measurement> measured) {
        double step = seconds(measured.get(0), measured.get(1));
        double messages = 0;
        double bytes = 0;
        var segments = new ArrayList<Segment>();
        for (Measurement one : measured) {
            messages += one.messages();
            bytes += one.bytes();
            segments.add(new Segment.Constant(step, one.messages() / step));
        }
        return new Load(messages == 0 || bytes == 0 ? 1 : bytes / messages, segments);
    }

    private List<Measurement> measurements(String text) {
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        var measured = new ArrayList<Measurement>();
        try (CSVParser parser = format(plain).parse(new StringReader(plain))) {
            List<String> header = parser.getHeaderNames();
            OptionalInt time =
                    column(header, "time", "time", "timestamp", "timestamputc", "timegenerated", "timegeneratedutc");
            OptionalInt messages = column(header, "incomingMessages", "incomingmessages");
            OptionalInt bytes = column(header, "incomingBytes", "incomingbytes");
            if (time.isEmpty() || messages.isEmpty() || bytes.isEmpty()) {
                return List.of();
            }
            for (CSVRecord row : parser) {
                Measurement.of(row, time.getAsInt(), messages.getAsInt(), bytes.getAsInt(), this::refuse)
                        .ifPresent(measured::add);
            }
        } catch (IOException | IllegalArgumentException | UncheckedIOException unreadable) {
            refuse("", "a text that is no CSV", "a header line, and values separated by commas");
        }
        return measured;
    }

    /** A machine whose decimals have commas separates the values with semicolons. */
    private static CSVFormat format(String text) {
        String header = text.lines().findFirst().orElse("");
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .setAllowMissingColumnNames(true)
                .setDelimiter(header.contains(";") && !header.contains(",") ? ';' : ',')
                .get();
    }

    /** Exports add units, aggregations and names of resources to the header, as in "Incoming Messages (Sum), orders". */
    private OptionalInt column(List<String> header, String title, String... accepted) {
        int[] found = IntStream.range(0, header.size())
                .filter(i -> isOneOf(header.get(i), accepted))
                .toArray();
        if (found.length == 1) {
            return OptionalInt.of(found[0]);
        }
        refuse(
                " header",
                found.length == 0 ? "no column " + title : found.length + " columns " + title,
                "one column " + title + ", summed over each step of time");
        return OptionalInt.empty();
    }

    private static boolean isOneOf(String header, String... accepted) {
        String letters = header.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        for (String name : accepted) {
            boolean isTime = name.startsWith("time");
            if (isTime ? letters.equals(name) : letters.startsWith(name)) {
                return true;
            }
        }
        return false;
    }

    private void checkTimes(List<Measurement> measured) {
        if (measured.size() < 2) {
            refuse("", measured.size() + " measurements", "at least two, from which the step of time follows");
            return;
        }
        measured.stream()
                .filter(one -> !one.zone().equals(measured.get(0).zone()))
                .findFirst()
                .ifPresent(other -> refuse(
                        other.place(),
                        "time zone " + other.zoneName() + " after "
                                + measured.get(0).zoneName(),
                        "one time zone in the whole file"));
        if (problems.isEmpty()) {
            checkSteps(measured);
        }
    }

    private void checkSteps(List<Measurement> measured) {
        double step = seconds(measured.get(0), measured.get(1));
        for (int i = 1; i < measured.size() && problems.isEmpty(); i++) {
            Measurement before = measured.get(i - 1);
            Measurement one = measured.get(i);
            double passed = seconds(before, one);
            if (passed <= 0) {
                refuse(one.place(), one.time() + " after " + before.time(), "times in rising order, each once");
            } else if (passed > step) {
                refuse(
                        one.place(),
                        "a gap of " + Wording.number(passed) + " s after " + before.time(),
                        "a measurement every " + Wording.number(step) + " s, zero where nothing came");
            } else if (passed < step) {
                refuse(
                        one.place(),
                        "a step of " + Wording.number(passed) + " s",
                        "the same step of " + Wording.number(step) + " s in the whole file");
            }
        }
    }

    private static double seconds(Measurement from, Measurement to) {
        return Duration.between(from.time(), to.time()).toMillis() / 1_000.0;
    }

    /** Of each kind of mistake the first is enough: the others mostly have the same reason. */
    private void refuse(String place, String met, String right) {
        String kind = "give " + right;
        if (problems.stream().noneMatch(problem -> problem.endsWith(kind))) {
            problems.add(String.valueOf(new InvalidValue(name + place, met, right).getMessage()));
        }
    }
}
