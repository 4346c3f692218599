package dev.spillway.report;

import java.util.List;
import java.util.Optional;

/**
 * What the pipelines of a stack or a scenario would have to be for their budget.
 *
 * @param place the file that was read, as the user named it
 * @param pricesDate when the list prices were read
 */
public record SizeReport(String name, String place, String pricesDate, List<Part> parts) {
    public SizeReport {
        parts = List.copyOf(parts);
    }

    /** Whether every pipeline can keep its budget. */
    public boolean isPossible() {
        return parts.stream().allMatch(Part::isPossible);
    }

    /**
     * One pipeline.
     *
     * @param missing why nothing can be computed; empty where it can
     * @param estimated whether losses beside the declared one come from fewer runs than a forecast makes
     * @param cheapest empty where no design keeps the budget
     * @param weaker the next cheaper one, which does not
     * @param rateLimited senders that hold themselves back, where that keeps the budget at no higher price
     */
    public record Part(
            String namespace,
            List<String> missing,
            String budget,
            boolean keepsBudget,
            double offeredEvents,
            double lostEvents,
            Cost cost,
            List<Row> alone,
            boolean estimated,
            Optional<Choice> cheapest,
            Optional<Choice> weaker,
            Optional<Choice> rateLimited) {
        public Part {
            missing = List.copyOf(missing);
            alone = List.copyOf(alone);
        }

        public static Part notComputable(String namespace, List<String> missing, String budget) {
            return new Part(
                    namespace,
                    missing,
                    budget,
                    false,
                    0,
                    0,
                    new Cost(0, 0),
                    List.of(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        public boolean isPossible() {
            return keepsBudget || cheapest.isPresent() || rateLimited.isPresent();
        }
    }

    /** US dollars a month: with the fewest units all the time, and with the most. */
    public record Cost(double floor, double ceiling) {}

    /**
     * One setting alone, the others as declared.
     *
     * @param of whose it is; empty where it is the namespace's, or all senders'
     * @param declared infinity for endless, zero where it is off
     * @param enough the smallest value that keeps the budget; empty where none does
     * @param lostThen what is lost with it, or with the largest value that was tried
     */
    public record Row(
            String setting,
            String of,
            String unit,
            double declared,
            Optional<Double> enough,
            String method,
            String note,
            double lostThen) {}

    /**
     * A design, as what it changes.
     *
     * @param mostWaiting events in the senders' memory
     */
    public record Choice(
            List<Value> changes, double lostEvents, double longestDelaySeconds, double mostWaiting, Cost cost) {
        public Choice {
            changes = List.copyOf(changes);
        }
    }

    /** A setting and its value; the note says the same in other words, and may be empty. */
    public record Value(String setting, String of, String unit, double value, String note) {}
}
