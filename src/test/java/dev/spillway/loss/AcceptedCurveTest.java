package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What readers find of sends and flows that the broker accepted, second by second. */
final class AcceptedCurveTest {
    private final AcceptedCurve curve = new AcceptedCurve();

    @Test
    void sendsOfOneSecondAreOneRateAndWhatLiesBetweenIsSilent() {
        curve.send(0.2, 3);
        curve.send(0.7, 1);
        curve.send(1.5, 2);

        assertRates("1s 4/s", "0.5s 0/s", "1s 2/s");
    }

    @Test
    void aSendAtTheEndOfASecondBelongsToTheNextOne() {
        curve.send(0.2, 3);
        curve.send(1, 2);

        assertRates("1s 3/s", "1s 2/s");
    }

    @Test
    void aFlowIsASegmentAtItsMeanRate() {
        curve.flow(0, 10, 1_000);
        curve.flow(12, 14, 10);

        assertRates("10s 100/s", "2s 0/s", "2s 5/s");
    }

    @Test
    void sendsFollowAFlowInSecondsOfTheirOwn() {
        curve.flow(0, 10, 1_000);
        curve.send(12.5, 5);
        curve.send(13.25, 5);

        assertRates("10s 100/s", "2.5s 0/s", "1s 10/s");
    }

    @Test
    void aFlowEndsTheSecondOfTheSendsBeforeIt() {
        curve.send(0.2, 3);
        curve.flow(0.5, 2, 30);

        assertRates("0.5s 6/s", "1.5s 20/s");
    }

    @Test
    void aFlowOfNoTimeIsASend() {
        curve.flow(3, 3, 7);

        assertRates("3s 0/s", "1s 7/s");
    }

    @Test
    void whatOverlapsIsAcceptedAfterWhatWasThere() {
        curve.flow(0, 2, 20);
        curve.flow(1, 3, 10);

        assertRates("2s 10/s", "1s 10/s");
    }

    @Test
    void noEventIsLostOrCountedTwice() {
        double sum = 0;
        for (int i = 0; i < 500; i++) {
            curve.send(0.37 * i, i % 7);
            sum += i % 7;
        }
        curve.flow(200, 230, 333);

        assertThat(curve.segments().stream()
                        .mapToDouble(segment -> rate(segment) * segment.durationSeconds())
                        .sum())
                .isCloseTo(sum + 333, within(1e-9));
        assertThat(new Load(1, curve.segments()).durationSeconds()).isCloseTo(230, within(1e-9));
    }

    private void assertRates(String... expected) {
        List<String> found = curve.segments().stream()
                .map(segment -> plain(segment.durationSeconds()) + "s " + plain(rate(segment)) + "/s")
                .toList();

        assertThat(found).containsExactly(expected);
    }

    private static double rate(Segment segment) {
        return ((Segment.Constant) segment).eventsPerSecond();
    }

    private static String plain(double value) {
        double rounded = Math.round(value * 1e6) / 1e6;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
