package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Event Grid's schedule against closed forms, and event by event: the loss model, section 7. */
final class EventGridTest {
    private static final Offset<Double> EXACTLY = within(0.01);
    private static final double[] WAITS = {0, 10, 30, 60, 300, 600, 1800, 3600, 10800, 21600, 43200, 43200};

    @ParameterizedTest
    @CsvSource({
        "30, 1440, 0, 11, 82000",
        "5, 1440, 0, 5, 400",
        "8, 1440, 0, 8, 6400",
        "10, 1440, 0, 10, 38800",
        "30, 30, 0, 6, 1000",
        "30, 1, 0, 3, 40",
        "1, 1440, 0, 1, 0",
        "30, 1440, 30, 11, 82300",
        "30, 1, 30, 2, 40",
        "30, 8, 20, 5, 480"
    })
    void thePolicyReachesSoFar(int attempts, double minutes, double failing, int allowed, double last) {
        var forecast = EventGridModel.forecast(figures(7_200, attempts, minutes, failing, 0, Optional.empty()));

        assertThat(forecast.attemptsWithinPolicy()).isEqualTo(allowed);
        assertThat(forecast.lastAttemptOffsetSeconds()).isEqualTo(last);
        assertThat(forecast.outcomes().lostUndeliverable()).isCloseTo(50 * Math.max(0, 7_200 - last), EXACTLY);
    }

    @ParameterizedTest
    @CsvSource({"false, 0, false", "true, 0, true", "true, 14400, true", "true, 14401, false"})
    void whatIsGivenUpIsKeptWhereTheDestinationIsUp(boolean configured, double down, boolean kept) {
        var policy = figures(7_200, 5, 1_440, 0, 0.1, Optional.empty());
        var forecast = EventGridModel.forecast(new EventGridFigures(
                policy.load(),
                policy.subscriberOutages(),
                5,
                86_400,
                0,
                configured,
                down,
                0.1,
                0,
                Optional.empty(),
                1));

        double refused = 0.1 * 1_080_000;
        double givenUp = refused + 0.9 * 50 * (7_200 - 400);
        assertThat(forecast.outcomes().deadLettered()).isCloseTo(kept ? givenUp : 0, EXACTLY);
        assertThat(forecast.outcomes().lostUndeliverable()).isCloseTo(kept ? 0 : givenUp, EXACTLY);
    }

    @Test
    void aLostRegionRefusesPublishersAndKeepsWhatWaits() {
        var region = new EventGridFigures.RegionLoss(9_000, 3_900);
        var policy = figures(7_200, 30, 1_440, 0, 0, Optional.of(region));
        var forecast = EventGridModel.forecast(new EventGridFigures(
                policy.load(), policy.subscriberOutages(), 30, 86_400, 0, false, 0, 0, 600, Optional.of(region), 1));

        assertThat(forecast.outcomes().lostAtProducer()).isCloseTo(50 * (3_900 - 600.0), EXACTLY);
        assertThat(forecast.outcomes().unavailableInRegion()).isCloseTo(50 * (9_000 - 3_600.0), EXACTLY);
        assertThat(forecast.outcomes().delayed()).isCloseTo(50 * 599.0, EXACTLY);
        assertThat(forecast.delaySeconds().maximum()).isCloseTo(600, EXACTLY);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyEventOnItsOwnComesToTheSame(long seed) {
        var random = new Random(seed);
        var outages = new ArrayList<EventGridFigures.Outage>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            outages.add(new EventGridFigures.Outage(random.nextInt(20_000), 1 + random.nextInt(9_000)));
        }
        var load = new Load(
                900,
                List.of(
                        new Segment.Constant(1 + random.nextInt(12_000), random.nextInt(90)),
                        new Segment.Constant(1 + random.nextInt(12_000), random.nextInt(90))));
        var region = random.nextBoolean()
                ? Optional.of(new EventGridFigures.RegionLoss(random.nextInt(15_000), random.nextInt(5_000)))
                : Optional.<EventGridFigures.RegionLoss>empty();
        var figures = new EventGridFigures(
                load,
                outages,
                1 + random.nextInt(12),
                60 * (1 + random.nextInt(1_440)),
                random.nextInt(31),
                random.nextBoolean(),
                random.nextInt(20_000),
                0,
                random.nextInt(3_000),
                region,
                1);

        var forecast = EventGridModel.forecast(figures);
        double[] one = eventByEvent(figures);

        double allowed = Math.max(1, forecast.offeredEvents()) * 1e-3;
        var outcomes = forecast.outcomes();
        assertThat(forecast.deliveredEvents()).isCloseTo(one[0], within(allowed));
        assertThat(outcomes.lostAtProducer()).isCloseTo(one[1], within(allowed));
        assertThat(outcomes.deadLettered() + outcomes.lostUndeliverable()).isCloseTo(one[2], within(allowed));
        assertThat(outcomes.unavailableInRegion()).isCloseTo(one[3], within(allowed));
        assertThat(forecast.deliveryAttempts()).isCloseTo(one[4], within(20 * allowed));
        assertThat(forecast.deliveredEvents() * forecast.delaySeconds().mean())
                .isCloseTo(one[5], within(1e-3 * Math.max(1, one[5])));
        assertThat(forecast.delaySeconds().maximum()).isCloseTo(one[6], within(1.0));
    }

