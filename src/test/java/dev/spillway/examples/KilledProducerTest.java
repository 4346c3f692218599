package dev.spillway.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The producer of {@code examples}, ended under load. */
final class KilledProducerTest {
    private static final int KILLS = 50;
    private static final long SEED = Long.getLong("soak.seed", 2_026);

    @TempDir
    private static Path classes;

    @BeforeAll
    static void compiled() throws IOException {
        Compiled.example("producer", classes);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoIsToldToEndLosesNothingThatItAccepted(long seed) throws Exception {
        KilledProducer.End end = new KilledProducer(seed, classes).terminated();

        assertNothingLost(end);
    }

    @Test
    void whoIsKilledLosesWhatWasNotAcknowledgedAtMost() throws Exception {
        KilledProducer.End end = new KilledProducer(4, classes).killed();

        assertLostIsCounted(end);
    }

    @Test
    @Tag("soak")
    void nobodyOfFiftyLosesAnything() throws Exception {
        List<KilledProducer.End> ended = new ArrayList<>();
        List<KilledProducer.End> killed = new ArrayList<>();
        for (long seed = SEED; seed < SEED + KILLS; seed++) {
            ended.add(new KilledProducer(seed, classes).terminated());
            killed.add(new KilledProducer(seed, classes).killed());
        }
        Files.createDirectories(Path.of("target"));
        List<KilledProducer.End> all = new ArrayList<>(ended);
        all.addAll(killed);
        Files.write(
                Path.of("target/killed-producers.txt"),
                all.stream().map(KilledProducer.End::toString).toList());

        ended.forEach(KilledProducerTest::assertNothingLost);
        killed.forEach(KilledProducerTest::assertLostIsCounted);
        assertThat(killed).as("a kill that loses something").anyMatch(end -> end.lost() > 0);
    }

    private static void assertNothingLost(KilledProducer.End end) {
        assertThat(end.accepted()).as(end.toString()).isPositive();
        assertThat(end.endedByItself()).as(end.toString()).isTrue();
        assertThat(end.lost()).as(end.toString()).isZero();
    }

    private static void assertLostIsCounted(KilledProducer.End end) {
        assertThat(end.accepted()).as(end.toString()).isPositive();
        assertThat((long) end.lost()).as(end.toString()).isLessThanOrEqualTo(end.unsettled() + end.acceptedSince());
    }
}
