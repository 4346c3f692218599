package dev.spillway.loss;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.testsupport.amqp.LoadOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page that sets what was measured beside what is forecast. */
final class LossReproducedPage {
    static final Path PAGE = Path.of("docs/loss-reproduced.md");

    private static final int COLLAPSED_SECOND = 60;
    private static final int END_SECOND = 295;

    private LossReproducedPage() {}

    static String of(LossReproducedSoak.Measurements measured) throws IOException {
        StringBuilder page = new StringBuilder();
        page.append("<!-- Written by `mvn -Dgolden.update=true -Dgroups=soak -DexcludedGroups=none")
                .append(" -Dtest=LossReproducedSoak test`. -->\n\n# The loss, reproduced\n\n")
                .append(INTRODUCTION)
                .append("\nLast run: ")
                .append(LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC)))
                .append(", ")
                .append(machine())
                .append(".\n\n## Senders that wait for nothing\n\n");
        page.append(
                "| Sender | Links | Offered | Lost | Measured | Forecast | Range | Stored twice | Given up after, s |\n");
        page.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        concurrent(measured).forEach((run, outcome) -> page.append(row(run, outcome)));
        page.append("\n")
                .append(WAITING)
                .append("\n## How long a send is tried\n\n")
                .append(WINDOWS);
        page.append("| Retries | Guaranteed | Nominal | Longest | One send, measured | 200 sends, measured |\n");
        page.append("| --- | --- | --- | --- | --- | --- |\n");
        measured.windows().forEach((policy, window) -> page.append(row(policy, window)));
        page.append("\n## Senders that come to a near standstill\n\n").append(COLLAPSE);
        page.append("| Sender | Model, events/s | Measured, events/s | Left over after the load |\n");
        page.append("| --- | --- | --- | --- |\n");
        measured.loads().forEach((run, outcome) -> {
            if (run.manner() != Sending.Manner.CONCURRENT) {
                page.append(collapsed(run, outcome));
            }
        });
        return page.append("\n")
                .append(DISTURBED)
                .append(disturbances(measured))
                .toString();
    }

    /** The columns that the model alone decides, so that the page can be held against it. */
    static List<String> forecasts() {
        return LossReproducedSoak.runs().stream()
                .map(run -> run.manner() == Sending.Manner.CONCURRENT
                        ? "| " + forecast(run) + " |"
                        : "| " + tenth(run.paceEventsPerSecond()) + " |")
                .toList();
    }

    private static Map<FifthOfTheIncident, LoadOutcome> concurrent(LossReproducedSoak.Measurements measured) {
        Map<FifthOfTheIncident, LoadOutcome> concurrent = new java.util.LinkedHashMap<>(measured.loads());
        concurrent.keySet().removeIf(run -> run.manner() != Sending.Manner.CONCURRENT);
        return concurrent;
    }

    private static String row(FifthOfTheIncident run, LoadOutcome outcome) {
        return String.format(
                Locale.ROOT,
                "| %s, %s | %d | %,d | %,d | %.2f %% | %s | %d | %s |%n",
                run.name(),
                retry(run.policy()),
                run.links(),
                outcome.offered(),
                outcome.lost(),
                outcome.lostPercent(),
                forecast(run),
                outcome.duplicates(),
                outcome.gaveUpAfterSeconds().isEmpty()
                        ? "none"
                        : tenth(outcome.gaveUpAfter(0)) + " / " + tenth(outcome.gaveUpAfter(0.5)) + " / "
                                + tenth(outcome.gaveUpAfter(1)));
    }

    private static String forecast(FifthOfTheIncident run) {
        LossForecast forecast = run.forecast();
        return String.format(
                Locale.ROOT,
                "%,.0f | %,.0f to %,.0f",
                forecast.lostEvents(),
                forecast.range().low(),
                forecast.range().high());
    }

    private static String row(RetryPolicy policy, LossReproducedSoak.Windows window) {
        RetryWindow model = RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, policy);
        List<Double> together = window.together();
        return "| " + retry(policy) + " | " + tenth(model.guaranteedSeconds()) + " | " + tenth(model.nominalSeconds())
                + " | " + tenth(model.longestSeconds()) + " | " + tenth(window.alone()) + " | "
                + tenth(together.get(0)) + " / " + tenth(together.get(together.size() / 2)) + " / "
                + tenth(together.get(together.size() - 1)) + " |\n";
    }

    private static String collapsed(FifthOfTheIncident run, LoadOutcome outcome) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %,d lost, %,d waiting |%n",
                run.name(),
                tenth(run.paceEventsPerSecond()),
                tenth(outcome.acceptedPerSecond(COLLAPSED_SECOND, END_SECOND)),
                outcome.lost(),
                outcome.undecided());
    }

    private static String disturbances(LossReproducedSoak.Measurements measured) {
        int pauses = measured.loads().values().stream()
                .mapToInt(LoadOutcome::pauses)
                .max()
                .orElse(0);
        double still = measured.loads().values().stream()
                .mapToDouble(LoadOutcome::stoodStillSeconds)
                .max()
                .orElse(0);
        return String.format(Locale.ROOT, "in this run %d times, and stood still for %.1f s.%n", pauses, still);
    }

    private static String retry(RetryPolicy policy) {
        return policy.maxRetries() == 0
                ? "0"
                : policy.maxRetries() + " x, " + number(policy.delaySeconds()) + " to "
                        + number(policy.maxDelaySeconds()) + " s";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String tenth(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }

    private static String machine() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        String processor = Files.exists(file)
                ? Files.readString(file, UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("model name"))
                        .findFirst()
                        .map(line -> line.replaceFirst(".*: ", ""))
                        .orElse("unknown processor")
                : "unknown processor";
        return Runtime.getRuntime().availableProcessors() + " x " + processor + ", " + System.getProperty("os.name")
                + ", Java " + Runtime.version().feature() + ", azure-messaging-eventhubs "
                + com.azure.core.util.CoreUtils.getProperties("azure-messaging-eventhubs.properties")
                        .getOrDefault("version", "of the pom")
                + (isRealTime() ? ", at real-time priority" : "");
    }

    /** Whether the run went before everything else on its machine: policy 1 is first in, first out. */
    private static boolean isRealTime() throws IOException {
        Path file = Path.of("/proc/self/sched");
        return Files.exists(file)
                && Files.readString(file, UTF_8).lines().anyMatch(line -> line.matches("policy\\s*:\\s*1"));
    }

    private static final String INTRODUCTION = """
            The incident at one fifth of its rates, with its times as they were: 120 events/s for 30 s, 276 for 120 s, 120 for 150 s,
            against 200 events/s, 4 events a send, on loopback. What sends is the unchanged client of Azure's SDK for Java: every wait
            and every error is its own. What refuses is a stand-in for the end point of Event Hubs, with a token bucket of one second;
            which rule the service has is not published. The loss of the incident itself is that of a .NET client, 22,400 events: it is
            computed and was never measured here.
            """;

    private static final String WAITING = """
            *Forecast* is the model's best estimate, *range* what it prints beside it. Loss without retries is measured in `make check`
            too. With more links each of them sees fewer acceptances, which reset its count of refusals, and more is lost.
            """;

    private static final String WINDOWS = """
            Everything is refused. One send alone on a link, and 200 at once on one link: shortest, median, longest, in seconds.

            """;

    private static final String COLLAPSE = """
            A loop that waits for each send, and the buffered producer of the SDK with its one batch at a time for each partition:
            after a refusal the whole sender sleeps, the bucket fills no further than its depth, and the next sends empty it at once.
            Send concurrently instead, as [the producer](../examples/producer/README.md) does.

            """;

    private static final String DISTURBED = """
            A machine that is busy elsewhere sends in heaps, heaps are refused together, and with few links far more is lost; `chrt -f 5`
            before the command puts it first. The load was held up for more than 50 ms
            """;
}
