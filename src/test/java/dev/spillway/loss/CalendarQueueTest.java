package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Things that are due, day by day: a day is a millisecond, and the wheel goes round in 131.072 s. */
final class CalendarQueueTest {
    private final CalendarQueue queue = new CalendarQueue();

    @Test
    void aDayHandsOutWhatIsDueOnItInTheOrderOfTime() {
        queue.add(0, 0.0017);
        queue.add(1, 0.0012);
        queue.add(2, 0.0015);
        queue.add(3, 0.0021);

        assertThat(queue.takeDay(1)).isEqualTo(3);

        assertThat(List.of(queue.idToday(0), queue.idToday(1), queue.idToday(2)))
                .containsExactly(1, 2, 0);
        assertThat(queue.dueToday(1)).isEqualTo(0.0015);
        assertThat(queue.isEmpty()).isFalse();
        assertThat(queue.takeDay(2)).isEqualTo(1);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void whatIsDueAtOnceComesByItsNumber() {
        for (int id : new int[] {4, 1, 3, 0, 2}) {
            queue.add(id, 0.0055);
        }

        queue.takeDay(5);

        for (int place = 0; place < 5; place++) {
            assertThat(queue.idToday(place)).isEqualTo(place);
        }
    }

    @Test
    void whatIsDueARoundLaterWaitsForItsDay() {
        queue.add(0, 0.0055);
        queue.add(1, 131.0775);
        queue.add(2, 262.1495);

        assertThat(queue.takeDay(5)).isEqualTo(1);
        assertThat(queue.takeDay(5 + 131_072)).isEqualTo(1);
        assertThat(queue.idToday(0)).isEqualTo(1);
        assertThat(queue.takeDay(5 + 262_144)).isEqualTo(1);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void anEmptyDayHandsOutNothing() {
        queue.add(0, 0.5);

        assertThat(queue.takeDay(3)).isZero();
        assertThat(queue.isEmpty()).isFalse();
    }

    @Test
    void thousandsOfThingsComeInTheOrderOfTimeWhateverTheirNumbers() {
        var random = new Random(7);
        var due = new ArrayList<double[]>();
        for (int id = 0; id < 140_000; id++) {
            double at = 0.4 * random.nextInt(300) / 100 + 0.0001 * random.nextInt(10);
            due.add(new double[] {id, at});
            queue.add(id, at);
        }
        due.sort(Comparator.comparingDouble((double[] one) -> one[1]).thenComparingDouble(one -> one[0]));

        var found = new ArrayList<Integer>();
        for (long day = 0; !queue.isEmpty(); day++) {
            int count = queue.takeDay(day);
            for (int place = 0; place < count; place++) {
                found.add(queue.idToday(place));
            }
        }

        assertThat(found)
                .containsExactlyElementsOf(due.stream().map(one -> (int) one[0]).toList());
    }
}
