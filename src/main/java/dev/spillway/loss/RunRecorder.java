package dev.spillway.loss;

import java.util.List;
import java.util.OptionalDouble;

/** Writes down what a run went through: its timeline, its losses in time, and how high it stood. */
final class RunRecorder {
    private final TimelineRecorder timeline = new TimelineRecorder();
    private double throttleSeconds;
    private double peakTierEvents;
    private double peakRetryEvents;
    private OptionalDouble firstLoss = OptionalDouble.empty();
    private OptionalDouble lastLoss = OptionalDouble.empty();

    void note(LossForecast.TimelinePoint point, double lostPerSecond) {
        timeline.note(point, lostPerSecond);
    }

    void noteEnd(LossForecast.TimelinePoint point) {
        timeline.noteEnd(point);
    }

    void noteLoss(double fromSeconds, double toSeconds) {
        firstLoss = firstLoss.isPresent() ? firstLoss : OptionalDouble.of(fromSeconds);
        lastLoss = OptionalDouble.of(toSeconds);
    }

    void noteThrottled(double seconds) {
        throttleSeconds += seconds;
    }

    void notePeaks(List<SenderLane> lanes) {
        double tier = 0;
        double retry = 0;
        for (SenderLane lane : lanes) {
            retry += lane.waitingAtDoor();
            tier += lane.waitingInPods();
        }
        peakTierEvents = Math.max(peakTierEvents, tier);
        peakRetryEvents = Math.max(peakRetryEvents, retry);
    }

    double throttleSeconds() {
        return throttleSeconds;
    }

    double peakTierEvents() {
        return peakTierEvents;
    }

    double peakRetryEvents() {
        return peakRetryEvents;
    }

    OptionalDouble firstLoss() {
        return firstLoss;
    }

    OptionalDouble lastLoss() {
        return lastLoss;
    }

    List<LossForecast.TimelinePoint> timeline() {
        return timeline.thinned();
    }
}
