package dev.spillway.loadtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.loss.Load;
import dev.spillway.loss.LossModel;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.RetryWindow;
import dev.spillway.loss.Segment;
import dev.spillway.loss.Sender;
import dev.spillway.units.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** Forecast against measured: what the plan's own sender should have lost, and what it lost. */
public final class LoadTestReport {
    private static final String INCOMING = "IncomingMessages";
    private static final String OUTGOING = "OutgoingMessages";
    private static final String THROTTLED = "ThrottledRequests";
    private static final double PERCENT = 100;

    private final Expectation expected;
    private final Measured measured;
    private final AzureMetricsExport azure;
    private final double lostAsOffered;
    private final List<Criterion> criteria;

    /** A limit of the test; what was not measured is not kept. */
    private record Criterion(String name, double limit, OptionalDouble measured, String unit) {
        boolean isKept() {
            return measured.isPresent() && measured.getAsDouble() <= limit;
        }
    }

    /** A file of the test by its name, for messages, and its text. */
    public record Source(String place, String text) {}

    private LoadTestReport(Expectation expected, Measured measured, AzureMetricsExport azure) {
        this.expected = expected;
        this.measured = measured;
        this.azure = azure;
        this.lostAsOffered = lostAsOffered(expected, measured);
        double throttled = Math.max(
                (double) measured.refusedRequests(), azure.total(THROTTLED).orElse(0));
        this.criteria = List.of(
                new Criterion("throttled", 0, OptionalDouble.of(throttled), "requests"),
                new Criterion("lost", expected.high(), OptionalDouble.of((double) measured.lost()), "events"),
                new Criterion("p99", expected.p99Seconds(), measured.p99Seconds(), "s"));
    }

    /**
     * Sets a test's results against its forecast.
     *
     * @param expectation the {@code loadtest.json} of the test
     * @param results JMeter's result file
     * @param metrics an export of Azure Monitor, where there is one
     * @throws Unreadable where one of them is not what it should be
     */
    public static LoadTestReport of(Source expectation, Source results, Optional<Source> metrics) {
        Expectation expected = Expectation.read(expectation.place(), expectation.text());
        return new LoadTestReport(
                expected,
                Measured.read(results.place(), results.text(), expected),
                metrics.map(source -> AzureMetricsExport.read(source.place(), source.text()))
                        .orElse(AzureMetricsExport.NONE));
    }

    /** Whether every criterion is kept. */
    public boolean passes() {
        return criteria.stream().allMatch(Criterion::isKept);
    }

    /** Load generators stall, so that the forecast is computed once more for what was really sent, second by second. */
    private static double lostAsOffered(Expectation expected, Measured measured) {
        List<Sender> senders = new ArrayList<>();
        measured.offered()
                .forEach((hub, seconds) -> senders.add(new Sender(
                        hub,
                        load(
                                seconds,
                                Objects.requireNonNull(expected.hubs().get(hub)).eventBytes()),
                        RetryWindow.custom(0),
                        Double.POSITIVE_INFINITY,
                        Optional.empty())));
        return LossModel.forecast(PipelineFigures.of(senders, expected.door().admission()))
                .lostEvents();
    }

    private static Load load(SortedMap<Long, Long> seconds, int eventBytes) {
        List<Segment> segments = new ArrayList<>();
        for (long second = 0; second <= seconds.lastKey(); second++) {
            segments.add(new Segment.Constant(1, seconds.getOrDefault(second, 0L)));
        }
        return new Load(eventBytes, segments);
    }

    /** For a terminal of 80 columns. */
    public String text() {
        StringBuilder text = new StringBuilder(
                "Load test of namespace " + expected.namespace() + ", stack " + expected.stack() + "\n\n");
        row(text, "", "forecast", "measured");
        row(text, "sent", whole(expected.offered()), whole(measured.sent()));
        row(text, "accepted", whole(expected.offered() - expected.lost()), whole(measured.accepted()));
        row(text, "lost", whole(expected.lost()), whole(measured.lost()));
        row(text, "  for what was really sent", whole(lostAsOffered), difference());
        row(text, "  refused (server busy)", "", whole(measured.refused()));
        row(text, "  answered with another error", "", whole(measured.failed()));
        row(text, "  not answered, may have arrived", "", whole(measured.unconfirmed()));
        text.append("\n");
        azureRow(text, "Azure Monitor: incoming", INCOMING);
        azureRow(text, "Azure Monitor: delivered, all groups", OUTGOING);
        azureRow(text, "Azure Monitor: throttled requests", THROTTLED);
        text.append("\n");
        for (Criterion criterion : criteria) {
            text.append("  ")
                    .append(criterion.isKept() ? "pass  " : "FAIL  ")
                    .append(criterion.name())
                    .append(": ")
                    .append(figure(criterion, criterion.measured()))
                    .append(", at most ")
                    .append(figure(criterion, OptionalDouble.of(criterion.limit())))
                    .append("\n");
        }
        return text.append(passes() ? "\nThe test passes.\n" : "\nThe test fails.\n")
                .toString();
    }

    private String difference() {
        return lostAsOffered == 0
                ? ""
                : NumberText.withDigits(PERCENT * ((double) measured.lost() - lostAsOffered) / lostAsOffered, 1)
                        + " % off";
    }

    private void azureRow(StringBuilder text, String name, String metric) {
        OptionalDouble total = azure.total(metric);
        row(text, name, "", total.isPresent() ? whole(total.getAsDouble()) : "not known");
    }

    private static void row(StringBuilder text, String name, String forecast, String measured) {
        text.append("  ")
                .append(name)
                .append(" ".repeat(Math.max(1, 40 - name.length())))
                .append(" ".repeat(Math.max(0, 14 - forecast.length())))
                .append(forecast)
                .append(" ".repeat(Math.max(1, 16 - measured.length())))
                .append(measured)
                .append("\n");
    }

    private static String figure(Criterion criterion, OptionalDouble value) {
        if (value.isEmpty()) {
            return "not known";
        }
        return criterion.unit().equals("s")
                ? NumberText.withDigits(value.getAsDouble(), 3) + " s"
                : whole(value.getAsDouble()) + " " + criterion.unit();
    }

    private static String whole(long value) {
        return whole((double) value);
    }

    private static String whole(double value) {
        return NumberText.whole(value);
    }

    /** For programs; what is not known is left out. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("version", 1)
                .put("stack", expected.stack())
                .put("namespace", expected.namespace());
        json.putObject("forecast")
                .put("offeredEvents", expected.offered())
                .put("lostEvents", expected.lost())
                .put("low", expected.low())
                .put("high", expected.high())
                .put("lostEventsAsOffered", lostAsOffered);
        ObjectNode met = json.putObject("measured")
                .put("sentEvents", measured.sent())
                .put("acceptedEvents", measured.accepted())
                .put("lostEvents", measured.lost())
                .put("refusedEvents", measured.refused())
                .put("failedEvents", measured.failed())
                .put("unconfirmedEvents", measured.unconfirmed());
        measured.p99Seconds().ifPresent(seconds -> met.put("p99Seconds", seconds));
        ObjectNode counted = json.putObject("azureMonitor");
        azure.totals().forEach(counted::put);
        ArrayNode limits = json.putArray("criteria");
        for (Criterion criterion : criteria) {
            ObjectNode limit = limits.addObject().put("name", criterion.name()).put("limit", criterion.limit());
            criterion.measured().ifPresent(value -> limit.put("measured", value));
            limit.put("pass", criterion.isKept());
        }
        return json.put("pass", passes()).toPrettyString() + "\n";
    }
}
