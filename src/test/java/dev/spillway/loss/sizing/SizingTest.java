package dev.spillway.loss.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.facts.ClientLibrary;
import dev.spillway.facts.Prices;
import dev.spillway.facts.Tier;
import dev.spillway.loss.Admission;
import dev.spillway.loss.Consumers;
import dev.spillway.loss.DisasterRecovery;
import dev.spillway.loss.Fault;
import dev.spillway.loss.Load;
import dev.spillway.loss.LossModel;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.Reading;
import dev.spillway.loss.RetryPolicy;
import dev.spillway.loss.RetryWindow;
import dev.spillway.loss.Scaling;
import dev.spillway.loss.ScenarioJson;
import dev.spillway.loss.Sender;
import dev.spillway.loss.SenderPods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The inverses of the loss model, section 9: by hand, and by asking the forecast whether they are true. */
final class SizingTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    @Test
    void theIncidentNeedsWhatItsClosedFormsSay() {
        Sizing sizing = Sizing.of(incident(), Allowance.NOTHING);

        assertThat(sizing.keepsBudget()).isFalse();
        assertThat(enough(sizing, Setting.THROUGHPUT_UNITS)).hasValue(2.0);
        assertThat(enough(sizing, Setting.INFLATE_CEILING)).hasValue(2.0);
        assertThat(enough(sizing, Setting.RETRY_WINDOW)).hasValue(45.6);
        assertThat(enough(sizing, Setting.PARTITIONS)).isEmpty();
        assertThat(enough(sizing, Setting.CLIENT_BUFFER)).isEmpty();
        assertThat(enough(sizing, Setting.POD_BUFFER)).isEmpty();
        assertThat(enough(sizing, Setting.REPLICAS)).isEmpty();
    }

    /** The excess is 45,600; what a window absorbs is its length times 1,000 a second. */
    @ParameterizedTest
    @CsvSource({"0, 45.6", "600, 45", "22400, 23.2", "45000, 0.6", "45600, 0"})
    void aBudgetInEventsShortensTheWindow(double allowed, double seconds) {
        Sizing sizing = Sizing.of(plain(1380, 23.2), atMost(allowed));

        assertThat(enough(sizing, Setting.RETRY_WINDOW).orElseThrow()).isCloseTo(seconds, within(0.1));
    }

    /** Units by hand: (peak - C) * 120 <= window * C + allowed. */
    @ParameterizedTest
    @CsvSource({
        "1380, 0, 0, 2",
        "1380, 23.2, 0, 2",
        "1380, 45.6, 0, 1",
        "5000, 0, 0, 5",
        "5000, 60, 0, 4",
        "5000, 0, 120000, 4"
    })
    void unitsFollowFromThePeakTheWindowAndTheBudget(double peak, double window, double allowed, double units) {
        Sizing sizing = Sizing.of(plain(peak, window), atMost(allowed));

        assertThat(enough(sizing, Setting.THROUGHPUT_UNITS)).hasValue(units);
    }

    @Test
    void aRatioIsOfAllOfferedEvents() {
        double offered = 600 * 3_480 + 1_380 * 120;
        var onePercent = new Allowance(OptionalDouble.of(0.01), OptionalDouble.empty(), false);
        var both = new Allowance(OptionalDouble.of(0.01), OptionalDouble.of(5), false);

        assertThat(Sizing.of(plain(1380, 23.2), onePercent).allowedEvents()).isCloseTo(0.01 * offered, within(1e-6));
        assertThat(Sizing.of(plain(1380, 23.2), onePercent).keepsBudget()).isTrue();
        assertThat(Sizing.of(plain(1380, 23.2), both).allowedEvents()).isEqualTo(5);
    }

    /** Held against the high end a window is worth nothing: no retry at all loses the whole excess. */
    @Test
    void byTheHighEndOnlyCapacityCounts() {
        var figures = PipelineFigures.of(
                List.of(new Sender("s", burst(1380), dotNet(), ENDLESS, Optional.empty())), Admission.standard(1, 8));
        var high = new Allowance(OptionalDouble.empty(), OptionalDouble.empty(), true);

        Sizing sizing = Sizing.of(figures, high);

        assertThat(enough(sizing, Setting.RETRY_WINDOW)).isEmpty();
        assertThat(enough(sizing, Setting.THROUGHPUT_UNITS)).hasValue(2.0);
        assertThat(sizing.cheapest().orElseThrow().forecast().range().high()).isZero();
    }

    @Test
    void thePriceIsUnitsAndTheMeanLoadAroundTheClock() {
        MonthlyCost cost = Sizing.of(incident(), Allowance.NOTHING).cost();

        double million = 2_253_600 / 3_600.0 * 730 * 3_600 / 1e6;
        assertThat(cost.floor()).isCloseTo(21.90 + million * 0.028, within(1e-6));
        assertThat(cost.ceiling()).isEqualTo(cost.floor());
    }

    @Test
    void aCeilingCostsFromTheFirstInflateOn() {
        var inflating = incident().withAdmission(Admission.standard(1, 8).withAutoInflate(4, 60));

        MonthlyCost cost = Sizing.of(inflating, Allowance.NOTHING).cost();

        assertThat(cost.ceiling() - cost.floor()).isCloseTo(3 * Prices.unit(Tier.STANDARD), within(1e-9));
    }

    @Test
    void captureIsPaidForByTheUnit() {
        var reading = new Reading(3_600, true, 1, Consumers.of(2_000, new Scaling.Fixed(2)));

        double more = Sizing.of(incident().withReading(reading), Allowance.NOTHING)
                        .cost()
                        .floor()
                - Sizing.of(incident(), Allowance.NOTHING).cost().floor();

        assertThat(more).isCloseTo(Prices.capture(Tier.STANDARD).orElseThrow(), within(1e-9));
    }

    @Test
    void theCheapestDesignIsConfirmedByAForecastAndTheNextCheaperOneIsNot() {
        for (var figures : List.of(incident(), plain(5000, 10))) {
            Sizing sizing = Sizing.of(figures, Allowance.NOTHING);

            Design cheapest = sizing.cheapest().orElseThrow();
            Design weaker = sizing.weaker().orElseThrow();
            assertThat(LossModel.forecast(cheapest.figures()).lostEvents()).isZero();
            assertThat(LossModel.forecast(weaker.figures()).lostEvents()).isPositive();
            assertThat(weaker.cost().ceiling())
                    .isLessThanOrEqualTo(cheapest.cost().ceiling());
        }
    }

    @Test
    void sendersThatHoldBackNeedNoMoreUnitsAndNoLongerRetries() {
        Design held = Sizing.of(incident(), Allowance.NOTHING).rateLimited().orElseThrow();

        assertThat(held.cost()).isEqualTo(MonthlyCost.of(incident()));
        assertThat(held.changes()).extracting(Change::setting).containsExactly(Setting.REPLICAS, Setting.RATE_LIMIT);
        assertThat(held.changes()).extracting(Change::value).containsExactly(1.0, 1_000.0);
        assertThat(LossModel.forecast(held.figures()).lostEvents()).isZero();
    }

    /** What waits has to find room in the pods: 45,600 events, and at most ten pods. */
    @ParameterizedTest
    @CsvSource({"60000, 1", "23000, 2", "8000, 6", "800, none"})
    void whoHoldsBackNeedsRoom(double eventsPerPod, String pods) {
        var sender = incident().senders().get(0);
        var figures = incident()
                .withSenders(List.of(sender.withPods(sender.pods().orElseThrow().withBuffer(eventsPerPod))));

        var held = Sizing.of(figures, Allowance.NOTHING).rateLimited();

        assertThat(held.map(design ->
                                String.valueOf((int) design.changes().get(0).value()))
                        .orElse("none"))
                .isEqualTo(pods);
    }

    /** One unit could hold back for long enough, but a load of 1,500 a second around the clock would never be worked off. */
    @Test
    void aDesignLetsTheMeanLoadIn() {
        Load steady = Load.burst(1_500, 1_500, 0, 60, 600, 900);
        var figures = PipelineFigures.of(
                List.of(new Sender("s", steady, RetryWindow.custom(30), ENDLESS, Optional.empty())),
                Admission.standard(4, 8));

        Design cheapest = Sizing.of(figures, Allowance.NOTHING).cheapest().orElseThrow();

        Admission door = cheapest.figures().admission();
        assertThat(Math.max(door.throughputUnits(), door.maximumThroughputUnits()))
                .isEqualTo(2);
    }

    /** Readers are down for two hours: what they miss has to be kept for as long. */
    @Test
    void retentionAndReadersAreSizedByWhatTheyWouldMiss() {
        var reading = Reading.by(Consumers.of(200, new Scaling.Fixed(4))).keptFor(1);
        var figures = PipelineFigures.of(
                        List.of(new Sender(
                                "s",
                                Load.burst(300, 300, 0, 60, 14_400, 900),
                                RetryWindow.custom(30),
                                ENDLESS,
                                Optional.empty())),
                        Admission.standard(1, 8))
                .withReading(reading)
                .withFaults(List.of(new Fault.ConsumerOutage(3_600, 7_200)), DisasterRecovery.NONE);

        Sizing sizing = Sizing.of(figures, Allowance.NOTHING);

        assertThat(sizing.forecast().lossCauses().retentionExceeded()).isCloseTo(1_080_000, within(0.01));
        assertThat(enough(sizing, Setting.RETENTION)).hasValue(2.0);
        assertThat(enough(sizing, Setting.READERS)).isEmpty();
        assertThat(sizing.cheapest().orElseThrow().changes())
                .extracting(Change::setting)
                .containsExactly(Setting.RETENTION);
    }

    @Test
    void tooFewReadersAreFoundByWhatIsLeftUnread() {
        var figures = plain(600, 30).withReading(Reading.by(Consumers.of(200, new Scaling.Fixed(1))));

        Sizing sizing =
                Sizing.of(figures.withReading(Reading.by(Consumers.of(20, new Scaling.Fixed(1)))), Allowance.NOTHING);

        assertThat(sizing.keepsBudget()).isFalse();
        assertThat(sizing.forecast().outcomes().inFlightAtEnd()
                        + sizing.forecast().lossCauses().retentionExceeded())
                .isPositive();
        assertThat(enough(sizing, Setting.READERS))
                .hasValueSatisfying(pods -> assertThat(pods).isGreaterThan(1));
    }

    @Test
    void premiumIsSoldInPowersOfTwoAndHasNoInflate() {
        var sender = new Sender("s", burst(9_000), RetryWindow.custom(0), ENDLESS, Optional.empty());
        var figures = PipelineFigures.of(List.of(sender), Admission.premium(1, 2.5, 16));

        Sizing sizing = Sizing.of(figures, Allowance.NOTHING);

        assertThat(enough(sizing, Setting.PROCESSING_UNITS)).hasValue(4.0);
        assertThat(sizing.needs()).extracting(Need::setting).doesNotContain(Setting.INFLATE_CEILING);
    }

    /** Whatever is found keeps the budget, and one unit less does not; on seeded pipelines of every shape. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatIsEnoughKeepsTheBudgetAndOneUnitLessDoesNot(long seed) {
        var random = new Random(seed);
        var figures = random(random);
        var allowance = atMost(random.nextBoolean() ? 0 : random.nextInt(5_000));

        Sizing sizing = Sizing.of(figures, allowance);

        enough(sizing, Setting.THROUGHPUT_UNITS).ifPresent(units -> {
            assertThat(lost(Levers.units(figures, units.intValue())))
                    .as("seed " + seed)
                    .isLessThanOrEqualTo(sizing.allowedEvents() + 0.01);
            if (units > 1) {
                assertThat(lost(Levers.units(figures, units.intValue() - 1)))
                        .as("seed " + seed)
                        .isGreaterThan(sizing.allowedEvents());
            }
        });
        sizing.cheapest()
                .ifPresent(design -> assertThat(lost(design.figures()))
                        .as("seed " + seed)
                        .isLessThanOrEqualTo(sizing.allowedEvents() + 0.01));
        sizing.weaker()
                .ifPresent(design ->
                        assertThat(lost(design.figures())).as("seed " + seed).isGreaterThan(sizing.allowedEvents()));
        sizing.rateLimited()
                .ifPresent(design -> assertThat(lost(design.figures()))
                        .as("seed " + seed)
                        .isLessThanOrEqualTo(sizing.allowedEvents() + 0.01));
    }

    private static PipelineFigures random(Random random) {
        var scaling = random.nextBoolean() ? Scaling.CpuAutoscaling.of(1, 6, 70) : new Scaling.Fixed(3);
        var pods = new SenderPods(
                800 + random.nextInt(800), random.nextBoolean() ? ENDLESS : 40_000, ENDLESS, 30, scaling);
        var sender = new Sender(
                "s",
                Load.burst(400, 1_000 + random.nextInt(4_000), 0, 60 + random.nextInt(120), 1_800, 900),
                RetryWindow.custom(random.nextInt(60)),
                random.nextBoolean() ? ENDLESS : random.nextInt(60_000),
                random.nextBoolean() ? Optional.of(pods) : Optional.empty());
        return PipelineFigures.of(List.of(sender), Admission.standard(1 + random.nextInt(3), 16));
    }

    private static double lost(PipelineFigures figures) {
        var outcomes = LossModel.forecast(figures).outcomes();
        return outcomes.lostAtProducer() + outcomes.lostByRetention() + outcomes.inFlightAtEnd();
    }

    private static Optional<Double> enough(Sizing sizing, Setting setting) {
        return sizing.needs().stream()
                .filter(need -> need.setting() == setting)
                .findFirst()
                .orElseThrow()
                .enough()
                .map(Need.Enough::value);
    }

    private static Allowance atMost(double events) {
        return new Allowance(OptionalDouble.empty(), OptionalDouble.of(events), false);
    }

    private static Load burst(double peak) {
        return Load.burst(600, peak, 0, 120, 3_600, 900);
    }

    private static RetryWindow dotNet() {
        return RetryWindow.of(
                ClientLibrary.AZURE_SDK_DOTNET, new RetryPolicy(3, 0.8, 60, 60, RetryPolicy.Mode.EXPONENTIAL));
    }

    private static PipelineFigures plain(double peak, double windowSeconds) {
        var sender = new Sender("s", burst(peak), RetryWindow.custom(windowSeconds), ENDLESS, Optional.empty());
        return PipelineFigures.of(List.of(sender), Admission.standard(1, 8));
    }

    private static PipelineFigures incident() {
        try (var stream = SizingTest.class.getResourceAsStream("/loss/cases/01-s1-incident.json")) {
            return ScenarioJson.read(new ObjectMapper().readTree(stream).path("scenario"))
                    .upstream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
