package dev.spillway.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Figures refuse what they cannot be, and say what would be right. */
class FiguresTest {
    @Test
    void ratesAreFiniteAndNeverNegative() {
        assertThat(Rate.perSecond(600).over(Duration.ofMillis(1500))).isEqualTo(900);
        assertThat(Rate.perSecond(2).plus(Rate.perSecond(3)).times(2)).isEqualTo(Rate.perSecond(10));
        assertThatThrownBy(() -> Rate.perSecond(-1))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("rate: -1.0 is not possible, give a finite number of events per second, zero or more");
        assertThatThrownBy(() -> Rate.perSecond(Double.NaN)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void ratesAreOrderedAndTheLargerOneIsTaken() {
        Rate two = Rate.perSecond(2);
        Rate three = Rate.perSecond(3);

        assertThat(two.atLeast(three)).isSameAs(three);
        assertThat(three.atLeast(two)).isSameAs(three);
        assertThat(two.atLeast(Rate.perSecond(2))).isSameAs(two);
        assertThat(two).isLessThan(three).isGreaterThan(Rate.ZERO);
        assertThatThrownBy(() -> Rate.perSecond(Double.POSITIVE_INFINITY)).isInstanceOf(InvalidValue.class);
        assertThat(Rate.perSecond(0)).isEqualTo(Rate.ZERO);
    }

    @Test
    void percentagesAreWholeAndFromOneToAHundred() {
        assertThat(Percent.of(60).asFactor()).isEqualTo(0.6);
        assertThat(Percent.of(1)).isLessThan(Percent.of(100)).isGreaterThanOrEqualTo(Percent.of(1));
        assertThatThrownBy(() -> Percent.of(0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Percent.of(101)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void sizesAreNeverNegative() {
        assertThat(Bytes.of(2)).isGreaterThan(Bytes.of(1)).isLessThan(Bytes.of(3));
        assertThat(Bytes.of(0).count()).isZero();
        assertThatThrownBy(() -> Bytes.of(-1)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void secondsAndDurationsConvertToTheNanosecond() {
        assertThat(Seconds.span(0.8)).isEqualTo(Duration.ofMillis(800));
        assertThat(Seconds.of(Duration.ofMillis(60_800))).isEqualTo(60.8);
        assertThat(Seconds.span(0)).isEqualTo(Duration.ZERO);
        assertThat(Seconds.span(86_400.25)).isEqualTo(Duration.ofMillis(86_400_250));
        assertThatThrownBy(() -> Seconds.span(-0.1)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Seconds.span(Double.POSITIVE_INFINITY)).isInstanceOf(InvalidValue.class);
    }
}
