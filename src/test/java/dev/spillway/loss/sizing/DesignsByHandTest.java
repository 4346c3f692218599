package dev.spillway.loss.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.loss.Admission;
import dev.spillway.loss.Load;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.RetryPolicy;
import dev.spillway.loss.RetryWindow;
import dev.spillway.loss.Scaling;
import dev.spillway.loss.Sender;
import dev.spillway.loss.SenderPods;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * The cheapest change for one limit at a time, by hand: 600 a second, and 1,380 for 120 s, at a door of 1,000, so that 45,600 are too
 * many, and the last of them waits for 45.6 s.
 */
final class DesignsByHandTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;
    private static final RetryWindow PATIENT = RetryWindow.custom(ENDLESS);
    private static final RetryWindow DOTNET =
            RetryWindow.of(ClientLibrary.AZURE_SDK_DOTNET, RetryPolicy.LIBRARY_DEFAULT);

    /** Twice 45.6 s: retries of .NET from 2 to 30 s guarantee 8, 20, 40, 70, and 100 s. */
    @Test
    void retriesThatAreNotOrderedGetTwiceTheWindow() {
        Sizing sizing = nothingLost(burst(1_380, DOTNET, ENDLESS, Optional.empty()), Admission.standard(1, 8));

        assertThat(need(sizing, Setting.RETRY_WINDOW).enough())
                .contains(
                        new Need.Enough(
                                45.6,
                                Method.CLOSED_FORM,
                                "better twice that, for sends that are not ordered: maxRetries 5, delaySeconds 2, maxDelaySeconds 30"));
        assertThat(sizing.cheapest().orElseThrow().changes())
                .containsExactly(
                        new Change(Setting.RETRY_WINDOW, "", 91.2, "maxRetries 5, delaySeconds 2, maxDelaySeconds 30"));
    }

    @Test
    void orderedRetriesGetTheirWindowAndNoAdvice() {
        Sizing sizing = nothingLost(
                burst(1_380, RetryWindow.kafkaJava(10, 0), ENDLESS, Optional.empty()), Admission.standard(1, 8));

        assertThat(need(sizing, Setting.RETRY_WINDOW).enough()).contains(new Need.Enough(45.6, Method.CLOSED_FORM, ""));
        assertThat(sizing.cheapest().orElseThrow().changes())
                .containsExactly(new Change(Setting.RETRY_WINDOW, "", 45.6, ""));
    }

    @Test
    void aBufferThatIsTooSmallIsMadeAsLargeAsTheBacklog() {
        Sizing sizing = nothingLost(burst(1_380, PATIENT, 1_000, Optional.empty()), Admission.standard(1, 8));

        assertThat(need(sizing, Setting.CLIENT_BUFFER).enough().map(Need.Enough::value))
                .contains(45_600.0);
        assertThat(need(sizing, Setting.CLIENT_BUFFER).declared()).isEqualTo(1_000);
        assertThat(sizing.cheapest().orElseThrow().changes())
                .containsExactly(new Change(Setting.CLIENT_BUFFER, "", 45_600, ""));
        assertThat(sizing.weaker().orElseThrow().figures()).isEqualTo(sizing.figures());
    }

    /**
     * Once a rounding error made a whole event of itself. The pod keeps 180 a second back, 21,600 in all, and sends 1,200 until it
     * has worked them off in 36 s: 200 * 156 s.
     */
    @Test
    void podsAndClientsGetRoomForWhatWaitsInEach() {
        var pod = new SenderPods(1_200, 8_000, ENDLESS, 60, new Scaling.Fixed(1));

        Sizing sizing = nothingLost(burst(1_380, PATIENT, ENDLESS, Optional.of(pod)), Admission.standard(1, 8));

        assertThat(sizing.cheapest().orElseThrow().changes())
                .containsExactly(
                        new Change(Setting.CLIENT_BUFFER, "", 31_200, ""),
                        new Change(Setting.POD_BUFFER, "", 21_600, ""));
    }

    /** Callers of the pod wait for 5 s: only a second pod from the beginning helps. */
    @Test
    void podsThatAreTooFewAreMadeAsManyAsThePeakNeeds() {
        var pods = new SenderPods(1_200, ENDLESS, 5, 60, Scaling.CpuAutoscaling.of(1, 10, 80));

        Sizing sizing = nothingLost(burst(1_380, PATIENT, ENDLESS, Optional.of(pods)), Admission.standard(1, 8));

        assertThat(need(sizing, Setting.REPLICAS).enough().map(Need.Enough::value))
                .contains(2.0);
        assertThat(need(sizing, Setting.REPLICAS).sender()).isEqualTo("s");
        assertThat(sizing.cheapest().orElseThrow().changes()).containsExactly(new Change(Setting.REPLICAS, "s", 2, ""));
    }

    /** A partition lets in 1,000 a second, and nobody retries: three for 2,500, and three units. */
    @Test
    void partitionsThatAreTooFewAreMadeAsManyAsThePeakFills() {
        Sizing sizing =
                nothingLost(burst(2_500, RetryWindow.librdkafka(1e-9), 0, Optional.empty()), Admission.standard(3, 1));

        assertThat(need(sizing, Setting.PARTITIONS).enough()).contains(new Need.Enough(3, Method.CLOSED_FORM, ""));
        assertThat(need(sizing, Setting.PARTITIONS).most()).isEqualTo(3);
        assertThat(sizing.keepsBudget()).isFalse();
        assertThat(sizing.isPossible()).isTrue();
    }

    @Test
    void whatIsDeclaredMayBeEnoughAlready() {
        Sizing sizing = nothingLost(burst(1_380, PATIENT, ENDLESS, Optional.empty()), Admission.standard(1, 8));

        assertThat(sizing.keepsBudget()).isTrue();
        assertThat(need(sizing, Setting.THROUGHPUT_UNITS).enough())
                .contains(new Need.Enough(1, Method.CLOSED_FORM, ""));
        assertThat(sizing.cheapest().orElseThrow().changes()).isEmpty();
        assertThat(sizing.weaker()).isEmpty();
    }

    /** Units that are not needed are money: with patience one of three is enough. */
    @Test
    void unitsThatAreNotNeededAreGivenBack() {
        Sizing sizing = nothingLost(
                burst(1_380, PATIENT, ENDLESS, Optional.empty()),
                Admission.standard(3, 8).withAutoInflate(5, 60));

        assertThat(sizing.cheapest().orElseThrow().changes())
                .containsExactly(
                        new Change(Setting.THROUGHPUT_UNITS, "", 1, ""),
                        new Change(Setting.INFLATE_CEILING, "", 0, "auto-inflate off"));
    }

    /** By the high end no retry counts, and forty units let in 40,000 a second. */
    @Test
    void whatNoDesignKeepsIsNotPossible() {
        var figures = PipelineFigures.of(
                List.of(burst(50_000, DOTNET, ENDLESS, Optional.empty())), Admission.standard(1, 64));
        var high = new Allowance(OptionalDouble.empty(), OptionalDouble.empty(), true);

        Sizing sizing = Sizing.of(figures, high);

        assertThat(sizing.isPossible()).isFalse();
        assertThat(sizing.cheapest()).isEmpty();
        assertThat(need(sizing, Setting.THROUGHPUT_UNITS).enough()).isEmpty();
    }

    private static Sizing nothingLost(Sender sender, Admission admission) {
        return Sizing.of(PipelineFigures.of(List.of(sender), admission), Allowance.NOTHING);
    }

    private static Need need(Sizing sizing, Setting setting) {
        return sizing.needs().stream()
                .filter(need -> need.setting() == setting)
                .findFirst()
                .orElseThrow();
    }

    private static Sender burst(double peak, RetryWindow window, double buffer, Optional<SenderPods> pods) {
        return new Sender("s", Load.burst(600, peak, 0, 120, 3_600, 900), window, buffer, pods);
    }
}
