package dev.spillway.config;

import dev.spillway.model.HealthSpec;

/** The keys of a workload's {@code health}. */
final class HealthSection {
    static final Keys KEYS = new Keys("workloads.*.health");
    private static final Key<Integer> PORT = KEYS.optional("port", NumberForm.whole("a port", 1, 65_535));
    private static final Key<String> LIVE = KEYS.optional("livePath", TextForm.of(Names.URL_PATH));
    private static final Key<String> READY = KEYS.optional("readyPath", TextForm.of(Names.URL_PATH));

    static final Form<HealthSpec> FORM = KEYS.as("a health endpoint", HealthSection::read);

    private HealthSection() {}

    private static HealthSpec read(Fields fields) {
        HealthSpec standard = HealthSpec.STANDARD;
        var spec = new HealthSpec(
                fields.get(PORT).held().orElse(standard.port()),
                fields.get(LIVE).held().orElse(standard.livePath()),
                fields.get(READY).held().orElse(standard.readyPath()));
        if (spec.livePath().equals(spec.readyPath())) {
            fields.report(
                    READY,
                    spec.readyPath()
                            + " is the livePath too, and a pod that waits for its link would be restarted, give"
                            + " paths that differ");
        }
        return spec;
    }
}
