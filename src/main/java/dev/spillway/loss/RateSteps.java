package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Loads as constant rates over time: of one load, and of several added up. */
final class RateSteps {
    private RateSteps() {}

    /** Segments in their order, with the spikes on top; after the last segment there are only spikes. */
    static List<RateStep> of(List<Segment> segments, List<Spike> spikes) {
        var curves = new ArrayList<List<RateStep>>();
        curves.add(inOrder(segments));
        for (Spike spike : spikes) {
            curves.add(List.of(new RateStep(spike.startSeconds(), spike.endSeconds(), spike.extraEventsPerSecond())));
        }
        return sum(curves);
    }

    /** The sum of all loads, each of which is silent after its own end. */
    static List<RateStep> sumOf(List<Load> loads) {
        return sum(loads.stream().map(Load::steps).toList());
    }

    private static List<RateStep> inOrder(List<Segment> segments) {
        var steps = new ArrayList<RateStep>();
        double startSeconds = 0;
        for (Segment segment : segments) {
            if (segment instanceof Segment.Constant constant) {
                steps.add(new RateStep(
                        startSeconds, startSeconds + constant.durationSeconds(), constant.eventsPerSecond()));
            } else if (segment instanceof Segment.Curve curve) {
                follow(curve, startSeconds, steps);
            }
            startSeconds += segment.durationSeconds();
        }
        return List.copyOf(steps);
    }

    private static void follow(Segment.Curve curve, double startSeconds, List<RateStep> steps) {
        double stepSeconds = curve.stepSeconds();
        int count = (int) Math.ceil(curve.durationSeconds() / stepSeconds - Simulation.INSTANT_SECONDS);
        for (int i = 0; i < count; i++) {
            double from = i * stepSeconds;
            double to = i + 1 == count ? curve.durationSeconds() : from + stepSeconds;
            steps.add(new RateStep(startSeconds + from, startSeconds + to, curve.meanEventsPerSecond(from, to)));
        }
    }

    /** The sum of curves, each of which is zero where it has no step. */
    private static List<RateStep> sum(List<List<RateStep>> curves) {
        if (curves.size() == 1) {
            return curves.get(0);
        }
        double[] edges = curves.stream()
                .flatMapToDouble(steps ->
                        steps.stream().flatMapToDouble(step -> DoubleStream.of(step.fromSeconds(), step.toSeconds())))
                .sorted()
                .distinct()
                .toArray();
        int[] next = new int[curves.size()];
        var sum = new ArrayList<RateStep>();
        for (int i = 0; i + 1 < edges.length; i++) {
            double rate = 0;
            for (int curve = 0; curve < next.length; curve++) {
                var steps = curves.get(curve);
                while (next[curve] < steps.size() && steps.get(next[curve]).toSeconds() <= edges[i]) {
                    next[curve]++;
                }
                rate += next[curve] < steps.size() ? rateFrom(edges[i], steps.get(next[curve])) : 0;
            }
            sum.add(new RateStep(edges[i], edges[i + 1], rate));
        }
        return List.copyOf(sum);
    }

    private static double rateFrom(double seconds, RateStep step) {
        return step.fromSeconds() <= seconds ? step.eventsPerSecond() : 0;
    }
}
