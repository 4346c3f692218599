package dev.spillway.loss;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Writes down what a run went through: its timeline, its losses in time, and how high it stood. */
final class RunRecorder {
    private final TimelineRecorder timeline = new TimelineRecorder();
    private double throttleSeconds;
    private double excessEvents;
    private double peakTierEvents;
    private double peakRetryEvents;
    private OptionalDouble firstLoss = OptionalDouble.empty();
    private OptionalDouble lastLoss = OptionalDouble.empty();

    /** What the solver saw, with what a simulation send by send found at the door. */
    static RunRecorder composed(
            Run patient,
            Run downstream,
            LinkRun simulation,
            boolean allSimulated,
            double peakAtDoor,
            List<LossForecast.TimelinePoint> points) {
        var recorder = new RunRecorder();
        points.forEach(point -> recorder.timeline.note(point, Double.NaN));
        recorder.throttleSeconds = allSimulated
                ? simulation.throttleSeconds()
                : Math.max(simulation.throttleSeconds(), patient.recorder().throttleSeconds());
        recorder.excessEvents = patient.recorder().excessEvents;
        recorder.peakTierEvents = patient.recorder().peakTierEvents;
        recorder.peakRetryEvents = peakAtDoor;
        recorder.firstLoss = earliest(
                patient.recorder().firstLoss,
                downstream.recorder().firstLoss,
                simulation.ledger().firstLossAtSeconds());
        recorder.lastLoss = latest(
                patient.recorder().lastLoss,
                downstream.recorder().lastLoss,
                simulation.ledger().lastLossAtSeconds());
        return recorder;
    }

    private static OptionalDouble earliest(OptionalDouble... moments) {
        return Arrays.stream(moments).flatMapToDouble(OptionalDouble::stream).min();
    }

    private static OptionalDouble latest(OptionalDouble... moments) {
        return Arrays.stream(moments).flatMapToDouble(OptionalDouble::stream).max();
    }

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

    void noteExcess(double events) {
        excessEvents += events;
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

    /** What would be lost at the door without any retry, as long as nobody's waiting makes the namespace grow. */
    double excessEvents() {
        return excessEvents;
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
