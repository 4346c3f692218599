package dev.spillway.loss;

import dev.spillway.units.InvalidValue;

/** One stretch of an offered load. */
public sealed interface Segment {
    double durationSeconds();

    /** The same rate all the time. */
    record Constant(double durationSeconds, double eventsPerSecond) implements Segment {
        public Constant {
            Require.positive("durationSeconds", durationSeconds);
            Require.zeroOrMore("eventsPerSecond", eventsPerSecond);
        }
    }

    /** A straight line between two rates, climbed in steps at the exact mean of each step; the last step may be shorter. */
    record Ramp(double durationSeconds, double startEventsPerSecond, double endEventsPerSecond, double stepSeconds)
            implements Segment {
        private static final int MOST_STEPS = 1_000_000;

        public Ramp {
            Require.positive("durationSeconds", durationSeconds);
            Require.zeroOrMore("startEventsPerSecond", startEventsPerSecond);
            Require.zeroOrMore("endEventsPerSecond", endEventsPerSecond);
            Require.positive("stepSeconds", stepSeconds);
            if (durationSeconds / stepSeconds > MOST_STEPS) {
                throw new InvalidValue("stepSeconds", stepSeconds, "at least a millionth of the duration");
            }
        }
    }
}
