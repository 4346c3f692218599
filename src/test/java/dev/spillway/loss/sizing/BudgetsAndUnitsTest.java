package dev.spillway.loss.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.facts.Prices;
import dev.spillway.facts.Tier;
import dev.spillway.loss.Admission;
import dev.spillway.loss.Consumers;
import dev.spillway.loss.Load;
import dev.spillway.loss.LossModel;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.Reading;
import dev.spillway.loss.RetryPolicies;
import dev.spillway.loss.RetryPolicy;
import dev.spillway.loss.RetryWindow;
import dev.spillway.loss.Scaling;
import dev.spillway.loss.Segment;
import dev.spillway.loss.Sender;
import dev.spillway.loss.SenderPods;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts that sizing is made of, each by hand: budgets, units for sale, prices, and what a lever changes. */
final class BudgetsAndUnitsTest {
    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    @Test
    void theTighterLimitOfABudgetCounts() {
        assertThat(budget(0.01, 500).events(10_000)).isEqualTo(100);
        assertThat(budget(0.01, 50).events(10_000)).isEqualTo(50);
        assertThat(budget(0.01, ENDLESS).events(10_000)).isEqualTo(100);
        assertThat(Allowance.NOTHING.events(10_000)).isZero();
    }

    @Test
    void aBudgetIsKeptUpToItsLimitAndRounding() {
        assertThat(budget(ENDLESS, 50).covers(50, 10_000)).isTrue();
        assertThat(budget(ENDLESS, 50).covers(50.004, 10_000)).isTrue();
        assertThat(budget(ENDLESS, 50).covers(50.01, 10_000)).isFalse();
    }

    @Test
    void nothingIsAllowedOnlyByTheBestEstimateAndWithoutAnyBudget() {
        var byHighEnd = new Allowance(OptionalDouble.empty(), OptionalDouble.empty(), true);

        assertThat(Allowance.NOTHING.isNothing(figures())).isTrue();
        assertThat(budget(0.01, ENDLESS).isNothing(figures())).isFalse();
        assertThat(byHighEnd.isNothing(figures())).isFalse();
    }

    @Test
    void standardIsSoldByTheUnitAndPremiumInPowersOfTwo() {
        assertThat(UnitLadder.of(Tier.STANDARD).most()).isEqualTo(40);
        assertThat(UnitLadder.of(Tier.STANDARD).at(0)).isEqualTo(1);
        assertThat(UnitLadder.of(Tier.PREMIUM).units()).containsExactly(1, 2, 4, 8, 16);
        assertThat(UnitLadder.of(Tier.PREMIUM).stepOf(4)).isEqualTo(2);
        assertThat(UnitLadder.of(Tier.PREMIUM).stepOf(5)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "BASIC, THROUGHPUT_UNITS",
        "STANDARD, THROUGHPUT_UNITS",
        "PREMIUM, PROCESSING_UNITS",
        "DEDICATED, CAPACITY_UNITS"
    })
    void everyTierHasItsUnits(Tier tier, Setting units) {
        assertThat(Setting.unitsOf(tier)).isEqualTo(units);
        assertThat(units.isOfUnits()).isTrue();
        assertThat(Setting.INFLATE_CEILING.isOfUnits()).isTrue();
        assertThat(Setting.PARTITIONS.isOfUnits()).isFalse();
    }

    /** Events are billed in blocks of 64 KB, a byte more is a further one. */
    @ParameterizedTest
    @CsvSource({"1, 1", "64000, 1", "64001, 2", "192001, 4"})
    void anEventIsBilledByTheBlock(double bytes, int blocks) {
        var sender = sender("s", bytes, 100, Optional.empty());
        var figures = PipelineFigures.of(List.of(sender), Admission.standard(1, 4));

        double million = 100 * 730 * 3_600 / 1e6;
        assertThat(MonthlyCost.of(figures).floor())
                .isCloseTo(
                        Prices.unit(Tier.STANDARD)
                                + blocks
                                        * million
                                        * Prices.ingressPerMillion(Tier.STANDARD)
                                                .orElseThrow(),
                        within(1e-6));
    }

    /** One unit lets in 1,000 a second. */
    @ParameterizedTest
    @CsvSource({"999, 1, true", "1000, 1, true", "1001, 1, false", "1001, 2, true"})
    void unitsSustainAMeanLoadUpToTheirRate(double mean, int units, boolean sustained) {
        var figures = PipelineFigures.of(List.of(sender("s", 900, mean, Optional.empty())), Admission.standard(1, 4));

        assertThat(Levers.sustains(figures, units)).isEqualTo(sustained);
    }

    @Test
    void unitsThatNeedNotGrowAreFixed() {
        var inflating = figures().withAdmission(Admission.standard(1, 4).withAutoInflate(5, 45));

        assertThat(Levers.inflating(inflating, 3, 3).admission().autoInflate()).isFalse();
        assertThat(Levers.inflating(inflating, 2, 4).admission().maximumThroughputUnits())
                .isEqualTo(4);
        assertThat(Levers.inflating(inflating, 2, 4).admission().throughputUnits())
                .isEqualTo(2);
        assertThat(Levers.inflating(inflating, 2, 4).admission().autoInflateReactionSeconds())
                .isEqualTo(45);
    }

    @Test
    void oneSenderChangesAndTheOthersStay() {
        var two = PipelineFigures.of(
                List.of(sender("a", 900, 10, Optional.of(pods())), sender("b", 900, 10, Optional.of(pods()))),
                Admission.standard(1, 4));

        var replicas = Levers.replicas(two, 1, 3);
        var held = Levers.held(two, 0, 2, 70);

        assertThat(replicas.senders().get(0)).isEqualTo(two.senders().get(0));
        assertThat(replicas.senders().get(1).pods().orElseThrow().scaling()).isEqualTo(new Scaling.Fixed(3));
        assertThat(held.senders().get(0).pods().orElseThrow())
                .isEqualTo(pods().sendingAtMost(70).withScaling(new Scaling.Fixed(2)));
        assertThat(held.senders().get(1)).isEqualTo(two.senders().get(1));
    }

