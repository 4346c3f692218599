package dev.spillway.config;

import dev.spillway.model.MqttSpec.Binding;
import java.util.List;

/** The keys of one permission of a group of MQTT clients. */
final class MqttBindingSection {
    static final Keys KEYS = new Keys("eventGrid.namespaces.*.mqtt.permissionBindings.*");
    private static final Key<String> GROUP = KEYS.required("clientGroup", TextForm.of(GridNames.MQTT_TEXT));
    private static final Key<String> SPACE = KEYS.required("topicSpace", TextForm.of(GridNames.MQTT_NAME));
    private static final Key<Boolean> PUBLISHES =
            KEYS.required("permission", ChoiceForm.of("a permission", MqttBindingSection::word, List.of(true, false)));

    static final Form<MqttBindingSection> FORM = KEYS.as("a binding", MqttBindingSection::new);

    private final Fields fields;

    private MqttBindingSection(Fields fields) {
        this.fields = fields;
    }

    private static String word(boolean publishes) {
        return publishes ? "Publisher" : "Subscriber";
    }

    void checkGroup(List<String> known) {
        check(GROUP, known, "clientGroups");
    }

    void checkSpace(List<String> known) {
        check(SPACE, known, "topicSpaces");
    }

    private void check(Key<String> key, List<String> known, String where) {
        fields.get(key)
                .held()
                .filter(name -> !known.contains(name))
                .ifPresent(name -> fields.report(
                        key,
                        name + " is not among the " + where + ", give "
                                + (known.isEmpty() ? "one that is declared there" : Listing.or(known))));
    }

    Binding spec(String name) {
        return new Binding(
                name,
                fields.get(GROUP).value(),
                fields.get(SPACE).value(),
                fields.get(PUBLISHES).value());
    }
}
