package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Delays of single sends, in steps of a fiftieth of a second. */
final class DelayBucketsTest {
    private static final Offset<Double> EXACTLY = within(1e-9);

    private final DelayBuckets buckets = new DelayBuckets();

    @Test
    void whatIsFasterThanAStepHasNoDelay() {
        buckets.add(10, 0.019);
        buckets.add(5, 0.05);

        var delays = distribution();

        assertThat(delays.events()).isEqualTo(15);
        assertThat(delays.eventsUpTo(0)).isEqualTo(10);
    }

    /** The step from 0.04 to 0.06 s. */
    @Test
    void insideAStepDelaysAreEven() {
        buckets.add(5, 0.041);
        buckets.add(5, 0.059);
        buckets.add(1, 1);

        var delays = distribution();

        assertThat(delays.eventsUpTo(0.04)).isCloseTo(0, EXACTLY);
        assertThat(delays.eventsUpTo(0.05)).isCloseTo(5, EXACTLY);
        assertThat(delays.eventsUpTo(0.06)).isCloseTo(10, EXACTLY);
        assertThat(delays.maximumSeconds()).isEqualTo(1);
    }

    @Test
    void theLongestDelayEndsItsStep() {
        buckets.add(2, 0.05);

        var delays = distribution();

        assertThat(delays.maximumSeconds()).isEqualTo(0.05);
        assertThat(delays.meanSeconds()).isCloseTo(0.045, EXACTLY);
    }

    /** The room that there is at first ends at 4,096 steps. */
    @Test
    void aDelayMayBeLongerThanAllBeforeIt() {
        buckets.add(1, 81.91);
        buckets.add(1, 81.93);
        buckets.add(1, 500);

        var delays = distribution();

        assertThat(delays.events()).isEqualTo(3);
        assertThat(delays.maximumSeconds()).isEqualTo(500);
        assertThat(delays.eventsUpTo(82)).isEqualTo(2);
    }

    private DelayDistribution distribution() {
        var delays = new DelayDistribution();
        buckets.addTo(delays);
        return delays;
    }
}
