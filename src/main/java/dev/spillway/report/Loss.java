package dev.spillway.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What one namespace, or one subscription of Event Grid, would lose.
 *
 * @param namespace its name; of a subscription {@code subscription S of T}
 * @param missing why it is not computable; empty where it is
 * @param budget the budget in words; empty where there is none, which any loss keeps
 * @param when causes and times of the loss, and when pods and units were added, as sentences
 * @param detail what only a forecast in full shows
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
        Detail detail,
        ObjectNode json) {
    private static final double NOTHING_EVENTS = 0.5;

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
                Detail.NONE,
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

    /**
     * State from one change until the next: rates hold, volumes run along straight lines.
     *
     * @param waitingEvents before the broker
     * @param unreadEvents accepted, and not read yet
     * @param readyReaders zero where readers are not followed
     */
    public record Point(
            double atSeconds,
            double offeredPerSecond,
            double capacityPerSecond,
            double waitingEvents,
            double lostEventsSoFar,
            double readyPods,
            double throughputUnits,
            double unreadEvents,
            double readyReaders) {}

    /**
     * Where events were lost and waited, and what the answer hangs on.
     *
     * @param stages in the order in which events pass them
     * @param band empty where nobody asked for it
     */
    public record Detail(List<Stage> stages, Optional<Band> band) {
        public static final Detail NONE = new Detail(List.of(), Optional.empty());

        public Detail {
            stages = List.copyOf(stages);
        }
    }

    /** One stretch of the way from the producer to the reader. */
    public record Stage(String name, double lostEvents, double mostWaiting, String why) {}

    /**
     * Lost events over the ranges of what the platform does not publish.
     *
     * @param unknowns the one that moves the loss most first
     */
    public record Band(double low, double high, List<Unknown> unknowns) {
        public Band {
            unknowns = List.copyOf(unknowns);
        }
    }

    /**
     * A figure that is not published, alone at both ends of its range.
     *
     * @param high infinity where there may be no limit
     */
    public record Unknown(
            String name, String unit, double low, double high, double lostAtLow, double lostAtHigh, String source) {
        /** Whether it moves the loss by an event at all. */
        public boolean matters() {
            return Math.abs(lostAtHigh - lostAtLow) > NOTHING_EVENTS;
        }
    }
}
