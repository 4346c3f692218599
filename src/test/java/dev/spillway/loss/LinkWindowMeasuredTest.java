package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a send of the real Java client lived at a broker that refuses everything, against the simulated sends. */
final class LinkWindowMeasuredTest {
    private static final double SHARE = 0.03;
    private static final double SECONDS = 0.5;
    private static final int CLIENTS = 40;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "default-200,      3, 0.8, 60, 60, EXPONENTIAL",
        "7-2-30-200,       7, 2,   30, 60, EXPONENTIAL",
        "5-1-30-200,       5, 1,   30, 60, EXPONENTIAL",
        "1-0.8-60-200,     1, 0.8, 60, 60, EXPONENTIAL",
        "fixed-3-0.8-200,  3, 0.8, 60, 60, FIXED",
        "cap5-3-0.8-200,   3, 0.8, 5,  60, EXPONENTIAL",
        "cap3-3-0.8-200,   3, 0.8, 3,  60, EXPONENTIAL",
        "none-200,         0, 0.8, 60, 60, EXPONENTIAL",
    })
    void twoHundredSendsAtOnceOnOneLink(
            String run, int retries, double delay, double longest, double tryTimeout, RetryPolicy.Mode mode) {
        var policy = new RetryPolicy(retries, delay, longest, tryTimeout, mode);

        List<Double> lived = lifetimes(policy, 200, 1, 1);

        assertAgree(median(lived), Measured.figure("windows.csv", run, "median_s"), SHARE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "default-1,      3, 0.8, 60, 60, EXPONENTIAL, 0.03",
        "7-2-30-1,       7, 2,   30, 60, EXPONENTIAL, 0.03",
        "5-1-30-1,       5, 1,   30, 60, EXPONENTIAL, 0.03",
        "1-0.8-60-1,     1, 0.8, 60, 60, EXPONENTIAL, 0.03",
        "fixed-3-0.8-1,  3, 0.8, 60, 60, FIXED,       0.03",
        "fixed-3-2-1,    3, 2,   30, 60, FIXED,       0.03",
        "cap3-3-0.8-1,   3, 0.8, 3,  60, EXPONENTIAL, 0.03",
        "try10-3-0.8-1,  3, 0.8, 60, 10, EXPONENTIAL, 0.05",
    })
    void twoSendsOneAfterTheOther(
            String run,
            int retries,
            double delay,
            double longest,
            double tryTimeout,
            RetryPolicy.Mode mode,
            double share) {
        var policy = new RetryPolicy(retries, delay, longest, tryTimeout, mode);

        List<Double> lived = lifetimes(policy, 1, 2, CLIENTS);

        // Of twenty values the upper ten are first sends and the lower ten second ones, so quartiles stand for their
        // medians.
        assertAgree(median(upperHalf(lived)), Measured.figure("windows.csv", run, "p75_s"), share);
        assertAgree(median(lowerHalf(lived)), Measured.figure("windows.csv", run, "p25_s"), share);
    }

    private static void assertAgree(double simulated, double measured, double share) {
        assertThat(Math.abs(simulated - measured))
                .as("simulated %s s, measured %s s", simulated, measured)
                .isLessThanOrEqualTo(Math.max(SECONDS, share * measured));
    }

    /** Lifetimes of sends on so many links of their own: some at once, and again when the first of them are given up. */
    private static List<Double> lifetimes(RetryPolicy policy, int atOnce, int rounds, int clients) {
        var lived = new ArrayList<Double>();
        for (int client = 0; client < clients; client++) {
            lived.addAll(oneClient(policy, atOnce, rounds, client));
        }
        return lived;
    }

    private static List<Double> oneClient(RetryPolicy policy, int atOnce, int rounds, long seed) {
        var givenUp = new GivenUp();
        var clients = new LinkClient[] {new LinkClient(LinkWaits.of(policy), 0.001)};
        var closed = new Gate(StepCurve.of(0), List.of(new PartitionKind(0, 1, 1)), Double.POSITIVE_INFINITY, 1);
        var sends = new LinkSends(clients, closed, new SplittableRandom(seed), givenUp);
        double now = 0;
        long day = 0;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < atOnce; i++) {
                sends.send(0, clients[0].nextLink(1), 1, 0, now);
            }
            while (!sends.isEmpty()) {
                int due = sends.takeDay(++day);
                for (int place = 0; place < due; place++) {
                    sends.repeat(place);
                }
            }
            now = Math.max(givenUp.last, day * CalendarQueue.DAY_SECONDS);
        }
        return givenUp.lived;
    }

    private static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static List<Double> upperHalf(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.subList(sorted.size() / 2, sorted.size());
    }

    private static List<Double> lowerHalf(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.subList(0, sorted.size() / 2);
    }

    /** Only what is given up matters at a broker that takes nothing. */
    private static final class GivenUp implements LinkSends.Ledger {
        private final List<Double> lived = new ArrayList<>();
        private double last;

        @Override
        public void accepted(
                int client, double events, double ageSeconds, double sentAt, double acceptedAt, boolean again) {
            throw new IllegalStateException("a closed broker let something in");
        }

        @Override
        public boolean holds(int client, double events, double refusedAt) {
            return true;
        }

        @Override
        public void gaveUp(int client, double events, double sentAt, double gaveUpAt, boolean stored) {
            lived.add(gaveUpAt - sentAt);
            last = gaveUpAt;
        }
    }
}
