package dev.spillway.config;

import dev.spillway.model.CheckpointSpec;

/** The keys of a workload's {@code checkpoints}. */
final class CheckpointSection {
    static final Keys KEYS = new Keys("workloads.*.checkpoints");
    private static final Key<String> ACCOUNT = KEYS.required("storageAccount", TextForm.of(Names.STORAGE_ACCOUNT));
    private static final Key<String> GROUP = KEYS.required("resourceGroup", TextForm.of(Names.RESOURCE_GROUP));
    private static final Key<String> CONTAINER = KEYS.required("container", TextForm.of(Names.BLOB_CONTAINER));

    static final Form<CheckpointSection> FORM = KEYS.as("a checkpoint store", CheckpointSection::new);

    private final Fields fields;

    private CheckpointSection(Fields fields) {
        this.fields = fields;
    }

    CheckpointSpec spec() {
        return new CheckpointSpec(
                fields.get(ACCOUNT).value(),
                fields.get(GROUP).value(),
                fields.get(CONTAINER).value());
    }
}
