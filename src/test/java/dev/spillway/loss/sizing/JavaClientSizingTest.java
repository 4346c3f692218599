package dev.spillway.loss.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.loss.Admission;
import dev.spillway.loss.Load;
import dev.spillway.loss.LossModel;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.RetryPolicy;
import dev.spillway.loss.RetryWindow;
import dev.spillway.loss.Sender;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sizing where every trial is a simulation send by send. */
final class JavaClientSizingTest {
    @Test
    void theCheapestDesignIsConfirmedByAForecastAndTheNextCheaperOneIsNot() {
        var window = RetryWindow.of(
                ClientLibrary.AZURE_SDK_JAVA, new RetryPolicy(3, 0.8, 60, 60, RetryPolicy.Mode.EXPONENTIAL));
        var load = Load.burst(600, 1_380, 0, 120, 3_600, 900);
        var sender = new Sender("s", load, window, Double.POSITIVE_INFINITY, Optional.empty());

        Sizing sizing = Sizing.of(PipelineFigures.of(List.of(sender), Admission.standard(1, 8)), Allowance.NOTHING);

        Design cheapest = sizing.cheapest().orElseThrow();
        Design weaker = sizing.weaker().orElseThrow();
        assertThat(LossModel.forecast(cheapest.figures()).lostEvents()).isZero();
        assertThat(LossModel.forecast(weaker.figures()).lostEvents()).isPositive();
        assertThat(weaker.cost().ceiling()).isLessThanOrEqualTo(cheapest.cost().ceiling());
    }
}
