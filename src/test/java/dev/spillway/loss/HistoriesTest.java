package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Rates over time, as controllers and checkpoints remember them. */
final class HistoriesTest {
    private static final Offset<Double> EXACTLY = within(1e-9);

    @Test
    void aVolumeIsTheSumOfItsStretches() {
        var history = new RateHistory();
        history.changesTo(100, 0);
        history.changesTo(300, 10);
        history.changesTo(0, 15);

        assertThat(history.over(0, 10)).isCloseTo(1_000, EXACTLY);
        assertThat(history.over(5, 12)).isCloseTo(5 * 100 + 2 * 300, EXACTLY);
        assertThat(history.over(12, 40)).isCloseTo(3 * 300, EXACTLY);
    }

    @Test
    void theSameRateIsNoChange() {
        var history = new RateHistory();

        assertThat(history.changesTo(100, 0)).isTrue();
        assertThat(history.changesTo(100, 5)).isFalse();
        assertThat(history.changesTo(101, 6)).isTrue();
    }

    @Test
    void aHistoryRemembersMoreThanItsFirstRoom() {
        var history = new RateHistory();
        for (int second = 0; second < 1_000; second++) {
            history.changesTo(second % 2 == 0 ? 10 : 30, second);
        }

        assertThat(history.over(0, 1_000)).isCloseTo(20_000, EXACTLY);
        assertThat(history.over(500, 501)).isCloseTo(10, EXACTLY);
    }

    @Test
    void usageIsWhatWasSentOfWhatCouldHaveBeen() {
        var usage = new PodUsage();

        assertThat(usage.changesTo(50, 100, 0)).isTrue();
        assertThat(usage.changesTo(50, 100, 5)).isFalse();
        assertThat(usage.changesTo(90, 100, 10)).isTrue();
        assertThat(usage.changesTo(90, 200, 20)).isTrue();

        assertThat(usage.steadySinceSeconds()).isEqualTo(20);
        assertThat(usage.share(5, 15)).isCloseTo(0.7, EXACTLY);
        assertThat(usage.share(15, 25)).isCloseTo(900 / 1_500.0, EXACTLY);
    }

    @Test
    void theLastSecondsAreAllThatACheckpointCanLose() {
        var recent = new RecentRate(10);
        recent.change(100, 0);

        assertThat(recent.volume(4)).isCloseTo(400, EXACTLY);
        assertThat(recent.volume(25)).isCloseTo(1_000, EXACTLY);

        recent.change(300, 25);

        assertThat(recent.volume(25)).isCloseTo(1_000, EXACTLY);
        assertThat(recent.volume(29)).isCloseTo(6 * 100 + 4 * 300, EXACTLY);
        assertThat(recent.volume(35)).isCloseTo(3_000, EXACTLY);
    }

    @Test
    void whatIsOlderIsForgottenAndNothingElse() {
        var recent = new RecentRate(10);
        for (int i = 0; i < 1_000; i++) {
            recent.change(i % 2 == 0 ? 10 : 30, 0.5 * i);
        }
        var copy = recent.copy();
        recent.change(1_000, 500);

        assertThat(recent.volume(500)).isCloseTo(200, EXACTLY);
        assertThat(recent.volume(501)).isCloseTo(180 + 1_000, EXACTLY);
        assertThat(copy.volume(501)).isCloseTo(180 + 30, EXACTLY);
    }

    @Test
    void aCurveOfStepsIsWalkedForwards() {
        var curve = new StepCurve();
        curve.note(0, 5);
        curve.note(10, 5);
        curve.note(20, 7);
        curve.note(20, 8);
        for (int i = 0; i < 40; i++) {
            curve.note(30 + i, i);
        }
        var cursor = curve.cursor();

        assertThat(cursor.valueAt(0)).isEqualTo(5);
        assertThat(cursor.nextChangeSeconds()).isEqualTo(20);
        assertThat(cursor.valueAt(20)).isEqualTo(8);
        assertThat(cursor.nextChangeSeconds()).isEqualTo(30);
        assertThat(cursor.valueAt(69.5)).isEqualTo(39);
        assertThat(cursor.nextChangeSeconds()).isInfinite();
        assertThat(StepCurve.of(3).cursor().valueAt(99)).isEqualTo(3);
    }

