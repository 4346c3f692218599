package dev.spillway.rule;

import dev.spillway.view.DeployedResource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known of the stack as it runs, beside what is declared; either all its resources, or nothing at all. */
public final class Deployed {
    public static final Deployed NOTHING_KNOWN = new Deployed(Optional.empty());

    private final Optional<Map<String, DeployedResource>> byUrn;

    private Deployed(Optional<Map<String, DeployedResource>> byUrn) {
        this.byUrn = byUrn;
    }

    /** A stack whose resources are these, each URN once. */
    public static Deployed of(Collection<DeployedResource> resources) {
        return new Deployed(Optional.of(
                resources.stream().collect(Collectors.toUnmodifiableMap(DeployedResource::urn, Function.identity()))));
    }

    /** Whether a resource that is not found is known not to be deployed. */
    public boolean isKnown() {
        return byUrn.isPresent();
    }

    public Optional<DeployedResource> find(String urn) {
        return byUrn.flatMap(resources -> Optional.ofNullable(resources.get(urn)));
    }
}
