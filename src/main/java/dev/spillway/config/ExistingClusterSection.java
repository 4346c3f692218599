package dev.spillway.config;

import dev.spillway.model.ClusterSpec;
import java.time.Duration;
import java.util.OptionalInt;

/** The keys of a cluster that is there. */
final class ExistingClusterSection {
    static final Keys KEYS = new Keys("cluster.existing");
    private static final Key<String> NAME = KEYS.required("name", TextForm.of(Names.CLUSTER));
    private static final Key<String> RESOURCE_GROUP = KEYS.required("resourceGroup", TextForm.of(Names.RESOURCE_GROUP));
    private static final Key<String> ISSUER = KEYS.optional("oidcIssuerUrl", TextForm.of(Names.HTTPS_URL));

    static final Form<ExistingClusterSection> FORM = KEYS.as("a cluster", ExistingClusterSection::new);

    private final Fields fields;

    private ExistingClusterSection(Fields fields) {
        this.fields = fields;
    }

    ClusterSpec spec(Duration nodeStart, OptionalInt placeholderPods) {
        return new ClusterSpec.Existing(
                fields.get(NAME).value(),
                fields.get(RESOURCE_GROUP).value(),
                fields.get(ISSUER).held(),
                nodeStart,
                placeholderPods);
    }
}
