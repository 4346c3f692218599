package dev.spillway.config;

/** The keys of {@code existing}: where a namespace lies that is somebody else's. */
final class ExistingSection {
    static final Keys KEYS = new Keys("eventHubs.*.existing");
    private static final Key<String> RESOURCE_GROUP = KEYS.required("resourceGroup", TextForm.of(Names.RESOURCE_GROUP));

    static final Form<String> FORM = KEYS.as(
            "a place of a namespace",
            fields -> fields.get(RESOURCE_GROUP).held().orElse(""));

    private ExistingSection() {}
}
