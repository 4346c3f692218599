package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The autoscaler's arithmetic, edge by edge: the loss model, section 6.1. */
final class AutoscalingTest {
    @ParameterizedTest
    @CsvSource({
        "1.25, 1, 1, 2", // all measured
        "1.1, 10, 10, 10", // the tolerance is inclusive
        "1.101, 10, 10, 12",
        "0.9, 10, 10, 10",
        "0.89, 10, 10, 9",
        "0.25, 4, 4, 1",
        "1.25, 2, 1, 2", // half are not ready: 0.625 of the target
        "2.5, 2, 1, 3", // half are not ready: 1.25
        "2.2, 2, 1, 2", // half are not ready: inside the tolerance
        "0.75, 3, 2, 2", // fewer wanted: only the measured ones count
        "2.0, 3, 3, 6"
    })
    void theWishFollowsTheReplicaCalculator(double ratio, int replicas, int measured, int wish) {
        assertThat(CpuWish.of(ratio, replicas, measured, 0.1)).isEqualTo(wish);
    }

    @ParameterizedTest
    @CsvSource({"1, 100, 5", "3, 100, 7", "5, 100, 10", "10, 12, 12", "10, 1, 1", "10, 0, 0"})
    void theDocumentedPoliciesAllowFourPodsOrTwice(int current, int wanted, int allowed) {
        assertThat(new ScaleLimits(Behavior.documented()).limited(15, current, wanted))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"1, 100, 4", "2, 100, 4", "3, 100, 6", "8, 100, 16", "8, 1, 1"})
    void withoutABehaviorBlockItIsTwiceOrFourInTotal(int current, int wanted, int allowed) {
        assertThat(new ScaleLimits(Behavior.withoutBlock()).limited(15, current, wanted))
                .isEqualTo(allowed);
    }

    @Test
    void whatWasAddedInThePeriodCountsAgainstThePolicy() {
        var limits = new ScaleLimits(upBy(Behavior.Select.MAX, new Behavior.Policy(Behavior.Policy.Kind.PODS, 2, 60)));
        limits.note(15, 1, 2);

        assertThat(limits.limited(30, 2, 9)).isEqualTo(3);
        assertThat(limits.limited(74.9, 2, 9)).isEqualTo(3);
        assertThat(limits.limited(75, 2, 9)).isEqualTo(4);
    }

    @Test
    void minChoosesTheSmallestStepAndDisabledNone() {
        var pods = new Behavior.Policy(Behavior.Policy.Kind.PODS, 4, 15);
        var percent = new Behavior.Policy(Behavior.Policy.Kind.PERCENT, 50, 15);

        assertThat(new ScaleLimits(upBy(Behavior.Select.MIN, pods, percent)).limited(15, 3, 9))
                .isEqualTo(5);
        assertThat(new ScaleLimits(upBy(Behavior.Select.DISABLED)).limited(15, 3, 9))
                .isEqualTo(3);
    }

    /** Lag over the threshold, unless that is within a tenth of what there is: the external-metric rule. */
    @ParameterizedTest
    @CsvSource({
        "640, 64, 5, 10",
        "352, 64, 5, 5", // the tolerance is inclusive
        "353, 64, 5, 6",
        "288, 64, 5, 5",
        "287, 64, 5, 5",
        "250, 64, 5, 4",
        "0, 64, 3, 0",
        "0, 64, 0, 0",
        "1, 64, 0, 1",
        "65, 64, 0, 2"
    })
    void theLagWishIsOnePodForEveryThreshold(double lag, double threshold, int replicas, int wish) {
        assertThat(LagWish.of(lag, threshold, replicas, 0.1)).isEqualTo(wish);
    }

    @ParameterizedTest
    @CsvSource({"PODS, 2, 10, 8", "PERCENT, 50, 9, 4", "PERCENT, 10, 10, 9", "PERCENT, 100, 10, 1", "PODS, 20, 10, 1"})
    void downGoesAsFarAsThePolicyAllows(Behavior.Policy.Kind kind, int value, int current, int allowed) {
        var limits = new ScaleLimits(downBy(Behavior.Select.MAX, new Behavior.Policy(kind, value, 60)));

        assertThat(limits.limited(15, current, 1)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"MAX, 5", "MIN, 8", "DISABLED, 10"})
    void downTheFurthestTheNearestOrNoPolicyCounts(Behavior.Select select, int allowed) {
        var pods = new Behavior.Policy(Behavior.Policy.Kind.PODS, 2, 60);
        var percent = new Behavior.Policy(Behavior.Policy.Kind.PERCENT, 50, 60);

        assertThat(new ScaleLimits(downBy(select, pods, percent)).limited(15, 10, 1))
                .isEqualTo(allowed);
    }

    @Test
    void whatWentInThePeriodCountsAgainstThePolicyAndIsForgottenAfterwards() {
        var limits =
                new ScaleLimits(downBy(Behavior.Select.MAX, new Behavior.Policy(Behavior.Policy.Kind.PODS, 2, 60)));
        assertThat(limits.remembersChanges()).isFalse();
        limits.note(15, 10, 8);

        assertThat(limits.limited(74.9, 8, 1)).isEqualTo(8);
        assertThat(limits.remembersChanges()).isTrue();
        assertThat(limits.limited(75, 8, 1)).isEqualTo(6);
        assertThat(limits.remembersChanges()).isFalse();
    }

    @Test
    void downIsOnlyTheHighestWishOfTheWindow() {
        var wishes = new WishHistory(Behavior.documented());
        wishes.note(15, 3);
        wishes.note(30, 1);

        assertThat(wishes.stabilized(30, 3)).isEqualTo(3);
        wishes.note(314.9, 1);
        assertThat(wishes.stabilized(314.9, 3)).isEqualTo(3);
        wishes.note(315, 1);
        assertThat(wishes.stabilized(315, 3)).isEqualTo(1);
    }

    @Test
    void syncsSkippedInQuietTimesDecideNothing() {
        var quiet = new ArrayList<Segment>();
        var restless = new ArrayList<Segment>();
        for (int i = 0; i < 400; i++) {
            quiet.add(new Segment.Constant(10, 600));
            restless.add(new Segment.Constant(10, i % 2 == 0 ? 600 : 600.000_001));
        }

        var skipping = LossModel.forecast(twoBurstsAfter(quiet));
        var awake = LossModel.forecast(twoBurstsAfter(restless));

        assertThat(skipping.producerScaling())
                .isEqualTo(awake.producerScaling())
                .hasSizeGreaterThan(4);
        assertThat(skipping.lostEvents()).isCloseTo(awake.lostEvents(), within(0.01));
    }

    private static PipelineFigures twoBurstsAfter(List<Segment> calm) {
        var segments = new ArrayList<Segment>(calm);
        segments.add(new Segment.Constant(127, 1_380));
        segments.addAll(calm);
        segments.add(new Segment.Constant(93, 1_700));
        segments.addAll(calm);
        var figures = Incident.with(Incident.pods());
        var sender = figures.senders().get(0);
        return figures.withSenders(List.of(new Sender(
                sender.name(), new Load(900, segments), sender.window(), sender.bufferedEventsLimit(), sender.pods())));
    }

    private static Behavior downBy(Behavior.Select select, Behavior.Policy... policies) {
        return new Behavior(Behavior.documented().scaleUp(), new Behavior.Rules(300, select, List.of(policies)));
    }

    private static Behavior upBy(Behavior.Select select, Behavior.Policy... policies) {
        return new Behavior(
                new Behavior.Rules(0, select, List.of(policies)),
                Behavior.documented().scaleDown());
    }
}
