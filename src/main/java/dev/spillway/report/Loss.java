package dev.spillway.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What one namespace, or one subscription of Event Grid, would lose.
 *
 * @param namespace its name; of a subscription {@code subscription S of T}
 * @param missing why it is not computable; empty where it is
 * @param budget the budget in words; empty where there is none, which any loss keeps
 * @param when causes and times of the loss, and when pods and units were added, as sentences
 * @param json the forecast in full, as {@code forecast --json} has it
 */
public record Loss(
        String namespace,
        List<String> missing,
        double offeredEvents,
        double lostEvents,
        double lossPercent,
        double burstSharePercent,
        double windowSeconds,
        double low,
        double high,
        String budget,
        boolean withinBudget,
        List<String> decidedBy,
        List<String> when,
        List<String> assumptions,
        List<Point> timeline,
        ObjectNode json) {
    public Loss {
        missing = List.copyOf(missing);
        decidedBy = List.copyOf(decidedBy);
        when = List.copyOf(when);
        assumptions = List.copyOf(assumptions);
        timeline = List.copyOf(timeline);
    }

    /** What cannot be told keeps no budget that there is: an unknown loss is not a small one. */
    public static Loss notComputable(String namespace, List<String> missing, String budget) {
        return new Loss(
                namespace,
                missing,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                budget,
                budget.isEmpty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                JsonNodeFactory.instance.objectNode());
    }

    /** What it is, in words. */
    public String title() {
        return isOfSubscription() ? namespace : "namespace " + namespace;
    }

    /** Whether it is the loss of a subscription of Event Grid, which has no burst and no picture. */
    public boolean isOfSubscription() {
        return namespace.startsWith("subscription ");
    }

    public boolean computable() {
        return missing.isEmpty();
    }

    /** State from one change until the next. */
    public record Point(
            double atSeconds,
            double offeredPerSecond,
            double capacityPerSecond,
            double waitingEvents,
            double lostEventsSoFar,
            double readyPods,
            double throughputUnits) {}
}
