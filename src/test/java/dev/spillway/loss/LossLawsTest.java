package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.facts.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every pipeline: the laws of the loss model, sections 4.3 and 10, over small grids enumerated completely. */
final class LossLawsTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;
    private static final double[] PEAKS = {900, 1_380, 2_600};
    private static final double[] WINDOWS = {0, 5, 23.2, 120, ENDLESS};
    private static final double[] BUFFERS = {0, 3_000, 30_000, ENDLESS};
    private static final int[] UNITS = {1, 2, 3};

    @Test
    void everyOfferedEventHasExactlyOneOutcome() {
        for (var figures : grid()) {
            var forecast = LossModel.forecast(figures);

            assertThat(Math.abs(forecast.conservationError())).isLessThanOrEqualTo(1e-6 * forecast.offeredEvents());
        }
    }

    @Test
    void noFigureIsNegativeAndCausesAddUp() {
        for (var figures : grid()) {
            var forecast = LossModel.forecast(figures);
            var causes = forecast.lossCauses();

            assertThat(forecast.outcomes().deliveredOnTime()).isNotNegative();
            assertThat(forecast.outcomes().delayed()).isNotNegative();
            assertThat(forecast.outcomes().inFlightAtEnd()).isNotNegative();
            assertThat(causes.producerPodOverload() + causes.retryWindowExceeded() + causes.producerBufferOverflow())
                    .isCloseTo(forecast.lostEvents(), within(1e-6));
            assertThat(forecast.firstLossAtSeconds().isPresent()).isEqualTo(forecast.lostEvents() > 0);
            assertThat(forecast.range().low())
                    .isLessThanOrEqualTo(forecast.range().best());
            assertThat(forecast.range().high())
                    .isGreaterThanOrEqualTo(forecast.range().best());
        }
    }

    @Test
    void moreUnitsNeverLoseMore() {
        for (double window : WINDOWS) {
            for (double buffer : BUFFERS) {
                var losses = IntStream.of(UNITS)
                        .mapToDouble(units -> lost(burst(2_600, window, buffer, Optional.empty(), units)));

                assertNeverRises(losses.toArray());
            }
        }
    }

    @Test
    void aLongerWindowNeverLosesMore() {
        for (double buffer : BUFFERS) {
            double[] losses = new double[WINDOWS.length];
            for (int i = 0; i < WINDOWS.length; i++) {
                losses[i] = lost(burst(1_380, WINDOWS[i], buffer, Optional.of(Incident.pods()), 1));
            }

            assertNeverRises(losses);
        }
    }

    @Test
    void aLargerBufferNeverLosesMore() {
        for (double window : WINDOWS) {
            double[] losses = new double[BUFFERS.length];
            for (int i = 0; i < BUFFERS.length; i++) {
                losses[i] = lost(burst(1_380, window, BUFFERS[i], Optional.of(Incident.pods()), 1));
            }

            assertNeverRises(losses);
        }
    }

    /** One unit a partition: three units let in what three partitions take, and further partitions change nothing. */
    @Test
    void morePartitionsNeverLoseMoreUnderAnEvenLoad() {
        for (double window : WINDOWS) {
            var losses = IntStream.of(1, 2, 3, 4, 32)
                    .mapToDouble(partitions -> lost(burst(2_600, window, ENDLESS, Optional.empty(), 3)
                            .withAdmission(Admission.standard(3, partitions))))
                    .toArray();

            assertNeverRises(losses);
            assertThat(losses[4]).isEqualTo(losses[2]).isZero();
        }
    }

    @Test
    void anEndlessRetryWithEnoughRoomLosesNothing() {
        var roomy = Incident.pods().withEndlessQueue();

        for (double peak : PEAKS) {
            for (int units : UNITS) {
                assertThat(lost(burst(peak, ENDLESS, ENDLESS, Optional.of(roomy), units)))
                        .isZero();
            }
        }
    }

    @Test
    void aRectangularBurstLosesItsExcessMinusWhatIsAbsorbed() {
        double seconds = 120;
        double capacity = 1_000;
        for (double rate : new double[] {1_001, 1_380, 2_000, 5_000}) {
            for (double window : new double[] {0, 5, 23.2, 60, 300}) {
                for (double buffer : new double[] {0, 4_000, 25_000, 70_000, ENDLESS}) {
                    double absorbed = window == 0 ? 0 : Math.min(buffer, window * capacity);
                    double expected = Math.max(0, (rate - capacity) * seconds - absorbed);

                    double lost = lost(burst(rate, window, buffer, Optional.empty(), 1));

                    assertThat(lost)
                            .as("rate %s, window %s, buffer %s", rate, window, buffer)
                            .isCloseTo(expected, within(0.01));
                }
            }
        }
    }

    @Test
    void theFirstAndTheLastLossAreWhereTheClosedFormSaysSo() {
        var forecast = LossModel.forecast(burst(1_380, 23.2, ENDLESS, Optional.empty(), 1));

        assertThat(forecast.firstLossAtSeconds().orElseThrow()).isCloseTo(600 + 1_380 * 23.2 / 380, within(1e-6));
        assertThat(forecast.lastLossAtSeconds().orElseThrow()).isCloseTo(720 + 23.2, within(1e-6));
    }

    @Test
    void splittingASegmentChangesNothing() {
        var whole = LossModel.forecast(Incident.inflatingAfter(120));
        var pieces = new ArrayList<Segment>();
        for (Segment segment : Incident.LOAD.segments()) {
            var constant = (Segment.Constant) segment;
            pieces.add(new Segment.Constant(constant.durationSeconds() / 2, constant.eventsPerSecond()));
            pieces.add(new Segment.Constant(constant.durationSeconds() / 2, constant.eventsPerSecond()));
        }
        var sender = Incident.inflatingAfter(120).senders().get(0);
        var split = new Sender(
                sender.name(), new Load(900, pieces), sender.window(), sender.bufferedEventsLimit(), sender.pods());

        var forecast = LossModel.forecast(Incident.inflatingAfter(120).withSenders(List.of(split)));

        assertThat(forecast.lostEvents()).isCloseTo(whole.lostEvents(), within(1e-6));
        assertThat(forecast.throttledThenRecovered()).isCloseTo(whole.throttledThenRecovered(), within(1e-6));
        assertThat(forecast.delaySeconds().p99()).isCloseTo(whole.delaySeconds().p99(), within(1e-6));
        assertThat(forecast.producerScaling()).isEqualTo(whole.producerScaling());
    }

    @Test
    void scalingAllVolumesScalesTheLossAndKeepsTheDelays() {
        var one = LossModel.forecast(scaled(1));
        var seven = LossModel.forecast(scaled(7));

        assertThat(seven.lostEvents()).isCloseTo(7 * one.lostEvents(), within(0.01));
        assertThat(seven.delaySeconds().p99()).isCloseTo(one.delaySeconds().p99(), within(1e-5));
        assertThat(seven.delaySeconds().maximum()).isCloseTo(one.delaySeconds().maximum(), within(1e-6));
    }

    @Test
    void bytesBindAboveAThousandBytesAndEventsBelow() {
        assertThat(Admission.standard(2, 4).eventsPerSecond(2, 900)).isEqualTo(2_000);
        assertThat(Admission.standard(2, 4).eventsPerSecond(2, 4_000)).isEqualTo(500);
    }

    @Test
    void partitionsLimitANamespaceWithManyUnits() {
        var load = new Load(900, List.of(new Segment.Constant(100, 3_000)));
        var sender = new Sender("hub", load, RetryWindow.custom(0), ENDLESS, Optional.empty());
        var twoPartitions = Admission.standard(2, 2).withAutoInflate(10, 20);

        var forecast = LossModel.forecast(PipelineFigures.of(List.of(sender), twoPartitions));

        assertThat(forecast.lostEvents()).isCloseTo(100_000, within(0.01));
        assertThat(forecast.autoInflate()).isEmpty();
    }

    @Test
    void aQuietSenderKeepsItsShareAndABusyOnePaysForItself() {
        var quiet = sender("quiet", new Load(900, List.of(new Segment.Constant(600, 300))));
        var busy = sender(
                "busy", new Load(900, List.of(new Segment.Constant(300, 300), new Segment.Constant(300, 1_100))));

        var forecast = LossModel.forecast(PipelineFigures.of(List.of(quiet, busy), Admission.standard(1, 4)));

        assertThat(forecast.senders().get(0).lostEvents()).isCloseTo(300 * 300 - 300 * 1_000 * 0.3, within(0.01));
        assertThat(forecast.lostEvents()).isCloseTo(300 * 400, within(0.01));
    }

    @Test
    void twoEqualSendersLoseWhatOneOfBothLoads() {
        var half = new Load(
                900,
                List.of(
                        new Segment.Constant(600, 300),
                        new Segment.Constant(120, 690),
                        new Segment.Constant(600, 300)));
        var one = new Sender("one", half, RetryWindow.custom(23.2), ENDLESS, Optional.empty());
        var other = new Sender("other", half, RetryWindow.custom(23.2), ENDLESS, Optional.empty());

        var forecast = LossModel.forecast(PipelineFigures.of(List.of(one, other), Admission.standard(1, 4)));

        assertThat(forecast.lostEvents()).isCloseTo(22_400, within(0.01));
        assertThat(forecast.senders().get(0).lostEvents()).isCloseTo(11_200, within(0.01));
        assertThat(forecast.decidedBy()).hasSize(2);
    }

    @Test
    void nothingIsLeftInFlightUnlessTheDrainLimitEndsTheRun() {
        var figures = burst(2_600, ENDLESS, ENDLESS, Optional.empty(), 1);
        var cut = new PipelineFigures(figures.senders(), figures.admission(), 1, 0, 15);
        var endless = new Sender(
                "flood",
                new Load(900, List.of(new Segment.Constant(100, 1_500))),
                RetryWindow.custom(ENDLESS),
                ENDLESS,
                Optional.empty());

        var forecast = LossModel.forecast(cut.withSenders(List.of(endless)));

        assertThat(forecast.outcomes().inFlightAtEnd()).isCloseTo(50_000, within(0.01));
        assertThat(forecast.endOfRunSeconds()).isEqualTo(100);
    }

    private static Sender sender(String name, Load load) {
        return new Sender(name, load, RetryWindow.custom(0), ENDLESS, Optional.empty());
    }

    private static double lost(PipelineFigures figures) {
        return LossModel.forecast(figures).lostEvents();
    }

    private static void assertNeverRises(double[] losses) {
        for (int i = 1; i < losses.length; i++) {
            assertThat(losses[i]).isLessThanOrEqualTo(losses[i - 1] + 1e-6);
        }
    }

    private static List<PipelineFigures> grid() {
        var all = new ArrayList<PipelineFigures>();
        for (double peak : PEAKS) {
            for (double window : WINDOWS) {
                for (double buffer : BUFFERS) {
                    for (int units : UNITS) {
                        all.add(burst(peak, window, buffer, Optional.empty(), units));
                        all.add(burst(peak, window, buffer, Optional.of(tightPods()), units));
                        all.add(inflating(burst(peak, window, buffer, Optional.of(Incident.pods()), units)));
                    }
                }
            }
        }
        return all;
    }

    private static SenderPods tightPods() {
        return new SenderPods(1_200, 8_000, 9, 30, Scaling.CpuAutoscaling.of(1, 5, 60));
    }

    private static PipelineFigures inflating(PipelineFigures figures) {
        return figures.withAdmission(figures.admission().withAutoInflate(4, 35));
    }

    private static PipelineFigures burst(
            double peak, double window, double buffer, Optional<SenderPods> pods, int units) {
        var load = new Load(
                900,
                List.of(
                        new Segment.Constant(600, 600),
                        new Segment.Constant(120, peak),
                        new Segment.Constant(900, 600)));
        var sender = new Sender("orders", load, RetryWindow.custom(window), buffer, pods);
        return PipelineFigures.of(List.of(sender), Admission.standard(units, 4));
    }

    private static PipelineFigures scaled(int factor) {
        var load = new Load(
                900,
                List.of(
                        new Segment.Constant(600, 600.0 * factor),
                        new Segment.Constant(120, 1_380.0 * factor),
                        new Segment.Constant(900, 600.0 * factor)));
        var pods =
                new SenderPods(1_200.0 * factor, 60_000.0 * factor, ENDLESS, 60, Scaling.CpuAutoscaling.of(1, 10, 80));
        var sender = new Sender("orders", load, RetryWindow.custom(20), 40_000.0 * factor, Optional.of(pods));
        var admission = new Admission(
                Tier.STANDARD,
                factor,
                false,
                factor,
                60,
                1,
                0,
                32,
                OptionalDouble.empty(),
                1_000,
                1,
                OptionalDouble.empty());
        return PipelineFigures.of(List.of(sender), admission);
    }
}
