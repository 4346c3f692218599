package dev.spillway.loss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Event Grid's push delivery in closed form: an event is delivered at the first allowed offset that falls outside the
 * subscriber's outages, so for every offset the moments of publication that reach it are a few stretches of time.
 */
public final class EventGridModel {
    private static final double MEDIAN = 0.5;
    private static final double NEARLY_ALL = 0.99;
    private static final double CONSERVATION = 1e-6;

    private final EventGridFigures figures;
    private final List<EventGridFigures.Outage> outages;
    private final double[] offsets;
    private final DelayDistribution delays = new DelayDistribution();
    private double attempts;
    private double lostAtProducer;
    private double refusedForGood;
    private double outlived;
    private double unavailable;

    private EventGridModel(EventGridFigures figures) {
        this.figures = figures;
        this.offsets = figures.allowedOffsets();
        this.outages = figures.subscriberOutages().stream()
                .sorted(Comparator.comparingDouble(EventGridFigures.Outage::startSeconds))
                .toList();
    }

    /** How many events would be delivered, late, dead-lettered and lost. */
    public static EventGridForecast forecast(EventGridFigures figures) {
        return ran(figures).summary();
    }

    /** Events that no attempt finds the subscriber up for, of those that it does not refuse for good. */
    static double outlivedEvents(EventGridFigures figures) {
        return ran(figures).outlived;
    }

    private static EventGridModel ran(EventGridFigures figures) {
        var model = new EventGridModel(figures);
        for (RateStep step : figures.load().steps()) {
            model.publish(step);
        }
        return model;
    }

    private void publish(RateStep step) {
        if (figures.regionOutage().isEmpty()) {
            accept(step.fromSeconds(), step.toSeconds(), step.eventsPerSecond(), Double.POSITIVE_INFINITY);
            return;
        }
        var region = figures.regionOutage().get();
        double lost = region.startSeconds();
        double back = region.endSeconds();
        double patientFrom = Math.max(lost, back - figures.publisherRetryWindowSeconds());
        accept(step.fromSeconds(), Math.min(step.toSeconds(), lost), step.eventsPerSecond(), lost);
        lostAtProducer += step.eventsPerSecond() * overlap(step, lost, patientFrom);
        acceptLate(step, patientFrom, back);
        accept(Math.max(step.fromSeconds(), back), step.toSeconds(), step.eventsPerSecond(), Double.POSITIVE_INFINITY);
    }

    /** Publication as offered; nothing happens from the moment on at which the region is lost. */
    private void accept(double fromSeconds, double toSeconds, double eventsPerSecond, double regionLostAt) {
        double refused = eventsPerSecond * figures.nonRetriableShare() * Math.max(0, toSeconds - fromSeconds);
        attempts += refused;
        refusedForGood += refused;
        double rate = eventsPerSecond * (1 - figures.nonRetriableShare());
        TimeRanges open = TimeRanges.of(fromSeconds, toSeconds);
        for (double offset : offsets) {
            TimeRanges inTime = open.before(regionLostAt - offset);
            unavailable += rate * (open.seconds() - inTime.seconds());
            attempts += rate * inTime.seconds();
            open = inTime.hitBy(outages, offset);
            deliver(rate * (inTime.seconds() - open.seconds()), offset, offset);
        }
        outlived += rate * open.seconds();
    }

    /** What the publisher could hold until the other region takes it, all at that one moment. */
    private void acceptLate(RateStep step, double patientFrom, double back) {
        double events = step.eventsPerSecond() * overlap(step, patientFrom, back);
        if (events == 0) {
            return;
        }
        double refused = events * figures.nonRetriableShare();
        attempts += refused;
        refusedForGood += refused;
        double longest = back - Math.max(step.fromSeconds(), patientFrom);
        double shortest = back - Math.min(step.toSeconds(), back);
        for (double offset : offsets) {
            attempts += events - refused;
            if (isUp(back + offset)) {
                deliver(events - refused, longest + offset, shortest + offset);
                return;
            }
        }
        outlived += events - refused;
    }

    private boolean isUp(double atSeconds) {
        return outages.stream()
                .noneMatch(outage -> outage.startSeconds() <= atSeconds && atSeconds < outage.endSeconds());
    }

    private void deliver(double events, double firstDelay, double lastDelay) {
        if (events > 0) {
            delays.add(events, firstDelay, lastDelay);
        }
    }

    private static double overlap(RateStep step, double fromSeconds, double toSeconds) {
        return Math.max(0, Math.min(step.toSeconds(), toSeconds) - Math.max(step.fromSeconds(), fromSeconds));
    }

    private EventGridForecast summary() {
        double delivered = delays.events();
        double onTime = delays.eventsUpTo(figures.delayedThresholdSeconds());
        boolean kept = figures.deadLetters();
        double givenUp = refusedForGood + outlived;
        var forecast = new EventGridForecast(
                figures.load().offeredEvents(),
                new EventGridForecast.Outcomes(
                        onTime,
                        Math.max(0, delivered - onTime),
                        lostAtProducer,
                        kept ? givenUp : 0,
                        kept ? 0 : givenUp,
                        unavailable),
                attempts,
                offsets[offsets.length - 1],
                offsets.length,
                new LossForecast.DelaySeconds(
                        delays.quantileSeconds(MEDIAN),
                        delays.quantileSeconds(NEARLY_ALL),
                        delays.maximumSeconds(),
                        delays.meanSeconds()),
                EventGridDecisions.of(figures, lostAtProducer, refusedForGood, outlived),
                assumptions());
        double allowed = CONSERVATION * Math.max(1, forecast.offeredEvents());
        if (!(Math.abs(forecast.conservationError()) <= allowed)) {
            throw new IllegalStateException("events are not conserved: " + forecast.conservationError());
        }
        return forecast;
    }

    private List<String> assumptions() {
        var sentences = new ArrayList<String>();
        sentences.add(
                "Waits between attempts count from the attempt before, without jitter and without skipped attempts.");
        sentences.add("An endpoint that fails is not held back for hours, and nothing is batched.");
        sentences.add(Wording.sentence(
                "A failed attempt takes %s s, and the policy allows %s attempts, the last one %s s after the publication.",
                Wording.number(figures.attemptFailureSeconds()),
                offsets.length,
                Wording.number(offsets[offsets.length - 1])));
        figures.regionOutage()
                .ifPresent(region -> sentences.add(Wording.sentence(
                        "Publishing is possible again %s s after the region is lost: an assumption, where Microsoft decides on the failover.",
                        Wording.number(region.failoverSeconds()))));
        return sentences;
    }
}