    @Test
    void leversReachEverySender() {
        var two = PipelineFigures.of(
                List.of(sender("a", 900, 10, Optional.of(pods())), sender("b", 900, 10, Optional.empty())),
                Admission.standard(1, 4));

        assertThat(Levers.window(two, 77).senders())
                .extracting(sender -> sender.window().guaranteedSeconds())
                .containsExactly(77.0, 77.0);
        assertThat(Levers.clientBuffer(two, 88).senders())
                .extracting(Sender::bufferedEventsLimit)
                .containsExactly(88.0, 88.0);
        assertThat(Levers.podBuffer(two, 99)
                        .senders()
                        .get(0)
                        .pods()
                        .orElseThrow()
                        .bufferedEventsPerPod())
                .isEqualTo(99);
        assertThat(Levers.podBuffer(two, 99).senders().get(1))
                .isEqualTo(two.senders().get(1));
        assertThat(Levers.partitions(two, 9).admission().partitionCount()).isEqualTo(9);
    }

    @Test
    void readersAndRetentionChangeWhereSomebodyReads() {
        var read = figures().withReading(Reading.by(Consumers.of(100, new Scaling.Fixed(1))));

        assertThat(Levers.readers(read, 4).reading().orElseThrow().consumers().scaling())
                .isEqualTo(new Scaling.Fixed(4));
        assertThat(Levers.retention(read, 3).reading().orElseThrow().retentionHours())
                .isCloseTo(3, EXACTLY);
        assertThat(Levers.readers(figures(), 4)).isEqualTo(figures());
        assertThat(Levers.retention(figures(), 3)).isEqualTo(figures());
    }

    /** The Java client is simulated by its settings: seven retries guarantee 149.5 s. */
    @Test
    void aClientThatIsSimulatedByItsSettingsGetsSettings() {
        var window = RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, RetryPolicy.LIBRARY_DEFAULT);
        var java = sender("s", 900, 10, Optional.empty()).withWindow(window);
        var figures = PipelineFigures.of(List.of(java), Admission.standard(1, 4));

        assertThat(Levers.window(figures, 149).senders().get(0).window().policy())
                .contains(RetryPolicies.withRetries(7));
        assertThat(Levers.window(figures, 1e6).senders().get(0).window().policy())
                .contains(RetryPolicies.longest());
    }

    /** 1,000 a second, three parts to one: 750 for the first, in as many pods as it may have, and 250 for the other. */
    @Test
    void whoHoldsBackGetsItsShareOfTheDoor() {
        var many = new SenderPods(600, ENDLESS, ENDLESS, 30, Scaling.CpuAutoscaling.of(1, 2, 70));
        var one = new SenderPods(400, ENDLESS, ENDLESS, 30, new Scaling.Fixed(1));
        var a = new Sender(
                "a", Load.burst(300, 1_350, 0, 60, 1_200, 900), RetryWindow.custom(0), ENDLESS, Optional.of(many));
        var b = new Sender(
                "b", Load.burst(100, 450, 0, 60, 1_200, 900), RetryWindow.custom(0), ENDLESS, Optional.of(one));
        var figures = PipelineFigures.of(List.of(a, b), Admission.standard(3, 4).withAutoInflate(5, 60));

        Design held =
                new RateLimit(figures, new Trials(Allowance.NOTHING)).find(5).orElseThrow();

        assertThat(held.changes())
                .containsExactly(
                        new Change(Setting.THROUGHPUT_UNITS, "", 1, ""),
                        new Change(Setting.INFLATE_CEILING, "", 0, "auto-inflate off"),
                        new Change(Setting.REPLICAS, "a", 1, "minReplicas and maxReplicas"),
                        new Change(Setting.RATE_LIMIT, "a", 600, "events per second and pod"),
                        new Change(Setting.REPLICAS, "b", 1, "minReplicas and maxReplicas"),
                        new Change(Setting.RATE_LIMIT, "b", 250, "events per second and pod"));
        assertThat(LossModel.forecast(held.figures()).lostEvents()).isZero();
    }

    @Test
    void nobodyHoldsBackWithoutPodsOrWithTooFewUnits() {
        var trials = new Trials(Allowance.NOTHING);
        var busy = PipelineFigures.of(List.of(sender("s", 900, 1_500, Optional.of(pods()))), Admission.standard(2, 4));

        assertThat(new RateLimit(figures(), trials).find(40)).isEmpty();
        assertThat(new RateLimit(busy, trials).find(1)).isEmpty();
    }

    private static Allowance budget(double ratio, double count) {
        return new Allowance(
                ratio == ENDLESS ? OptionalDouble.empty() : OptionalDouble.of(ratio),
                count == ENDLESS ? OptionalDouble.empty() : OptionalDouble.of(count),
                false);
    }

    private static PipelineFigures figures() {
        return PipelineFigures.of(List.of(sender("s", 900, 10, Optional.empty())), Admission.standard(1, 4));
    }

    private static SenderPods pods() {
        return new SenderPods(2_000, 1_000, ENDLESS, 30, new Scaling.Fixed(1));
    }

    private static Sender sender(String name, double bytes, double eventsPerSecond, Optional<SenderPods> pods) {
        var load = new Load(bytes, List.of(new Segment.Constant(600, eventsPerSecond)));
        return new Sender(name, load, RetryWindow.custom(10), ENDLESS, pods);
    }
}
