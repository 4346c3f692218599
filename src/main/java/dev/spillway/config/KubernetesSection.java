package dev.spillway.config;

import dev.spillway.model.ClusterSpec;
import java.time.Duration;
import java.util.List;

/** The keys of {@code cluster}: where the workloads run. */
final class KubernetesSection {
    static final Keys KEYS = new Keys("cluster");
    private static final Key<ExistingClusterSection> EXISTING = KEYS.optional("existing", ExistingClusterSection.FORM);
    private static final Key<NewClusterSection> NEW = KEYS.optional("new", NewClusterSection.FORM);
    private static final Key<Duration> NODE_START =
            KEYS.optional("nodeStartSeconds", NumberForm.seconds("a time", Range.fromZero(NumberForm.MOST_SECONDS)));
    private static final Key<Integer> PLACEHOLDERS =
            KEYS.optional("placeholderPods", NumberForm.whole("a number of pods", 0, 1000));

    static final Form<KubernetesSection> FORM = KEYS.as("a cluster", KubernetesSection::new);

    private final Fields fields;

    private KubernetesSection(Fields fields) {
        this.fields = fields;
        var existing = fields.get(EXISTING);
        var declared = fields.get(NEW);
        if (existing.isAbsent() && declared.isAbsent()) {
            fields.report(EXISTING, "missing, give existing with a name and a resourceGroup, or new");
        }
        if (!existing.isAbsent() && !declared.isAbsent()) {
            fields.reportAtGiven(List.of(NEW), "a cluster is there or is declared, keep existing or new");
        }
    }

    ClusterSpec spec() {
        var nodeStart = fields.get(NODE_START).held().orElse(ClusterSpec.NODE_START);
        var placeholders = Optionals.ofInt(fields.get(PLACEHOLDERS));
        return fields.get(EXISTING)
                .held()
                .map(existing -> existing.spec(nodeStart, placeholders))
                .orElseGet(() -> fields.get(NEW).value().spec(nodeStart, placeholders));
    }
}
