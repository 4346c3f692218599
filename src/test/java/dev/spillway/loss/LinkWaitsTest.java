package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The waits of the Java client by the formulas of the loss model, section 4.2. */
final class LinkWaitsTest {
    private static final Offset<Double> EXACTLY = within(1e-9);

    private final LinkWaits waits = LinkWaits.of(RetryPolicy.LIBRARY_DEFAULT);

    /** Tries wait for 4.8 s, twice and four times that, give or take 8 %, and the first never for less. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 4.8", "1, 0.5, 4.992", "1, 1, 5.184",
        "2, 0, 8.832", "2, 0.5, 9.6", "2, 1, 10.368",
        "3, 0, 17.664", "3, 0.5, 19.2", "3, 1, 20.736"
    })
    void betweenTwoTriesAWaitIsDrawn(int failedTries, double drawn, double seconds) {
        assertThat(waits.outerSeconds(failedTries, drawing(drawn))).isCloseTo(seconds, EXACTLY);
    }

    /** 4.8 s and the c-th power of ln 59 / ln 3. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void insideATryTheWaitGrowsWithTheRefusalsOfTheLink(int refusals) {
        assertThat(waits.innerSeconds(refusals))
                .isCloseTo(4.8 + Math.pow(Math.log(59) / Math.log(3), refusals), EXACTLY);
    }

    @Test
    void aLongestDelayBelowTheBusyDelayFailsAtOnce() {
        var tooShort = new RetryPolicy(3, 0.8, 3, 60, RetryPolicy.Mode.EXPONENTIAL);

        assertThat(waits.failsAtOnce()).isFalse();
        assertThat(LinkWaits.of(tooShort).failsAtOnce()).isTrue();
        assertThat(waits.maxRetries()).isEqualTo(3);
        assertThat(waits.tryTimeoutSeconds()).isEqualTo(60);
    }

    private static RandomGenerator drawing(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }
}
