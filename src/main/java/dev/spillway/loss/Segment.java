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

    /** A stretch whose rate changes all the time, and is followed in steps at the exact mean of each; the last may be shorter. */
    sealed interface Curve extends Segment {
        double stepSeconds();

        /** The mean rate between two moments of the stretch, both counted from its start. */
        double meanEventsPerSecond(double fromSeconds, double toSeconds);
    }

    /** A straight line between two rates. */
    record Ramp(double durationSeconds, double startEventsPerSecond, double endEventsPerSecond, double stepSeconds)
            implements Curve {
        public Ramp {
            Require.positive("durationSeconds", durationSeconds);
            Require.zeroOrMore("startEventsPerSecond", startEventsPerSecond);
            Require.zeroOrMore("endEventsPerSecond", endEventsPerSecond);
            requireSteps(durationSeconds, stepSeconds);
        }

        @Override
        public double meanEventsPerSecond(double fromSeconds, double toSeconds) {
            double middle = (fromSeconds + toSeconds) / 2 / durationSeconds;
            return startEventsPerSecond + (endEventsPerSecond - startEventsPerSecond) * middle;
        }
    }

    /**
     * A cosine around a mean rate, cut off at zero.
     *
     * @param peakAtSeconds when the rate is highest, counted from the start of the stretch
     */
    record Sinusoid(
            double durationSeconds,
            double meanEventsPerSecond,
            double amplitudeEventsPerSecond,
            double periodSeconds,
            double peakAtSeconds,
            double stepSeconds)
            implements Curve {
        public Sinusoid {
            Require.positive("durationSeconds", durationSeconds);
            Require.zeroOrMore("meanEventsPerSecond", meanEventsPerSecond);
            Require.zeroOrMore("amplitudeEventsPerSecond", amplitudeEventsPerSecond);
            Require.positive("periodSeconds", periodSeconds);
            Require.finite("peakAtSeconds", peakAtSeconds);
            requireSteps(durationSeconds, stepSeconds);
        }

        /** The mean of the cosine is the difference of its sines over the length. */
        @Override
        public double meanEventsPerSecond(double fromSeconds, double toSeconds) {
            double perRadian = periodSeconds / (2 * Math.PI);
            double sines = Math.sin((toSeconds - peakAtSeconds) / perRadian)
                    - Math.sin((fromSeconds - peakAtSeconds) / perRadian);
            double swing = amplitudeEventsPerSecond * perRadian * sines / (toSeconds - fromSeconds);
            return Math.max(0, meanEventsPerSecond + swing);
        }
    }

    private static void requireSteps(double durationSeconds, double stepSeconds) {
        int mostSteps = 1_000_000;
        Require.positive("stepSeconds", stepSeconds);
        if (durationSeconds / stepSeconds > mostSteps) {
            throw new InvalidValue("stepSeconds", stepSeconds, "at least a millionth of the duration");
        }
    }
}