    @Test
    void tokensComeWithTheCapacityAndAreKeptForSeconds() {
        var capacity = new StepCurve();
        capacity.note(0, 100);
        capacity.note(10, 50);
        var bucket = new TokenBucket(capacity, 2);

        assertThat(bucket.admits(150)).isTrue();
        assertThat(bucket.admits(51)).isFalse();
        assertThat(bucket.admits(50)).isTrue();
        bucket.advanceTo(0.5);
        assertThat(bucket.has(50)).isTrue();
        assertThat(bucket.has(51)).isFalse();
        bucket.advanceTo(9);
        assertThat(bucket.has(200)).isTrue();
        assertThat(bucket.nextChangeSeconds()).isEqualTo(10);
        bucket.advanceTo(10);
        assertThat(bucket.eventsPerSecond()).isEqualTo(50);
        bucket.take(100);
        assertThat(bucket.has(1)).isFalse();
    }

    @Test
    void aSendLargerThanTheBucketNeedsAFullOneAndLeavesADebt() {
        var bucket = new TokenBucket(StepCurve.of(100), 1);

        assertThat(bucket.admits(300)).isTrue();
        bucket.advanceTo(2);
        assertThat(bucket.has(1)).isFalse();
        bucket.advanceTo(2.5);
        assertThat(bucket.has(50)).isTrue();
        assertThat(bucket.has(51)).isFalse();
    }

    @Test
    void aFlowLastsUntilTheBucketIsEmpty() {
        var bucket = new TokenBucket(StepCurve.of(100), 1);

        assertThat(bucket.secondsOfFlow(100)).isInfinite();
        assertThat(bucket.secondsOfFlow(150)).isCloseTo(2, EXACTLY);
        bucket.flow(150, 1);
        assertThat(bucket.secondsOfFlow(150)).isCloseTo(1, EXACTLY);
        bucket.flow(150, 5);
        assertThat(bucket.secondsOfFlow(150)).isZero();
        bucket.flow(50, 6);
        assertThat(bucket.secondsOfFlow(200)).isCloseTo(0.5, EXACTLY);
        assertThat(new TokenBucket(StepCurve.of(0), 1).admits(1)).isFalse();
    }

    @Test
    void aBucketFillsAtTheOldCapacityUntilItChanges() {
        var capacity = new StepCurve();
        capacity.note(0, 10);
        capacity.note(10, 100);
        var bucket = new TokenBucket(capacity, 20);
        bucket.take(200);

        bucket.advanceTo(11);

        assertThat(bucket.has(10 * 10 + 100)).isTrue();
        assertThat(bucket.has(10 * 10 + 101)).isFalse();
    }

    @Test
    void aFlowGoesOnUntilTheCapacityChanges() {
        var capacity = new StepCurve();
        capacity.note(0, 100);
        capacity.note(10, 30);
        var bucket = new TokenBucket(capacity, 1);

        bucket.flow(100, 10);

        assertThat(bucket.eventsPerSecond()).isEqualTo(30);
        assertThat(bucket.has(30)).isTrue();
        assertThat(bucket.secondsOfFlow(45)).isCloseTo(2, EXACTLY);
    }

    @Test
    void wishesAgreeAsSoonAsTheOtherOnesAreTooOld() {
        var wishes = new WishHistory(Behavior.documented());
        wishes.note(15, 3);
        assertThat(wishes.isUnanimous()).isTrue();

        wishes.note(30, 2);
        assertThat(wishes.isUnanimous()).isFalse();

        wishes.note(314.9, 2);
        assertThat(wishes.isUnanimous()).isFalse();

        wishes.note(315, 2);
        assertThat(wishes.isUnanimous()).isTrue();
    }

    /** What was not computed between 15 and 600 s was the wish for three pods all the time. */
    @Test
    void aWishThatWasRepeatedUnseenCountsToTheEnd() {
        var wishes = new WishHistory(Behavior.documented());
        wishes.note(15, 3);

        wishes.repeatLastAt(600);
        wishes.note(615, 1);

        assertThat(wishes.stabilized(615, 3)).isEqualTo(3);
        wishes.repeatLastAt(615);
        wishes.note(900, 1);
        assertThat(wishes.stabilized(900, 3)).isEqualTo(1);
    }

    @Test
    void upIsOnlyTheLowestWishOfItsWindow() {
        var up = new Behavior.Rules(
                60, Behavior.Select.MAX, Behavior.documented().scaleUp().policies());
        var wishes = new WishHistory(new Behavior(up, Behavior.documented().scaleDown()));
        wishes.note(15, 4);
        wishes.note(30, 9);

        assertThat(wishes.stabilized(30, 2)).isEqualTo(4);
        wishes.note(74.9, 9);
        assertThat(wishes.stabilized(74.9, 2)).isEqualTo(4);
        wishes.note(75, 9);
        assertThat(wishes.stabilized(75, 2)).isEqualTo(9);
    }
}
