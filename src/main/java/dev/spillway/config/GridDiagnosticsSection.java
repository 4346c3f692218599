package dev.spillway.config;

/** The keys of the {@code diagnostics} of an Event Grid resource. */
final class GridDiagnosticsSection {
    static final Keys KEYS = new Keys("eventGrid.diagnostics");
    private static final Key<String> WORKSPACE_ID = KEYS.required("workspaceId", TextForm.of(GridNames.RESOURCE_ID));

    static final Form<GridDiagnosticsSection> FORM = KEYS.as("diagnostics", GridDiagnosticsSection::new);

    private final Fields fields;

    private GridDiagnosticsSection(Fields fields) {
        this.fields = fields;
    }

    String workspaceId() {
        return fields.get(WORKSPACE_ID).value();
    }
}
