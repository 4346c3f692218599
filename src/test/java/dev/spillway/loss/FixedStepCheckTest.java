package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The solver against a second method that shares none of its code, on pipelines by chance; the seed is the test's name. */
final class FixedStepCheckTest {
    private static final double STEP_SECONDS = 0.01;
    private static final double A_THOUSANDTH = 1e-3;
    private static final int FAST_SEEDS = 40;
    private static final int ALL_SEEDS = 200;

    static LongStream fastSeeds() {
        return LongStream.rangeClosed(1, FAST_SEEDS);
    }

    static LongStream otherSeeds() {
        return LongStream.rangeClosed(FAST_SEEDS + 1, ALL_SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fastSeeds")
    void everyOutcomeAgreesWithinAThousandthOfWhatIsOffered(long seed) {
        assertAgreement(seed);
    }

    @Tag("soak")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("otherSeeds")
    void everyOutcomeAgreesOnManyMore(long seed) {
        assertAgreement(seed);
    }

    private static void assertAgreement(long seed) {
        PipelineFigures figures = new RandomPipelines(seed).next();

        var exact = exact(LossModel.forecast(figures));
        var stepped = stepped(new SteppedPipeline(figures, STEP_SECONDS).run());

        double allowed = A_THOUSANDTH * Objects.requireNonNull(exact.get("offered"));
        stepped.forEach((outcome, volume) -> assertThat(exact.get(outcome))
                .as("seed %s, %s%n%s%n%s", seed, outcome, exact, stepped)
                .isBetween(volume - allowed, volume + allowed));
    }

    private static Map<String, Double> exact(LossForecast forecast) {
        var outcomes = forecast.outcomes();
        var all = new LinkedHashMap<String, Double>();
        all.put("offered", forecast.offeredEvents());
        all.put("lostInPods", forecast.lossCauses().producerPodOverload());
        all.put("lostAtDoor", outcomes.lostAtProducer() - forecast.lossCauses().producerPodOverload());
        all.put("expired", outcomes.lostByRetention() + outcomes.recoverableFromCapture());
        all.put("unavailable", outcomes.unavailableInRegion());
        all.put("onTime", outcomes.deliveredOnTime());
        all.put("delayed", outcomes.delayed());
        all.put("inFlight", outcomes.inFlightAtEnd());
        all.put(
                "duplicates",
                forecast.duplicateCauses().handover()
                        + forecast.duplicateCauses().shutdown());
        return all;
    }

    private static Map<String, Double> stepped(SteppedPipeline run) {
        var all = new LinkedHashMap<String, Double>();
        all.put("offered", run.offered);
        all.put("lostInPods", run.lostInPods());
        all.put("lostAtDoor", run.lostAtDoor());
        all.put("expired", run.expired());
        all.put("unavailable", run.unavailable);
        all.put("onTime", run.onTime);
        all.put("delayed", run.delayed);
        all.put("inFlight", run.waiting());
        all.put("duplicates", run.duplicates);
        return all;
    }
}
