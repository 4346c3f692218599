package dev.spillway.cli;

import dev.spillway.loss.LossForecast;
import dev.spillway.model.Problems;
import dev.spillway.model.StackSpec;
import dev.spillway.plan.EventGridPlan;
import dev.spillway.plan.LossSummary;
import dev.spillway.plan.StackPlan;
import dev.spillway.units.NumberText;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Tries an edit of a {@code stack.yaml} out: plans the edited stack anew and forecasts its losses. */
final class Trial {
    private final String file;
    private final byte[] text;
    private final Function<StackSpec, StackPlan> planner;
    private final OptionalDouble lostNow;

    Trial(String file, byte[] text, Function<StackSpec, StackPlan> planner, StackPlan plan) {
        this.file = file;
        this.text = text.clone();
        this.planner = planner;
        this.lostNow = lost(plan);
    }

    /** Events lost with these edits, beside those lost now; empty where there is no edit, or nothing can be computed. */
    String lostAfter(Collection<StackEdit> edits) {
        if (edits.isEmpty()) {
            return "";
        }
        try {
            OptionalDouble after = lost(planner.apply(PatchedStack.read(file, text, edits)));
            return after.isPresent()
                    ? NumberText.whole(after.getAsDouble()) + " events lost (now " + NumberText.whole(lostNow.orElse(0))
                            + ")"
                    : "not computable";
        } catch (Problems refused) {
            return "refused: " + refused.problems().get(0).message();
        }
    }

    /** The sum over all namespaces and subscriptions; empty where one of them is not computable. */
    private static OptionalDouble lost(StackPlan plan) {
        double sum = 0;
        for (var namespace : plan.namespaces()) {
            Optional<LossForecast> forecast = plan.forecast(namespace);
            if (forecast.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += forecast.get().lostEvents();
        }
        for (var source : plan.eventGrid().everySource()) {
            for (var subscription : source.allSubscriptions()) {
                Optional<LossSummary> loss = EventGridPlan.lossSummary(
                        source, subscription, plan.spec().recovery());
                if (loss.isEmpty()) {
                    return OptionalDouble.empty();
                }
                sum += loss.get().lostEvents();
            }
        }
        return OptionalDouble.of(sum);
    }
}
