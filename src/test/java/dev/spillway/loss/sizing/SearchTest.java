package dev.spillway.loss.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.loss.sizing.Search.Found;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The search for the smallest number that is enough, over all small domains. */
final class SearchTest {
    private static final int MOST = 7;

    @Test
    void halvingFindsTheSmallestOfEveryRange() {
        for (long lowest = 0; lowest <= MOST; lowest++) {
            for (long highest = lowest; highest <= MOST; highest++) {
                for (long needed = 0; needed <= MOST + 1; needed++) {
                    long wanted = needed;

                    var found = new Search(lowest, highest, true).smallest(OptionalLong.empty(), n -> n >= wanted);

                    assertThat(found.map(Found::value).orElse(-1L))
                            .isEqualTo(needed > highest ? -1 : Math.max(needed, lowest));
                }
            }
        }
    }

    @Test
    void nothingIsKnownOfWhatIsNotMonotoneSoAllAreTried() {
        for (int set = 0; set < 1 << MOST; set++) {
            int enough = set;

            var found = new Search(0, MOST - 1, false).smallest(OptionalLong.of(2), n -> (enough & (1 << n)) != 0);

            long first = set == 0 ? -1 : Integer.numberOfTrailingZeros(set);
            assertThat(found.map(Found::value).orElse(-1L)).isEqualTo(first);
            assertThat(found.map(Found::method)).isIn(java.util.Optional.of(Method.SCAN), java.util.Optional.empty());
        }
    }

    @Test
    void anEquationIsBelievedOnlyWhereItIsEnoughAndOneLessIsNot() {
        var search = new Search(0, 100, true);

        assertThat(search.smallest(OptionalLong.of(42), n -> n >= 42)).contains(new Found(42, Method.CLOSED_FORM));
        assertThat(search.smallest(OptionalLong.of(41), n -> n >= 42)).contains(new Found(42, Method.BISECTION));
        assertThat(search.smallest(OptionalLong.of(43), n -> n >= 42)).contains(new Found(42, Method.BISECTION));
        assertThat(search.smallest(OptionalLong.of(0), n -> true)).contains(new Found(0, Method.CLOSED_FORM));
        assertThat(search.smallest(OptionalLong.of(500), n -> n >= 42)).contains(new Found(42, Method.BISECTION));
    }

    @Test
    void whatIsNecessaryIsHalvedAndWhatIsEnoughIsTriedFromThere() {
        Set<Long> enough = Set.of(5L, 9L);
        var tried = new TreeSet<Long>();

        var found = new Search(0, 20, true).smallest(OptionalLong.empty(), n -> n >= 4, n -> {
            tried.add(n);
            return enough.contains(n);
        });

        assertThat(found).contains(new Found(5, Method.SCAN));
        assertThat(tried).containsExactly(4L, 5L);
    }

    @Test
    void aLargeRangeIsTriedAtEqualDistances() {
        var tried = new TreeSet<Long>();

        new Search(0, 64_000, false).smallest(OptionalLong.empty(), n -> !tried.add(n));

        assertThat(tried)
                .containsExactlyElementsOf(LongStream.rangeClosed(0, 64)
                        .map(n -> 1_000 * n)
                        .boxed()
                        .toList());
    }
}
