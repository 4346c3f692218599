package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;

/** The solver's timeline with what the simulation send by send found waiting and lost. */
final class LinkTimeline {
    private static final int MOST_SAMPLES = 150;

    private final List<LossForecast.TimelinePoint> solved;
    private final List<double[]> waitingElsewhere;
    private final LinkRun simulation;
    private int solvedAt;
    private int elsewhereAt;

    LinkTimeline(List<LossForecast.TimelinePoint> solved, List<double[]> waitingElsewhere, LinkRun simulation) {
        this.solved = solved;
        this.waitingElsewhere = waitingElsewhere;
        this.simulation = simulation;
    }

    /** The solver's points outside the simulated stretches; inside them one every so many seconds. */
    List<LossForecast.TimelinePoint> points() {
        LinkLedger ledger = simulation.ledger();
        int step = Math.max(1, ledger.samples() / MOST_SAMPLES);
        var points = new ArrayList<LossForecast.TimelinePoint>();
        int next = 0;
        for (int sample = 0; sample < ledger.samples(); sample += step) {
            double at = ledger.sampledAt(sample);
            double lost = sample == 0 ? 0 : ledger.lostThen(sample - 1);
            boolean quietBefore = sample == 0 || ledger.waitingThen(sample - 1) == 0;
            for (; next < solved.size() && solved.get(next).atSeconds() < at; next++) {
                if (quietBefore) {
                    points.add(point(solved.get(next), solved.get(next).atSeconds(), 0, lost));
                }
            }
            points.add(point(solvedAt(at), at, ledger.waitingThen(sample), ledger.lostThen(sample)));
        }
        for (; next < solved.size(); next++) {
            points.add(point(solved.get(next), solved.get(next).atSeconds(), 0, ledger.lostEvents()));
        }
        return List.copyOf(points);
    }

    private LossForecast.TimelinePoint solvedAt(double seconds) {
        while (solvedAt + 1 < solved.size() && solved.get(solvedAt + 1).atSeconds() <= seconds) {
            solvedAt++;
        }
        return solved.get(solvedAt);
    }

    private LossForecast.TimelinePoint point(
            LossForecast.TimelinePoint state, double atSeconds, double waitingAtDoor, double lostAtDoor) {
        boolean refusing = waitingAtDoor > 0;
        double arriving = Math.min(state.offeredPerSecond(), state.capacityPerSecond());
        return new LossForecast.TimelinePoint(
                atSeconds,
                state.offeredPerSecond(),
                refusing ? state.capacityPerSecond() : arriving,
                state.capacityPerSecond(),
                waitingElsewhere(atSeconds) + waitingAtDoor,
                state.lostEventsSoFar() + lostAtDoor,
                state.readyPods(),
                state.throughputUnits(),
                state.readPerSecond(),
                state.unreadEvents(),
                state.readyConsumers());
    }

    private double waitingElsewhere(double seconds) {
        while (elsewhereAt + 1 < waitingElsewhere.size() && waitingElsewhere.get(elsewhereAt + 1)[0] <= seconds) {
            elsewhereAt++;
        }
        double[] from = waitingElsewhere.get(elsewhereAt);
        if (elsewhereAt + 1 == waitingElsewhere.size()) {
            return from[1];
        }
        double[] to = waitingElsewhere.get(elsewhereAt + 1);
        return Math.max(0, from[1] + (to[1] - from[1]) * (seconds - from[0]) / (to[0] - from[0]));
    }
}
