package dev.spillway.components;

import com.pulumi.resources.Resource;
import dev.spillway.plan.LiveCapacity;
import dev.spillway.plan.NamespacePlan;
import dev.spillway.plan.Planned;
import dev.spillway.plan.Source;
import java.util.Optional;

/**
 * What the engine's output says about the units of a namespace: which are declared and why, wherever that is not simply what
 * was planned and is there.
 */
record CapacityNotice(boolean isWarning, String text) {
    /** Empty where the planned units are there already, or are about to be created. */
    static Optional<CapacityNotice> of(NamespacePlan plan) {
        if (!plan.autoInflate().value() || isAsPlanned(plan)) {
            return Optional.empty();
        }
        boolean failed = plan.live() instanceof LiveCapacity.NotRead unread && unread.failed();
        String ceiling = plan.maximumThroughputUnits().source() == Source.DEPLOYED
                ? "; maximumThroughputUnits " + words(plan.maximumThroughputUnits())
                : "";
        String text = "throughputUnits " + words(plan.throughputUnits()) + ceiling;
        return Optional.of(
                new CapacityNotice(failed, failed ? text + "; an update stops here until it can be read" : text));
    }

    private static boolean isAsPlanned(NamespacePlan plan) {
        return plan.live() instanceof LiveCapacity.Units there
                ? there.units() == plan.plannedUnits()
                : plan.live() instanceof LiveCapacity.NotCreated;
    }

    private static String words(Planned<Integer> units) {
        return units.value() + " (" + units.source().key() + "): " + units.reason();
    }

    /** Hands it to the engine, which shows it beside the component. */
    void tell(Resource component) {
        if (isWarning) {
            EngineLog.warn(text, component);
        } else {
            EngineLog.info(text, component);
        }
    }
}
