package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Events on their way to the door: as a flow, and send by send, each of them once. */
final class ArrivalCursorTest {
    private static final Offset<Double> EXACTLY = within(1e-9);
    /** Always in the middle of what it holds. */
    private static final RandomGenerator HALF = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public double nextDouble() {
            return 0.5;
        }
    };

    private final List<Parcel> flowed = new ArrayList<>();

    @Test
    void theRateIsThatOfTheParcelThatComes() {
        var cursor = cursor(10, HALF, Parcel.offered(100, 0, 5), Parcel.offered(40, 7, 9));

        assertThat(cursor.rateAt(0)).isEqualTo(100);
        assertThat(cursor.rateAt(5)).isZero();
        assertThat(cursor.rateAt(7)).isEqualTo(40);
        assertThat(cursor.rateAt(9)).isZero();
        assertThat(cursor.nextChangeSeconds(0)).isEqualTo(5);
        assertThat(cursor.nextChangeSeconds(5)).isEqualTo(7);
        assertThat(cursor.nextChangeSeconds(7)).isEqualTo(9);
        assertThat(cursor.nextChangeSeconds(9)).isInfinite();
    }

    @Test
    void aFlowIsHandedOnPieceByPieceAndNeverTwice() {
        var cursor = cursor(10, HALF, Parcel.offered(100, 0, 4), Parcel.offered(40, 4, 8));

        cursor.flowTo(1, this::note);
        cursor.flowTo(1, this::note);
        cursor.flowTo(6, this::note);
        cursor.flowTo(99, this::note);

        assertThat(flowed)
                .containsExactly(
                        Parcel.offered(100, 0, 1),
                        Parcel.offered(100, 1, 4),
                        Parcel.offered(40, 4, 6),
                        Parcel.offered(40, 6, 8));
    }

    /** 100 a second in sends of ten: each comes in the middle of its tenth of a second. */
    @Test
    void sendsComeInTheMiddleOfWhatTheyHold() {
        var cursor = cursor(10, HALF, Parcel.offered(100, 0, 0.25));
        cursor.beginSends();

        assertThat(cursor.nextSendSeconds()).isCloseTo(0.05, EXACTLY);
        assertThat(cursor.takeSend()).isEqualTo(10);
        assertThat(cursor.nextSendSeconds()).isCloseTo(0.15, EXACTLY);
        assertThat(cursor.takeSend()).isEqualTo(10);
    }

    @Test
    void theVeryLastSendIsSmaller() {
        var cursor = cursor(10, () -> 0, Parcel.offered(100, 0, 0.25));
        cursor.beginSends();
        cursor.takeSend();
        cursor.takeSend();

        assertThat(cursor.nextSendSeconds()).isCloseTo(0.2, EXACTLY);
        assertThat(cursor.takeSend()).isCloseTo(5, EXACTLY);
        assertThat(cursor.nextSendSeconds()).isInfinite();
    }

    @Test
    void whatFlowedIsNotSentAndWhatWasSentDoesNotFlow() {
        var cursor = cursor(10, HALF, Parcel.offered(100, 0, 1));
        cursor.flowTo(0.3, this::note);
        cursor.beginSends();

        assertThat(cursor.nextSendSeconds()).isCloseTo(0.35, EXACTLY);
        assertThat(cursor.takeSend()).isEqualTo(10);
        cursor.flowTo(1, this::note);

        assertThat(flowed).hasSize(2);
        assertThat(flowed.get(1).enteredFromSeconds()).isCloseTo(0.4, EXACTLY);
        assertThat(flowed.get(0).events() + flowed.get(1).events()).isCloseTo(90, EXACTLY);
    }

    @Test
    void aSendMayReachIntoTheNextParcel() {
        var cursor = cursor(10, HALF, Parcel.offered(10, 0, 1.2), Parcel.offered(100, 1.2, 2));
        cursor.beginSends();
        cursor.takeSend();

        assertThat(cursor.nextSendSeconds()).isCloseTo(1.2 + 0.03, EXACTLY);
        cursor.takeSend();
        assertThat(cursor.nextSendSeconds()).isCloseTo(1.2 + 0.13, EXACTLY);
        assertThat(cursor.rateAt(1.3)).isEqualTo(100);
    }

    /** Offered over the first second, sent by the pods over the second from 3 to 5: the middle waited for 3.5 s. */
    @Test
    void aSendIsAsOldAsItsPlaceInTheParcelSays() {
        var cursor = cursor(100, HALF, new Parcel(50, 3, 5, 0, 1));
        cursor.beginSends();

        assertThat(cursor.nextSendSeconds()).isCloseTo(4, EXACTLY);
        assertThat(cursor.ageOfNextSendSeconds()).isCloseTo(3.5, EXACTLY);
    }

    @Test
    void allThatComesIsSentOnce() {
        var cursor = cursor(7, new SplittableRandom(1), Parcel.offered(33, 0, 10), Parcel.offered(5, 12, 40));
        cursor.beginSends();
        double sum = 0;
        double last = 0;
        while (cursor.nextSendSeconds() < Double.POSITIVE_INFINITY) {
            assertThat(cursor.nextSendSeconds()).isGreaterThanOrEqualTo(last);
            last = cursor.nextSendSeconds();
            sum += cursor.takeSend();
        }
        cursor.flowTo(100, this::note);

        assertThat(sum + flowed.stream().mapToDouble(Parcel::events).sum()).isCloseTo(330 + 140, EXACTLY);
    }

    private void note(Parcel parcel, double eventsPerSecond, double fromSeconds, double toSeconds) {
        flowed.add(parcel);
    }

    private static ArrivalCursor cursor(double eventsPerSend, RandomGenerator random, Parcel... parcels) {
        var sender = new Sender(
                "s",
                new Load(900, List.of(new Segment.Constant(1, 1))),
                RetryWindow.custom(0),
                Double.POSITIVE_INFINITY,
                Optional.empty());
        return new ArrivalCursor(new DoorArrivals(sender, List.of(parcels), StepCurve.of(1)), eventsPerSend, random);
    }
}
