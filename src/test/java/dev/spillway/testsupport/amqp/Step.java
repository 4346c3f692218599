package dev.spillway.testsupport.amqp;

import java.util.List;

/** A constant rate of events for some seconds. */
public record Step(double seconds, double eventsPerSecond) {
    /** The events offered in the first so many seconds of some steps. */
    static double offered(List<Step> steps, double seconds) {
        double left = seconds;
        double events = 0;
        for (Step step : steps) {
            double within = Math.min(left, step.seconds);
            events += Math.max(0, within) * step.eventsPerSecond;
            left -= step.seconds;
        }
        return events;
    }

    static double duration(List<Step> steps) {
        return steps.stream().mapToDouble(Step::seconds).sum();
    }
}
