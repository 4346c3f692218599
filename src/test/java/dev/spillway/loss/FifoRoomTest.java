package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The one queue that pods, retries and logs are made of, state by state: the table of the loss model, section 5. */
final class FifoRoomTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;
    private static final Offset<Double> EXACTLY = within(1e-6);

    private final List<double[]> left = new ArrayList<>();

    @Test
    void whatIsServedAtOnceNeverWaits() {
        var room = new FifoRoom(20, 5_000);

        run(room, 0, 10, 100, 100);

        assertThat(room.isEmpty()).isTrue();
        assertThat(room.secondsToChange(10)).isInfinite();
        assertThat(room.servedEvents()).isCloseTo(1_000, EXACTLY);
        assertThat(room.peakEvents()).isZero();
    }

    @Test
    void theDifferenceWaitsAndTheHeadLeavesFirst() {
        var room = new FifoRoom(ENDLESS, ENDLESS);

        run(room, 0, 10, 300, 100);

        assertThat(room.content()).isCloseTo(2_000, EXACTLY);
        assertThat(room.peakEvents()).isCloseTo(2_000, EXACTLY);
        assertThat(room.headEnteredSeconds(10)).isCloseTo(10.0 / 3, EXACTLY);
        room.settle(10, 0, 100);
        assertThat(room.secondsToChange(10)).isCloseTo(20, EXACTLY);
        assertThat(room.rates().net()).isEqualTo(-100);
    }

    @Test
    void theRoomIsFullWhenTheLimitIsReachedAndTheRestIsTurnedAway() {
        var room = new FifoRoom(ENDLESS, 1_000);
        room.settle(0, 300, 100);

        assertThat(room.secondsToChange(0)).isCloseTo(5, EXACTLY);

        run(room, 0, 5, 300, 100);
        run(room, 5, 7, 300, 100);

        assertThat(room.rates().accepted()).isEqualTo(100);
        assertThat(room.rates().losesEvents()).isTrue();
        assertThat(room.overflowEvents()).isCloseTo(2 * 200, EXACTLY);
        assertThat(room.lostEvents()).isCloseTo(2 * 200, EXACTLY);
        assertThat(room.content()).isCloseTo(1_000, EXACTLY);
    }

    @Test
    void aFullRoomTakesAllOfALoadThatIsNoMoreThanItServes() {
        var room = new FifoRoom(ENDLESS, 1_000);
        run(room, 0, 5, 300, 100);

        room.settle(5, 80, 100);

        assertThat(room.rates().accepted()).isEqualTo(80);
        assertThat(room.rates().losesEvents()).isFalse();
    }

    @Test
    void theHeadIsGivenUpWhenItReachesThePatience() {
        var room = new FifoRoom(20, ENDLESS);
        room.settle(0, 300, 100);

        // A head that came at s has the age 2 s when it is served: 20 s are reached after 300 * 20 / 200 = 30 s.
        assertThat(room.secondsToChange(0)).isCloseTo(30, EXACTLY);

        run(room, 0, 30, 300, 100);
        run(room, 30, 33, 300, 100);

        assertThat(room.rates().expired()).isEqualTo(200);
        assertThat(room.expiredEvents()).isCloseTo(3 * 200, EXACTLY);
        assertThat(room.servedEvents()).isCloseTo(33 * 100, EXACTLY);
        assertThat(room.content()).isCloseTo(20 * 300, EXACTLY);
    }

    @Test
    void aHeadThatIsServedFastEnoughIsNotGivenUpThoughItIsOld() {
        var room = new FifoRoom(20, ENDLESS);
        run(room, 0, 30, 300, 100);

        room.settle(30, 300, 300);

        assertThat(room.rates().expired()).isZero();
        assertThat(room.rates().served()).isEqualTo(300);
    }

    @Test
    void aChangeOfTheHeadCountsOnlyOnceItCouldReachThePatience() {
        var room = new FifoRoom(20, ENDLESS);
        run(room, 0, 3, 300, 100);
        run(room, 3, 5, 150, 100);
        room.settle(5, 120, 100);

        // The head came at 5 / 3 s, so no event is 20 s old before another 20 - (5 - 5 / 3) s have gone.
        assertThat(room.secondsToChange(5)).isCloseTo(20 - 10.0 / 3, EXACTLY);
    }

    @Test
    void whatIsGivenUpFollowsTheRateAtWhichItCame() {
        var room = new FifoRoom(20, ENDLESS);
        run(room, 0, 25, 300, 100);
        run(room, 25, 30, 500, 100);
        room.settle(30, 100, 100);

        // Heads of the first rate are 20 s old from here until those that came at 25 s are, in 45 - 30 s.
        assertThat(room.rates().expired()).isEqualTo(200);
        assertThat(room.secondsToChange(30)).isCloseTo(15, EXACTLY);

        run(room, 30, 45, 100, 100);
        room.settle(45, 100, 100);

        assertThat(room.rates().expired()).isEqualTo(400);
    }

    @Test
    void withoutPatienceOrRoomTheRestIsLostAtOnce() {
        var impatient = new FifoRoom(0, ENDLESS);
        var tiny = new FifoRoom(20, 0);

        run(impatient, 0, 10, 300, 100);
        run(tiny, 0, 10, 300, 100);

        assertThat(impatient.expiredEvents()).isCloseTo(2_000, EXACTLY);
        assertThat(impatient.overflowEvents()).isZero();
        assertThat(tiny.overflowEvents()).isCloseTo(2_000, EXACTLY);
        assertThat(tiny.expiredEvents()).isZero();
        assertThat(impatient.secondsToChange(10)).isInfinite();
        assertThat(tiny.servedEvents()).isCloseTo(1_000, EXACTLY);
    }

    @Test
    void whatLeavesIsInTheOrderInWhichItCame() {
        var room = new FifoRoom(ENDLESS, ENDLESS);
        run(room, 0, 10, 200, 0);
        run(room, 10, 20, 100, 0);

        run(room, 20, 40, 0, 100);

        // rate, entered from, entered to, left from, left to: 20 s at 100 a second empty what came in 10 s at 200.
        assertThat(left).hasSize(1);
        assertThat(left.get(0)).containsExactly(new double[] {100, 0, 10, 20, 40}, EXACTLY);
        assertThat(room.content()).isCloseTo(1_000, EXACTLY);
        assertThat(room.headEnteredSeconds(40)).isCloseTo(10, EXACTLY);
    }

    @Test
    void severalHeadsLeaveInOneStretch() {
        var room = new FifoRoom(ENDLESS, ENDLESS);
        run(room, 0, 10, 200, 0);
        run(room, 10, 20, 100, 0);

        run(room, 20, 30, 0, 300);

        assertThat(left).hasSize(2);
        assertThat(left.get(0)).containsExactly(new double[] {300, 0, 10, 20, 20 + 2_000.0 / 300}, EXACTLY);
        assertThat(left.get(1)).containsExactly(new double[] {300, 10, 20, 20 + 2_000.0 / 300, 30}, EXACTLY);
        assertThat(room.isEmpty()).isTrue();
        assertThat(room.content()).isZero();
    }

    @Test
    void whatEnteredAfterAMomentCanBeTakenOut() {
        var room = new FifoRoom(ENDLESS, ENDLESS);
        run(room, 0, 10, 200, 0);
        run(room, 10, 20, 100, 0);

        assertThat(room.removeEnteredAfter(20)).isZero();
        assertThat(room.removeEnteredAfter(5)).isCloseTo(1_000 + 5 * 200, EXACTLY);
        assertThat(room.content()).isCloseTo(1_000, EXACTLY);
        assertThat(room.removeEnteredAfter(0)).isCloseTo(1_000, EXACTLY);
        assertThat(room.isEmpty()).isTrue();
    }

    @Test
    void aCopyGoesItsOwnWay() {
        var room = new FifoRoom(20, 5_000);
        run(room, 0, 10, 300, 100);
        var copy = room.copy();

        run(copy, 10, 15, 0, 400);

        assertThat(copy.isEmpty()).isTrue();
        assertThat(copy.servedEvents()).isCloseTo(2_000, EXACTLY);
        assertThat(room.content()).isCloseTo(2_000, EXACTLY);
        assertThat(room.servedEvents()).isCloseTo(1_000, EXACTLY);
    }

    private void run(FifoRoom room, double from, double to, double arriving, double service) {
        room.settle(from, arriving, service);
        left.clear();
        List<Parcel> fresh = arriving == 0 ? List.of() : List.of(Parcel.offered(arriving, from, to));
        room.advance(
                from,
                to,
                fresh,
                (parcel, rate, leftFrom, leftTo) -> left.add(
                        new double[] {rate, parcel.enteredFromSeconds(), parcel.enteredToSeconds(), leftFrom, leftTo}));
    }
}
