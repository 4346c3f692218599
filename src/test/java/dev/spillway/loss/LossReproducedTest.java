package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.testsupport.amqp.LoadOutcome;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The excess of the incident, a fifth of its size, lost by the real client without retries: two minutes, nearly idle. */
final class LossReproducedTest {
    private static final Percentage THREE = Percentage.withPercentage(3);

    @Test
    @Tag("client")
    void withoutRetriesTheExcessIsLost() {
        var none = new FifthOfTheIncident("no retry", FifthOfTheIncident.NONE, Sending.Manner.CONCURRENT, 1);

        LoadOutcome outcome = none.runBurstAlone();

        assertThat(outcome.undecided()).isZero();
        assertThat((double) outcome.lost()).as("%s", outcome).isCloseTo(FifthOfTheIncident.EXCESS, THREE);
        assertThat(none.forecast().lostEvents()).isCloseTo(outcome.lost(), within(0.03 * outcome.lost()));
    }
}
