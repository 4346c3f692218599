package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.facts.ClientLibrary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients of two kinds at one door: some simulated send by send, some in order. */
final class MixedClientsTest {
    /** Once the events of the ordered client were counted in one run and its losses in another. */
    @ParameterizedTest
    @CsvSource({"1380, 500", "1380, 100", "1000, 900", "3000, 2000"})
    void everyEventHasOneOutcomeWhereAnOrderedClientSendsBesideAnotherOne(double java, double dotNet) {
        var loads = List.of(
                sender("java", ClientLibrary.AZURE_SDK_JAVA, java),
                sender("net", ClientLibrary.AZURE_SDK_DOTNET, dotNet));

        LossForecast forecast = LossModel.forecast(PipelineFigures.of(loads, Admission.standard(1, 8)));

        assertThat(forecast.outcomes().sum())
                .isCloseTo(forecast.offeredEvents(), within(1e-6 * forecast.offeredEvents()));
        assertThat(forecast.senders().stream()
                        .mapToDouble(LossForecast.SenderLoss::lostEvents)
                        .sum())
                .isCloseTo(forecast.outcomes().lostAtProducer(), within(1e-6));
    }

    private static Sender sender(String name, ClientLibrary library, double peak) {
        return new Sender(
                name,
                Load.burst(300, peak, 0, 200, 1800, 900),
                RetryWindow.of(library, new RetryPolicy(3, 0.8, 60, 60, RetryPolicy.Mode.EXPONENTIAL)),
                Double.POSITIVE_INFINITY,
                Optional.empty());
    }
}
