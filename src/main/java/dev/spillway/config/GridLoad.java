package dev.spillway.config;

import static dev.spillway.config.LoadSection.AVERAGE_EVENT;
import static dev.spillway.config.LoadSection.BASELINE;
import static dev.spillway.config.LoadSection.LARGEST_EVENT;
import static dev.spillway.config.LoadSection.PEAK;
import static dev.spillway.config.LoadSection.PEAK_HOLD;
import static dev.spillway.config.LoadSection.RAMP;
import static dev.spillway.config.LoadSection.WINDOW;

import dev.spillway.facts.GridLimits;
import dev.spillway.model.LoadProfile;
import dev.spillway.units.Bytes;
import dev.spillway.units.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The load of an Event Grid resource, which stands alone: nothing is taken over from the load of the hubs. */
final class GridLoad {
    private static final Bytes AVERAGE = Bytes.of(1_024);

    private GridLoad() {}

    /** Reports what is missing, and what contradicts itself or the service. */
    static void check(Answer<Fields> load, double mostPerSecond) {
        load.held().ifPresent(fields -> {
            if (fields.get(BASELINE).isAbsent()) {
                fields.report(BASELINE, "missing, give " + BASELINE.form().right());
            }
            checkPeak(fields, mostPerSecond);
            checkSizes(fields);
            checkWindow(fields);
        });
    }

    private static void checkPeak(Fields fields, double mostPerSecond) {
        Optional<Rate> baseline = fields.get(BASELINE).held();
        Optional<Rate> peak = fields.get(PEAK).held();
        if (baseline.isPresent() && peak.isPresent() && peak.get().compareTo(baseline.get()) < 0) {
            fields.report(
                    PEAK,
                    "the peak of " + Figures.plain(peak.get().perSecond()) + " is below the baseline of "
                            + Figures.plain(baseline.get().perSecond())
                            + ", give a peak that is not below the baseline");
        }
        peak.or(() -> baseline)
                .filter(rate -> rate.perSecond() > mostPerSecond)
                .ifPresent(rate -> fields.reportAtGiven(
                        List.of(PEAK, BASELINE),
                        Figures.plain(rate.perSecond()) + " events per second are more than the "
                                + Figures.plain(mostPerSecond) + " that one takes, split them over several"));
    }

    private static void checkSizes(Fields fields) {
        Optional<Bytes> average = fields.get(AVERAGE_EVENT).held();
        Optional<Bytes> largest = fields.get(LARGEST_EVENT).held();
        if (average.isPresent() && largest.isPresent() && largest.get().compareTo(average.get()) < 0) {
            fields.report(
                    LARGEST_EVENT,
                    "the largest event of " + largest.get().count() + " bytes is below the average of "
                            + average.get().count() + ", give a maxEventBytes that is not below averageEventBytes");
        }
    }

    private static void checkWindow(Fields fields) {
        if (List.of(RAMP, PEAK_HOLD, WINDOW).stream()
                .anyMatch(key -> fields.get(key).isWrong())) {
            return;
        }
        Duration climbAndHold = ramp(fields).plus(hold(fields));
        Duration room = window(fields).dividedBy(2);
        if (climbAndHold.compareTo(room) > 0) {
            fields.reportAtGiven(
                    List.of(WINDOW, PEAK_HOLD, RAMP),
                    "the peak starts in the middle of the window, which leaves " + Figures.plain(room)
                            + " seconds for ramp and hold of " + Figures.plain(climbAndHold)
                            + ", give a windowSeconds of at least " + Figures.plain(climbAndHold.multipliedBy(2)));
        }
    }

    /** Without a peak it is even; an event is 1 KB where nothing is said. */
    static Optional<LoadProfile> profile(Answer<Fields> load) {
        return load.held().map(fields -> {
            Rate baseline = fields.get(BASELINE).value();
            Bytes average = fields.get(AVERAGE_EVENT).orGiven(AVERAGE).value();
            return new LoadProfile(
                    baseline,
                    fields.get(PEAK).orGiven(baseline).value(),
                    ramp(fields),
                    hold(fields),
                    window(fields),
                    average,
                    fields.get(LARGEST_EVENT)
                            .orGiven(Bytes.of(Math.max(average.count(), GridLimits.LARGEST_EVENT_BYTES)))
                            .value());
        });
    }

    private static Duration ramp(Fields fields) {
        return fields.get(RAMP).orGiven(Duration.ZERO).value();
    }

    private static Duration hold(Fields fields) {
        return fields.get(PEAK_HOLD).orGiven(Duration.ofMinutes(15)).value();
    }

    private static Duration window(Fields fields) {
        return fields.get(WINDOW).orGiven(Duration.ofHours(1)).value();
    }
}
