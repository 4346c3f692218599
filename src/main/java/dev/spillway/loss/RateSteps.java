package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Loads as constant rates over time: of one load, and of several added up. */
final class RateSteps {
    private RateSteps() {}

    static List<RateStep> of(Load load) {
        var steps = new ArrayList<RateStep>();
        double startSeconds = 0;
        for (Segment segment : load.segments()) {
            if (segment instanceof Segment.Constant constant) {
                steps.add(new RateStep(
                        startSeconds, startSeconds + constant.durationSeconds(), constant.eventsPerSecond()));
            } else if (segment instanceof Segment.Ramp ramp) {
                climb(ramp, startSeconds, steps);
            }
            startSeconds += segment.durationSeconds();
        }
        return List.copyOf(steps);
    }

    /** The sum of all loads, each of which is silent after its own end. */
    static List<RateStep> sumOf(List<Load> loads) {
        if (loads.size() == 1) {
            return of(loads.get(0));
        }
        var all = loads.stream().map(RateSteps::of).toList();
        double[] edges = all.stream()
                .flatMapToDouble(steps ->
                        steps.stream().flatMapToDouble(step -> DoubleStream.of(step.fromSeconds(), step.toSeconds())))
                .sorted()
                .distinct()
                .toArray();
        var sum = new ArrayList<RateStep>();
        for (int i = 0; i + 1 < edges.length; i++) {
            double middle = (edges[i] + edges[i + 1]) / 2;
            double rate =
                    all.stream().mapToDouble(steps -> rateAt(steps, middle)).sum();
            sum.add(new RateStep(edges[i], edges[i + 1], rate));
        }
        return List.copyOf(sum);
    }

    private static void climb(Segment.Ramp ramp, double startSeconds, List<RateStep> steps) {
        double stepSeconds = ramp.stepSeconds();
        int count = (int) Math.ceil(ramp.durationSeconds() / stepSeconds - Simulation.INSTANT_SECONDS);
        for (int i = 0; i < count; i++) {
            double from = i * stepSeconds;
            double to = i + 1 == count ? ramp.durationSeconds() : from + stepSeconds;
            double middle = (from + to) / 2 / ramp.durationSeconds();
            double mean =
                    ramp.startEventsPerSecond() + (ramp.endEventsPerSecond() - ramp.startEventsPerSecond()) * middle;
            steps.add(new RateStep(startSeconds + from, startSeconds + to, mean));
        }
    }

    private static double rateAt(List<RateStep> steps, double atSeconds) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).toSeconds() <= atSeconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < steps.size() ? steps.get(low).eventsPerSecond() : 0;
    }
}
