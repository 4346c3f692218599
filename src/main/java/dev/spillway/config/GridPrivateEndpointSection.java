package dev.spillway.config;

/** The keys of one private endpoint of an Event Grid resource. */
final class GridPrivateEndpointSection {
    static final Keys KEYS = new Keys("eventGrid.network.privateEndpoints");
    private static final Key<String> SUBNET_ID = KEYS.required("subnetId", TextForm.of(GridNames.RESOURCE_ID));

    static final Form<GridPrivateEndpointSection> FORM = KEYS.as("a private endpoint", GridPrivateEndpointSection::new);

    private final Fields fields;

    private GridPrivateEndpointSection(Fields fields) {
        this.fields = fields;
    }

    /** Two that could not be read are not the same. */
    Object identity() {
        return fields.get(SUBNET_ID).held().<Object>map(id -> id).orElse(this);
    }

    String subnetId() {
        return fields.get(SUBNET_ID).value();
    }
}
