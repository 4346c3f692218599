package dev.spillway.config;

import dev.spillway.model.AccessSpec;
import dev.spillway.model.TextFormat;
import java.util.List;

/** The keys of {@code access}. */
final class AccessSection {
    private static final int MOST = 1000;
    static final Keys KEYS = new Keys("eventHubs.*.hubs.*.access");
    private static final Key<List<String>> SENDERS = KEYS.optional("senders", principals());
    private static final Key<List<String>> RECEIVERS = KEYS.optional("receivers", principals());
    private static final Key<List<String>> OWNERS = KEYS.optional("owners", principals());

    static final Form<AccessSpec> FORM = KEYS.as("a list of who may do what", AccessSection::spec);

    private AccessSection() {}

    private static Form<List<String>> principals() {
        return AzureTexts.list("a list of principals", TextFormat.PRINCIPAL_ID, MOST);
    }

    private static AccessSpec spec(Fields fields) {
        return new AccessSpec(
                fields.get(SENDERS).held().orElse(List.of()),
                fields.get(RECEIVERS).held().orElse(List.of()),
                fields.get(OWNERS).held().orElse(List.of()));
    }
}
