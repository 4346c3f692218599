package dev.spillway.loss;

import java.util.List;
import java.util.Optional;

/**
 * How many events may be lost before the broker accepts them, over the ranges of what the platform does not publish.
 *
 * @param hangsOn the figure that moves the loss most; empty where none of them does
 * @param parameters every such figure that plays a part, the one that moves most first
 */
public record Band(double low, double high, Optional<String> hangsOn, List<Sensitivity> parameters) {
    public Band {
        parameters = List.copyOf(parameters);
    }

    /** A full sentence, to stand beside the forecast. */
    String sentence() {
        if (hangsOn.isEmpty()) {
            return "Nothing that the platform does not publish would change this loss within its range.";
        }
        Sensitivity first = parameters.get(0);
        return Wording.sentence(
                "Over the ranges of what the platform does not publish %s to %s events are lost; most hangs on %s, from %s to %s %s.",
                Wording.number(low),
                Wording.number(high),
                first.parameter(),
                Wording.number(first.low()),
                Wording.number(first.high()),
                first.unit());
    }

    /**
     * What one figure does alone.
     *
     * @param low the lower end of its range
     * @param best the value that the forecast was computed with
     * @param high the upper end; infinity stands for no limit
     * @param source where the range comes from
     */
    public record Sensitivity(
            String parameter,
            String unit,
            double low,
            double best,
            double high,
            double lostAtLow,
            double lostAtHigh,
            String source) {
        double spreadEvents() {
            return Math.abs(lostAtHigh - lostAtLow);
        }
    }
}