    /** Delivered, never accepted, given up, out of reach, attempts, sum of all delays, longest delay. */
    private static double[] eventByEvent(EventGridFigures figures) {
        double[] sums = new double[7];
        double start = 0;
        for (Segment segment : figures.load().segments()) {
            var constant = (Segment.Constant) segment;
            double volume = constant.eventsPerSecond() / 4;
            for (double t = start + 0.125; t < start + constant.durationSeconds(); t += 0.25) {
                follow(figures, t, volume, sums);
            }
            start += constant.durationSeconds();
        }
        return sums;
    }

    private static void follow(EventGridFigures figures, double offered, double volume, double[] sums) {
        double lostAt = Double.POSITIVE_INFINITY;
        double published = offered;
        if (figures.regionOutage().isPresent()) {
            double down = figures.regionOutage().get().startSeconds();
            double back = down + figures.regionOutage().get().failoverSeconds();
            if (offered < down) {
                lostAt = down;
            } else if (offered < back) {
                published = back;
                if (back - offered > figures.publisherRetryWindowSeconds()) {
                    sums[1] += volume;
                    return;
                }
            }
        }
        double offset = 0;
        for (int attempt = 0; attempt < WAITS.length && attempt < figures.maxDeliveryAttempts(); attempt++) {
            offset += WAITS[attempt] + (attempt == 0 ? 0 : figures.attemptFailureSeconds());
            double at = published + offset;
            if (offset > figures.eventTimeToLiveSeconds()) {
                break;
            }
            if (at >= lostAt) {
                sums[3] += volume;
                return;
            }
            sums[4] += volume;
            if (figures.subscriberOutages().stream()
                    .noneMatch(outage -> at >= outage.startSeconds() && at < outage.endSeconds())) {
                sums[0] += volume;
                sums[5] += volume * (at - offered);
                sums[6] = Math.max(sums[6], volume > 0 ? at - offered : 0);
                return;
            }
        }
        sums[2] += volume;
    }

    private static EventGridFigures figures(
            double outage,
            int attempts,
            double minutes,
            double failing,
            double refused,
            Optional<EventGridFigures.RegionLoss> region) {
        return new EventGridFigures(
                new Load(2_000, List.of(new Segment.Constant(21_600, 50))),
                List.of(new EventGridFigures.Outage(3_600, outage)),
                attempts,
                60 * minutes,
                failing,
                false,
                0,
                refused,
                0,
                region,
                1);
    }
}
