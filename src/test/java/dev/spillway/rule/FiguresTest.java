package dev.spillway.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people read them. */
class FiguresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "23.2|23.2", "23.25|23.3", "22400.0000001|22,400", "2253600|2,253,600"})
    void numbersHaveCommasAndOneDigitAtMost(double value, String text) {
        assertThat(Figures.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"91.2, 91.2 s", "91.21, 91.3 s", "30, 30 s"})
    void secondsToReachAreRoundedUp(double seconds, String text) {
        assertThat(Figures.secondsAtLeast(seconds)).isEqualTo(text);
    }

    @Test
    void machinesReadPlainDigits() {
        assertThat(Figures.plainTenthsUp(1234.51)).isEqualTo("1234.6");
        assertThat(Figures.plainTenthsUp(1200)).isEqualTo("1200");
    }

    @Test
    void oneIsSingular() {
        assertThat(Figures.count(1, "unit")).isEqualTo("1 unit");
        assertThat(Figures.count(0, "unit")).isEqualTo("0 units");
    }
}
