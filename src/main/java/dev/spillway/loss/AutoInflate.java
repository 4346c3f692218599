package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;

/** The units of a namespace, growing a while after they begin to bind; they never shrink. */
final class AutoInflate {
    private final Admission admission;
    private final List<LossForecast.InflateStep> steps = new ArrayList<>();
    private int units;
    private int mostUnits;
    private double dueAtSeconds = Double.POSITIVE_INFINITY;

    AutoInflate(Admission admission) {
        this.admission = admission;
        this.units = admission.throughputUnits();
        this.mostUnits = units;
    }

    int units() {
        return units;
    }

    int mostUnits() {
        return mostUnits;
    }

    List<LossForecast.InflateStep> steps() {
        return steps;
    }

    double dueAtSeconds() {
        return dueAtSeconds;
    }

    void applyDue(double nowSeconds) {
        if (nowSeconds < dueAtSeconds - Simulation.INSTANT_SECONDS) {
            return;
        }
        int more = Math.min(admission.maximumThroughputUnits(), units + admission.autoInflateStepUnits());
        steps.add(new LossForecast.InflateStep(nowSeconds, units, more));
        moveTo(more);
    }

    /** Another number of units from now on: grown, or those of another region. */
    void moveTo(int otherUnits) {
        units = otherUnits;
        mostUnits = Math.max(mostUnits, otherUnits);
        dueAtSeconds = Double.POSITIVE_INFINITY;
    }

    /** Starts the timer when the namespace begins to bind, and stops it when it no longer does. */
    void observe(boolean namespaceBinds, double nowSeconds) {
        boolean canGrow = admission.autoInflate() && units < admission.maximumThroughputUnits();
        if (!namespaceBinds || !canGrow) {
            dueAtSeconds = Double.POSITIVE_INFINITY;
        } else if (Double.isInfinite(dueAtSeconds)) {
            dueAtSeconds = nowSeconds + admission.autoInflateReactionSeconds();
        }
    }
}
