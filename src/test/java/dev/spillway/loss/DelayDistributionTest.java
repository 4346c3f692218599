package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Delays along straight lines, by hand. */
final class DelayDistributionTest {
    private static final Offset<Double> EXACTLY = within(2e-7);

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0", "0.6, 1", "0.75, 2.5", "0.9, 4", "0.95, 4", "0.99, 4", "1, 4"})
    void aQuantileIsTheSmallestDelayThatIsEnough(double share, double seconds) {
        var delays = new DelayDistribution();
        delays.add(50, 0, 0);
        delays.add(40, 0, 4);
        delays.add(10, 4, 4);

        assertThat(delays.quantileSeconds(share)).isCloseTo(seconds, EXACTLY);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.5, 5", "0.999, 9.99"})
    void manyPiecesOfOneLineAreThatLine(double share, double seconds) {
        var delays = new DelayDistribution();
        for (int i = 0; i < 1_000; i++) {
            delays.add(1, 0.01 * (i + 1), 0.01 * i);
        }

        assertThat(delays.quantileSeconds(share)).isCloseTo(seconds, EXACTLY);
        assertThat(delays.events()).isEqualTo(1_000);
        assertThat(delays.meanSeconds()).isCloseTo(5, EXACTLY);
        assertThat(delays.maximumSeconds()).isCloseTo(10, EXACTLY);
        assertThat(delays.eventsUpTo(2.5)).isCloseTo(250, within(1e-6));
    }

    @Test
    void quantilesOfALumpAndOfWhatLiesFarApartAreFound() {
        var delays = new DelayDistribution();
        delays.add(1, 3, 3);
        delays.add(1, 1_000, 1_000);

        assertThat(delays.quantileSeconds(0.5)).isCloseTo(3, EXACTLY);
        assertThat(delays.quantileSeconds(0.51)).isCloseTo(1_000, EXACTLY);
    }

    @Test
    void whatIsPromptHasNoDelay() {
        var delays = new DelayDistribution();
        delays.add(7, 1e-10, -1e-12);

        assertThat(delays.maximumSeconds()).isZero();
        assertThat(delays.meanSeconds()).isZero();
        assertThat(delays.eventsUpTo(0)).isEqualTo(7);
        assertThat(delays.quantileSeconds(0.99)).isZero();
    }

    @Test
    void nothingHasNoDelay() {
        var none = new DelayDistribution();

        assertThat(none.meanSeconds()).isZero();
        assertThat(none.quantileSeconds(0.99)).isZero();
        assertThat(DelayDistribution.stacked(none, none).events()).isZero();
    }

    @Test
    void oneDistributionAddsUpWithAnother() {
        var one = new DelayDistribution();
        one.add(10, 0, 2);
        one.add(30, 0, 0);
        var other = new DelayDistribution();
        other.add(20, 4, 6);

        other.addAll(one);

        assertThat(other.events()).isEqualTo(60);
        assertThat(other.maximumSeconds()).isEqualTo(6);
        assertThat(other.meanSeconds()).isCloseTo((10 * 1 + 20 * 5) / 60.0, EXACTLY);
        assertThat(other.eventsUpTo(2)).isCloseTo(40, EXACTLY);
    }

    @Test
    void theLongestDelaysAreLaidOnTheLongest() {
        var atDoor = new DelayDistribution();
        atDoor.add(50, 0, 0);
        atDoor.add(50, 0, 10);
        var inLog = new DelayDistribution();
        inLog.add(90, 0, 0);
        inLog.add(10, 5, 5);

        var both = DelayDistribution.stacked(atDoor, inLog);

        assertThat(both.events()).isCloseTo(100, within(1e-9));
        assertThat(both.maximumSeconds()).isCloseTo(15, EXACTLY);
        assertThat(both.quantileSeconds(0.75)).isCloseTo(5, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 4, 0.25", "1, 4, 0, 0.25", "4, 0, 4, 1", "0, 0, 4, 0", "3, 3, 3, 1", "2, 3, 3, 0"})
    void theShareOfALineUpToAThreshold(double threshold, double first, double last, double share) {
        assertThat(DelayDistribution.shareUpTo(threshold, first, last)).isEqualTo(share);
    }
}
