package dev.spillway.config;

import dev.spillway.model.GridNamespaceSpec.Concierge;

/** The keys of {@code concierge}: where the program runs that tells clients which namespace to use. */
final class ConciergeSection {
    static final Keys KEYS = new Keys("eventGrid.namespaces.*.concierge");
    private static final Key<String> DNS_NAME = KEYS.required("dnsName", TextForm.of(GridNames.DNS_LABEL));
    private static final Key<String> PRIMARY = KEYS.required("primaryHost", TextForm.of(GridNames.HOST_NAME));
    private static final Key<String> SECONDARY = KEYS.required("secondaryHost", TextForm.of(GridNames.HOST_NAME));

    static final Form<Concierge> FORM = KEYS.as("a concierge", ConciergeSection::read);

    private ConciergeSection() {}

    private static Concierge read(Fields fields) {
        if (fields.get(SECONDARY).holds(second -> fields.get(PRIMARY).holds(second::equalsIgnoreCase))) {
            fields.report(SECONDARY, "the same as primaryHost, give the host in the other region");
        }
        return new Concierge(
                fields.get(DNS_NAME).held().orElse(""),
                fields.get(PRIMARY).held().orElse(""),
                fields.get(SECONDARY).held().orElse(""));
    }
}
