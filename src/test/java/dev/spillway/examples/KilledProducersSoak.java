package dev.spillway.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The producer of {@code examples}, ended and killed fifty times each under load. What happened it writes to
 * {@code target/killed-producers.md}, and with {@code -Dgolden.update=true} to the page of the docs.
 */
@Tag("soak")
final class KilledProducersSoak {
    private static final int KILLS = 50;
    private static final long SEED = Long.getLong("soak.seed", 2_026);
    private static final String TOLD = "told to end (SIGTERM)";
    private static final String KILLED = "killed (SIGKILL)";

    @TempDir
    private static Path classes;

    @Test
    void nobodyWhoIsToldToEndLosesAnything() throws Exception {
        Compiled.example("producer", classes);
        List<KilledProducer.End> told = new ArrayList<>();
        List<KilledProducer.End> killed = new ArrayList<>();
        for (long seed = SEED; seed < SEED + KILLS; seed++) {
            told.add(new KilledProducer(seed, classes).terminated());
            killed.add(new KilledProducer(seed, classes).killed());
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/killed-producers.md"), page(told, killed));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(Path.of("docs/killed-producers.md"), page(told, killed));
        }

        told.forEach(KilledProducerTest::assertNothingLost);
        killed.forEach(KilledProducerTest::assertLostIsCounted);
        assertThat(killed).as("a kill that loses something").anyMatch(end -> end.lost() > 0);
    }

    private static String page(List<KilledProducer.End> told, List<KilledProducer.End> killed) {
        return "<!-- Written by `mvn -Dgolden.update=true -Dgroups=soak -DexcludedGroups=none"
                + " -Dtest=KilledProducersSoak test`. -->\n\n# Producers, killed\n\n"
                + "[The producer](../examples/producer/README.md) as a process of its own, under load from three callers and ended at\n"
                + "a moment of chance; the hub is a stand-in on loopback that answers after up to 120 ms, and in one of five runs refuses\n"
                + "every other send, by chance.\n"
                + "An event counts as accepted once its caller read a 202. Lost is what was accepted and is not in the hub.\n\n"
                + "Last run: " + LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC)) + ", seeds " + SEED + " to "
                + (SEED + KILLS - 1) + ", " + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version().feature() + ".\n\n"
                + "| How | Times | Throttled | Accepted | Lost | Most lost at once | Not acknowledged then, at most | Twice"
                + " | Longest end |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
                + row(TOLD, told)
                + row(KILLED, killed)
                + "\nWho is killed loses what Event Hubs had not acknowledged, and never more: `producer_events_unsettled` counts it.\n";
    }

    private static String row(String how, List<KilledProducer.End> ends) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %,d | %,d | %,d | %,d | %,d | %.0f s |%n",
                how,
                ends.size(),
                ends.stream().filter(KilledProducer.End::isThrottled).count(),
                ends.stream().mapToInt(KilledProducer.End::accepted).sum(),
                ends.stream().mapToInt(KilledProducer.End::lost).sum(),
                ends.stream().mapToInt(KilledProducer.End::lost).max().orElse(0),
                ends.stream()
                        .mapToLong(end -> end.unsettled() + end.acceptedSince())
                        .max()
                        .orElse(0),
                ends.stream().mapToInt(KilledProducer.End::duplicates).sum(),
                ends.stream().mapToDouble(KilledProducer.End::seconds).max().orElse(0));
    }
}
