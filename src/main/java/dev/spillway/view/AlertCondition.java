package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One criterion of a metric alert.
 *
 * @param alert the alert's resource
 * @param path of the criterion
 */
public record AlertCondition(ResourceView alert, String path) {
    /** The criteria of a metric alert; unknown where they cannot be read. */
    static Fact<List<AlertCondition>> of(ResourceView alert) {
        return alert.node("criteria.allOf").map(list -> {
            List<AlertCondition> conditions = new ArrayList<>();
            for (int at = 0; at < list.size(); at++) {
                conditions.add(new AlertCondition(alert, "criteria.allOf." + at));
            }
            return conditions;
        });
    }

    public Fact<String> metric() {
        return alert.text(path + ".metricName");
    }

    /** Such as {@code GreaterThan}; absent in a condition that learns its threshold. */
    public Fact<String> operator() {
        return alert.text(path + ".operator");
    }

    /** Absent in a condition that learns it. */
    public Fact<Double> threshold() {
        return alert.number(path + ".threshold");
    }

    /** Where the dimension stands that tells hubs apart; empty where all of them are added up. */
    public Optional<String> entityDimension() {
        Fact<JsonNode> dimensions = alert.node(path + ".dimensions");
        for (int at = 0; at < dimensions.whenKnown().map(JsonNode::size).orElse(0); at++) {
            String name =
                    alert.text(path + ".dimensions." + at + ".name").whenKnown().orElse("EntityName");
            if (name.equals("EntityName")) {
                return Optional.of(path + ".dimensions." + at);
            }
        }
        return dimensions.isUnknown() ? Optional.of(path + ".dimensions") : Optional.empty();
    }

    /** The hubs that the dimension names; {@code *} is all of them. */
    public Fact<List<String>> entities(String dimension) {
        return alert.texts(dimension + ".values");
    }
}
