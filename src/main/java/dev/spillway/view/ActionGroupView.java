package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Who an alert tells. */
public record ActionGroupView(ResourceView resource) implements Subject {
    private static final String RECEIVERS = "Receivers";

    public Fact<String> azureName() {
        return resource.text("actionGroupName");
    }

    /** How many receivers it reaches; none while it is off. */
    public Fact<Integer> receivers() {
        return resource.flag("enabled").orDefault(true).then(on -> on ? count() : Fact.known("enabled", 0));
    }

    private Fact<Integer> count() {
        int count = 0;
        for (Map.Entry<String, JsonNode> field : resource.inputs().properties()) {
            if (field.getKey().endsWith(RECEIVERS)) {
                JsonNode list = Inputs.open(field.getValue());
                if (Inputs.isUnknown(list)) {
                    return Fact.unknown(field.getKey(), "known only after deployment");
                }
                count += (int) StreamSupport.stream(list.spliterator(), false).count();
            }
        }
        return Fact.known("emailReceivers", count);
    }
}
