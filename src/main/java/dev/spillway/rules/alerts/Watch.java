package dev.spillway.rules.alerts;

import dev.spillway.view.AlertCondition;
import dev.spillway.view.Fact;
import dev.spillway.view.HubView;

/** Whether an alert counts that asks for a signal. */
final class Watch {
    private Watch() {}

    /** Fires as soon as a metric is above a threshold that is low enough, or above one that it learns. */
    static Fact<Boolean> above(AlertCondition condition, double mostThreshold) {
        Fact<Boolean> low = condition
                .threshold()
                .map(threshold -> threshold <= mostThreshold)
                .orDefault(true);
        Fact<Boolean> up = condition
                .operator()
                .map(operator -> operator.startsWith("Greater"))
                .orDefault(true);
        return low.then(fits -> fits ? up : low);
    }

    /** Fires when hardly anything comes in, for the very hub where the namespace has several. */
    static Fact<Boolean> silence(AlertCondition condition, HubView hub, boolean isAlone) {
        Fact<Boolean> down = condition
                .operator()
                .map(operator -> operator.startsWith("Less"))
                .orDefault(true);
        return down.then(fits -> fits
                ? condition
                        .entityDimension()
                        .map(dimension -> names(condition, dimension, hub))
                        .orElseGet(() -> Fact.known(condition.path(), isAlone))
                : down);
    }

    private static Fact<Boolean> names(AlertCondition condition, String dimension, HubView hub) {
        return condition
                .entities(dimension)
                .then(names -> names.contains("*")
                        ? Fact.known(dimension, true)
                        : hub.azureName().map(names::contains));
    }
}
