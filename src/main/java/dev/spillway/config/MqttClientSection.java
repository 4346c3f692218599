package dev.spillway.config;

import dev.spillway.model.MqttSpec.Client;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The keys of one MQTT client. */
final class MqttClientSection {
    static final Keys KEYS = new Keys("eventGrid.namespaces.*.mqtt.clients.*");
    private static final Key<String> AUTHENTICATION_NAME =
            KEYS.optional("authenticationName", TextForm.of(GridNames.MQTT_TEXT));
    private static final Key<String> VALIDATION =
            KEYS.optional("validationScheme", ChoiceForm.of("a validation", Function.identity(), Client.VALIDATIONS));
    private static final Key<List<String>> THUMBPRINTS =
            KEYS.optional("thumbprints", GridSourceKeys.texts("thumbprints", GridNames.THUMBPRINT, 2));
    private static final Key<Map<String, Answer<String>>> ATTRIBUTES = KEYS.optional(
            "attributes",
            new NamedForm<>("a mapping of attributes", GridNames.MQTT_NAME, 20, TextForm.of(GridNames.MQTT_TEXT)));

    static final Form<MqttClientSection> FORM = KEYS.as("a client", MqttClientSection::new);

    private final Fields fields;

    private MqttClientSection(Fields fields) {
        this.fields = fields;
        boolean byThumbprint = fields.get(VALIDATION).holds(Client.BY_THUMBPRINT::equals);
        boolean isGiven = !fields.get(THUMBPRINTS).isAbsent();
        if (byThumbprint && !isGiven) {
            fields.report(THUMBPRINTS, "missing, ThumbprintMatch needs them, give one or two thumbprints");
        }
        if (!byThumbprint && !fields.get(VALIDATION).isWrong() && isGiven) {
            fields.report(THUMBPRINTS, "belong to validationScheme ThumbprintMatch, leave them out");
        }
    }

    Client spec(String name) {
        Map<String, String> attributes = new LinkedHashMap<>();
        fields.get(ATTRIBUTES).orGiven(Map.of()).value().forEach((key, value) -> attributes.put(key, value.value()));
        return new Client(
                name,
                fields.get(AUTHENTICATION_NAME).held(),
                fields.get(VALIDATION).held().orElse(Client.VALIDATIONS.get(0)),
                fields.get(THUMBPRINTS).orGiven(List.of()).value(),
                attributes);
    }
}
