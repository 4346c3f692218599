package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs, consumers and who owns what, against closed forms: the loss model, sections 4.1, 5 and 6. */
final class ReadersTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;
    private static final Offset<Double> EXACTLY = within(0.01);

    @ParameterizedTest
    @CsvSource({"7200, 1, 1080000", "3600, 1, 0", "7200, 2, 0", "10800, 2, 1080000"})
    void whatOutlivesTheRetentionIsLost(double outage, double hours, double lost) {
        var forecast = LossModel.forecast(
                steady(300, 14_400, 8, Reading.by(readers(200, 4)).keptFor(hours))
                        .withFaults(List.of(new Fault.ConsumerOutage(3_600, outage)), DisasterRecovery.NONE));

        assertThat(forecast.outcomes().lostByRetention()).isCloseTo(lost, EXACTLY);
        assertThat(forecast.lossCauses().retentionExceeded()).isCloseTo(lost, EXACTLY);
        assertThat(forecast.delaySeconds().maximum()).isCloseTo(Math.min(outage, 3_600 * hours), EXACTLY);
    }

    @Test
    void readersThatAreTooSlowAfterAnOutageGoOnLosingAtTheDifference() {
        var forecast = LossModel.forecast(
                steady(300, 3_600, 4, Reading.by(readers(50, 4)).keptFor(0.1)));

        // The head is 360 s old once 300 t - 200 t reaches 300 * 360 - 200 * 360 ... from t = 1,080 s on 100 are lost a
        // second.
        assertThat(forecast.firstLossAtSeconds().orElseThrow()).isCloseTo(1_080, EXACTLY);
        assertThat(forecast.outcomes().lostByRetention()).isCloseTo(100 * (3_600 + 360 - 1_080.0), EXACTLY);
        assertThat(forecast.decidedBy().get(0).constraint()).isEqualTo(LossForecast.Constraint.RETENTION);
    }

    @Test
    void captureKeepsForAReplayWhatTheRetentionDrops() {
        var reading = Reading.by(readers(50, 4)).keptFor(0.1);
        var captured = new Reading(reading.retentionSeconds(), true, 1, reading.consumers());

        var without = LossModel.forecast(steady(300, 3_600, 4, reading)).outcomes();
        var with = LossModel.forecast(steady(300, 3_600, 4, captured)).outcomes();

        assertThat(with.lostByRetention()).isZero();
        assertThat(with.recoverableFromCapture()).isEqualTo(without.lostByRetention());
    }

    @Test
    void anUnevenSplitReadsAsFastAsTheFullestPod() {
        var forecast = LossModel.forecast(steady(1_000, 600, 4, Reading.by(readers(450, 3))));

        // Four partitions on three pods: one pod has two of them, 500 events a second, and reads 450.
        assertThat(forecast.peaks().partitionLogBacklog()).isCloseTo(50 * 600.0, EXACTLY);
    }

    @Test
    void thePumpOfAPartitionLimitsItWhateverThePod() {
        var pumped = new Consumers(
                10_000,
                200,
                PodStart.after(30),
                new Scaling.Fixed(2),
                Consumers.Balancing.STANDARD,
                Consumers.Checkpoints.STANDARD);

        var forecast = LossModel.forecast(steady(1_000, 100, 4, Reading.by(pumped)));

        assertThat(forecast.peaks().partitionLogBacklog()).isCloseTo((1_000 - 4 * 200) * 100.0, EXACTLY);
    }

    @Test
    void groupsShareWhatTheUnitsLetOut() {
        var reading = new Reading(86_400, false, 5, readers(2_000, 2));
        var load = new Load(500, List.of(new Segment.Constant(100, 900)));

        var forecast = LossModel.forecast(PipelineFigures.of(List.of(sender(load, 0)), Admission.standard(1, 4))
                .withReading(reading));

        // 2 MB a second are 4,000 events of 500 bytes, 800 for each of five groups.
        assertThat(forecast.peaks().partitionLogBacklog()).isCloseTo((900 - 800) * 100.0, EXACTLY);
    }

    @Test
    void aCpuAutoscalerIsContentAboveThePartitionsWhileTheLagGrows() {
        var scaling = Scaling.CpuAutoscaling.of(4, 20, 70);
        var forecast = LossModel.forecast(PipelineFigures.of(
                        List.of(sender(new Load(900, List.of(new Segment.Constant(3_600, 3_000))), 0)),
                        Admission.standard(3, 4))
                .withReading(Reading.by(Consumers.of(500, scaling))));

        assertThat(forecast.peaks().consumerPods()).hasValue(6);
        assertThat(forecast.peaks().partitionLogBacklog()).isGreaterThan(3_000_000);
    }

    @Test
    void aLagAutoscalerForgetsTheLoadOnceTheBacklogIsGone() {
        var scaling = new Scaling.LagAutoscaling(4, 12, 64, 0.1, Behavior.documented());
        var forecast = LossModel.forecast(PipelineFigures.of(
                        List.of(sender(new Load(900, List.of(new Segment.Constant(3_600, 3_000))), 0)),
                        Admission.standard(4, 12))
                .withReading(Reading.by(Consumers.of(500, scaling))));

        var pods = forecast.consumerScaling().stream()
                .map(LossForecast.ScalingStep::toReplicas)
                .toList();
        assertThat(pods).startsWith(8, 12).contains(4);
        assertThat(pods.subList(pods.indexOf(4), pods.size())).contains(8, 12);
    }

    @Test
    void thirtyTwoPartitionsWanderToASecondPodOneByOneOrAllAtOnce() {
        var balanced = LossModel.forecast(secondPod(Consumers.Strategy.BALANCED));
        var greedy = LossModel.forecast(secondPod(Consumers.Strategy.GREEDY));

        assertThat(lastHandover(balanced)).isCloseTo(60 + 15 * 10 + 2, EXACTLY);
        assertThat(lastHandover(greedy)).isCloseTo(60 + 2, EXACTLY);
        double oneByOne =
                IntStream.range(0, 16).mapToDouble(i -> 5_000.0 / (32 - i)).sum();
        assertThat(balanced.duplicateCauses().handover()).isCloseTo(oneByOne, EXACTLY);
        assertThat(greedy.duplicateCauses().handover()).isCloseTo(2_500, EXACTLY);
    }

    @Test
    void aPodThatStopsWithoutACheckpointRepeatsWhatItReadSince() {
        var with = LossModel.forecast(shrinking(true));
        var without = LossModel.forecast(shrinking(false));

        assertThat(with.consumerScaling()).isNotEmpty();
        assertThat(with.duplicateCauses().shutdown()).isZero();
        assertThat(without.duplicateCauses().shutdown()).isGreaterThan(0);
        assertThat(without.outcomes()).isEqualTo(with.outcomes());
    }

    @Test
    void aPodWithoutASlotWaitsForANode() {
        var start = new PodStart(30, 1, 2, 180, 10);
        var fleet = new PodFleet(1, start);

        fleet.scaleTo(5, 100);

        // One slot is free, two pods fill the first node, one waits on the second.
        assertThat(fleet.readyBy(129)).isEqualTo(1);
        assertThat(fleet.readyBy(130)).isEqualTo(2);
        assertThat(fleet.readyBy(319)).isEqualTo(2);
        assertThat(fleet.readyBy(320)).isEqualTo(5);
        fleet.scaleTo(4, 400);
        fleet.scaleTo(6, 500);
        assertThat(fleet.readyBy(530)).isEqualTo(6);
        fleet.scaleTo(7, 600);
        assertThat(fleet.readyBy(819)).isEqualTo(6);
        assertThat(fleet.readyBy(820)).isEqualTo(7);
    }

    @Test
    void onlyHotPartitionsMakeAHotPartition() {
        var even = Admission.standard(4, 8);
        var load = new Load(900, List.of(new Segment.Constant(100, 3_000)));

        var hot = LossModel.forecast(PipelineFigures.of(List.of(sender(load, 0)), even.withHotPartition(0.4)));
        var alsoEven = LossModel.forecast(PipelineFigures.of(List.of(sender(load, 0)), even.withHotPartition(1 / 8.0)));

        assertThat(hot.lostEvents()).isCloseTo((0.4 * 3_000 - 1_000) * 100, EXACTLY);
        assertThat(alsoEven.lostEvents()).isZero();
    }

    @Test
    void aHotPartitionNeverInflatesTheNamespace() {
        var load = new Load(900, List.of(new Segment.Constant(1_000, 3_000)));
        var admission = Admission.standard(4, 8).withHotPartition(0.5).withAutoInflate(10, 20);

        var forecast = LossModel.forecast(PipelineFigures.of(List.of(sender(load, 0)), admission));

        assertThat(forecast.autoInflate()).isEmpty();
        assertThat(forecast.lostEvents()).isCloseTo(500 * 1_000.0, EXACTLY);
    }

    @Test
    void inflateClimbsAStaircaseWhileTheBacklogGrows() {
        var load = new Load(900, List.of(new Segment.Constant(600, 3_500)));
        var admission = Admission.standard(1, 8).withAutoInflate(4, 30);

        var forecast = LossModel.forecast(PipelineFigures.of(List.of(sender(load, ENDLESS)), admission));

        assertThat(forecast.peaks().producerRetryBacklog()).isCloseTo(135_000, EXACTLY);
        assertThat(forecast.autoInflate())
                .extracting(LossForecast.InflateStep::atSeconds)
                .containsExactly(30.0, 60.0, 90.0);
    }

    @Test
    void anotherHotPartitionCannotHelpASenderOfColdOnes() {
        var hot = new Sender(
                "hot",
                new Load(900, List.of(new Segment.Constant(100, 3_000))),
                RetryWindow.custom(0),
                ENDLESS,
                Optional.empty());
        var quiet = new Sender(
                "quiet",
                new Load(900, List.of(new Segment.Constant(100, 300))),
                RetryWindow.custom(0),
                ENDLESS,
                Optional.empty());

        var forecast = LossModel.forecast(PipelineFigures.of(
                List.of(hot, quiet), Admission.standard(10, 8).withHotPartition(0.5)));

        // The hot partition takes 1,000 of the 1,650 that are meant for it, shared by traffic.
        assertThat(forecast.lostEvents()).isCloseTo(650 * 100.0, EXACTLY);
        assertThat(forecast.senders().get(1).lostEvents()).isCloseTo(650 * 100.0 / 11, EXACTLY);
    }

    @Test
    void premiumLetsInWhatItsOwnerMeasured() {
        var load = new Load(1_000, List.of(new Segment.Constant(100, 12_000)));

        var forecast = LossModel.forecast(PipelineFigures.of(List.of(sender(load, 0)), Admission.premium(2, 5, 4)));

        assertThat(forecast.lostEvents()).isCloseTo(2_000 * 100.0, EXACTLY);
    }

    @Test
    void moreUnitsWithAShortRetentionCanLoseMore() {
        var load = new Load(900, List.of(new Segment.Constant(1_000, 3_000)));
        var reading = new Reading(100, false, 1, readers(500, 2));

        double oneUnit = LossModel.forecast(PipelineFigures.of(List.of(sender(load, ENDLESS)), Admission.standard(1, 4))
                        .withReading(reading))
                .lostEvents();
        double threeUnits = LossModel.forecast(
                        PipelineFigures.of(List.of(sender(load, ENDLESS)), Admission.standard(3, 4))
                                .withReading(reading))
                .lostEvents();

        assertThat(oneUnit).isZero();
        assertThat(threeUnits).isCloseTo(3_000_000 - 1_000 * 1_100.0, EXACTLY);
    }

    private static PipelineFigures secondPod(Consumers.Strategy strategy) {
        var consumers = new Consumers(
                500,
                ENDLESS,
                PodStart.after(30),
                Scaling.CpuAutoscaling.of(1, 2, 80),
                new Consumers.Balancing(strategy, 10, 2),
                Consumers.Checkpoints.STANDARD);
        return steady(800, 400, 32, Reading.by(consumers));
    }

    private static double lastHandover(LossForecast forecast) {
        var timeline = forecast.timeline();
        double last = 0;
        for (int i = 1; i < timeline.size(); i++) {
            boolean rises =
                    timeline.get(i).readPerSecond() > timeline.get(i - 1).readPerSecond() + 1e-6;
            last = rises ? timeline.get(i).atSeconds() : last;
        }
        return last;
    }

    private static PipelineFigures shrinking(boolean checkpointOnShutdown) {
        var down = new Behavior.Rules(
                0, Behavior.Select.MAX, List.of(new Behavior.Policy(Behavior.Policy.Kind.PERCENT, 100, 15)));
        var consumers = new Consumers(
                200,
                ENDLESS,
                PodStart.after(30),
                Scaling.CpuAutoscaling.of(1, 4, 50)
                        .withBehavior(new Behavior(Behavior.documented().scaleUp(), down)),
                Consumers.Balancing.STANDARD,
                new Consumers.Checkpoints(10, checkpointOnShutdown));
        var load = new Load(900, List.of(new Segment.Constant(300, 500), new Segment.Constant(300, 100)));
        return PipelineFigures.of(List.of(sender(load, 0)), Admission.standard(1, 4))
                .withReading(Reading.by(consumers));
    }

    private static Consumers readers(double podEventsPerSecond, int replicas) {
        return Consumers.of(podEventsPerSecond, new Scaling.Fixed(replicas));
    }

    private static PipelineFigures steady(double rate, double seconds, int partitions, Reading reading) {
        var load = new Load(500, List.of(new Segment.Constant(seconds, rate)));
        return PipelineFigures.of(List.of(sender(load, 0)), Admission.standard(1, partitions))
                .withReading(reading);
    }

    private static Sender sender(Load load, double window) {
        return new Sender("orders", load, RetryWindow.custom(window), ENDLESS, Optional.empty());
    }
}
