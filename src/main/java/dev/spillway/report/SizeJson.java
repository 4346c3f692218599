package dev.spillway.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.report.SizeReport.Choice;
import dev.spillway.report.SizeReport.Cost;
import dev.spillway.report.SizeReport.Part;
import dev.spillway.report.SizeReport.Row;
import dev.spillway.report.SizeReport.Value;
import java.util.Optional;

/** Sizes for machines: version 1. */
public final class SizeJson {
    private static final int VERSION = 1;
    private static final double CENTS = 100;
    private static final double FOUR_DECIMALS = 1e4;

    private SizeJson() {}

    public static String of(SizeReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION).put("name", report.name()).put("possible", report.isPossible());
        json.putObject("prices")
                .put("currency", "USD")
                .put("date", report.pricesDate())
                .put("estimate", true);
        ArrayNode parts = json.putArray("namespaces");
        report.parts().forEach(part -> parts.add(part(part)));
        return json.toPrettyString() + "\n";
    }

    private static ObjectNode part(Part part) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("namespace", part.namespace());
        if (!part.missing().isEmpty()) {
            ArrayNode missing = json.putArray("notComputable");
            part.missing().forEach(missing::add);
            return json;
        }
        json.put("budget", part.budget()).put("keepsBudget", part.keepsBudget());
        number(json, "offeredEvents", part.offeredEvents());
        number(json, "lostEvents", part.lostEvents());
        json.set("monthlyCost", cost(part.cost()));
        ArrayNode alone = json.putArray("alone");
        part.alone().forEach(row -> alone.add(row(row)));
        choice(json, "cheapest", part.cheapest());
        choice(json, "nextCheaper", part.weaker());
        choice(json, "rateLimited", part.rateLimited());
        return json;
    }

    private static ObjectNode row(Row row) {
        ObjectNode json = setting(row.setting(), row.of(), row.unit());
        number(json, "declared", row.declared());
        row.enough().ifPresentOrElse(value -> number(json, "enough", value), () -> json.putNull("enough"));
        json.put("method", row.method()).put("note", row.note());
        number(json, "lostEvents", row.lostThen());
        return json;
    }

    private static void choice(ObjectNode json, String name, Optional<Choice> choice) {
        if (choice.isEmpty()) {
            json.putNull(name);
            return;
        }
        ObjectNode node = json.putObject(name);
        ArrayNode changes = node.putArray("changes");
        choice.get().changes().forEach(change -> changes.add(change(change)));
        number(node, "lostEvents", choice.get().lostEvents());
        number(node, "longestDelaySeconds", choice.get().longestDelaySeconds());
        number(node, "mostWaitingEvents", choice.get().mostWaiting());
        node.set("monthlyCost", cost(choice.get().cost()));
    }

    private static ObjectNode change(Value value) {
        ObjectNode json = setting(value.setting(), value.of(), value.unit());
        number(json, "value", value.value());
        return json.put("note", value.note());
    }

    private static ObjectNode setting(String setting, String of, String unit) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("setting", setting);
        if (!of.isEmpty()) {
            json.put("of", of);
        }
        return json.put("unit", unit);
    }

    private static ObjectNode cost(Cost cost) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("floor", Math.round(cost.floor() * CENTS) / CENTS)
                .put("ceiling", Math.round(cost.ceiling() * CENTS) / CENTS);
    }

    /** JSON has no infinity: what is endless is null. */
    private static void number(ObjectNode json, String name, double value) {
        if (Double.isInfinite(value)) {
            json.putNull(name);
            return;
        }
        double rounded = Math.round(value * FOUR_DECIMALS) / FOUR_DECIMALS;
        if (rounded == Math.rint(rounded)) {
            json.put(name, (long) rounded);
        } else {
            json.put(name, rounded);
        }
    }
}
