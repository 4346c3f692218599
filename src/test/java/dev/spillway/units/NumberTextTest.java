package dev.spillway.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberTextTest {
    @Test
    void thousandsAreSeparatedAndTenthsKept() {
        assertThat(NumberText.number(22_400)).isEqualTo("22,400");
        assertThat(NumberText.number(45.6)).isEqualTo("45.6");
        assertThat(NumberText.number(45.75)).isEqualTo("45.8");
        assertThat(NumberText.number(45.04)).isEqualTo("45");
        assertThat(NumberText.number(Double.POSITIVE_INFINITY)).isEqualTo("endless");
    }

    @Test
    void wholeNumbersAndFixedDigitsAreRounded() {
        assertThat(NumberText.whole(1_234.5)).isEqualTo("1,235");
        assertThat(NumberText.withDigits(0.9939652, 3)).isEqualTo("0.994");
        assertThat(NumberText.withDigits(1890, 1)).isEqualTo("1,890.0");
    }

    @Test
    void unitsFollowTheirNumber() {
        assertThat(NumberText.seconds(60)).isEqualTo("60 s");
        assertThat(NumberText.count(1, "unit")).isEqualTo("1 unit");
        assertThat(NumberText.count(1_200, "unit")).isEqualTo("1,200 units");
    }
}
