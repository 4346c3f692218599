package dev.spillway.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The producer of {@code examples}, ended under load. */
@Tag("client")
final class KilledProducerTest {
    @TempDir
    private static Path classes;

    @BeforeAll
    static void compiled() throws IOException {
        Compiled.example("producer", classes);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 5})
    void whoIsToldToEndLosesNothingThatItAccepted(long seed) throws Exception {
        KilledProducer.End end = new KilledProducer(seed, classes).terminated();

        assertNothingLost(end);
    }

    @Test
    void whoIsKilledLosesWhatWasNotAcknowledgedAtMost() throws Exception {
        KilledProducer.End end = new KilledProducer(3, classes).killed();

        assertLostIsCounted(end);
    }

    static void assertNothingLost(KilledProducer.End end) {
        assertThat(end.accepted()).as(end.toString()).isPositive();
        assertThat(end.endedByItself()).as(end.toString()).isTrue();
        assertThat(end.lost()).as(end.toString()).isZero();
    }

    static void assertLostIsCounted(KilledProducer.End end) {
        assertThat(end.accepted()).as(end.toString()).isPositive();
        assertThat((long) end.lost()).as(end.toString()).isLessThanOrEqualTo(end.unsettled() + end.acceptedSince());
    }
}
