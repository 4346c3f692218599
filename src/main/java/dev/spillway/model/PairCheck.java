package dev.spillway.model;

import dev.spillway.facts.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds everything wrong with what is asked of a pair before anything of it is declared. */
public final class PairCheck {
    private PairCheck() {}

    /** Throws {@link Problems} that name everything that is missing or impossible. */
    public static void check(
            String name,
            String azureName,
            Tier tier,
            NamespaceOptions options,
            DisasterRecoverySpec recovery,
            String location) {
        NamespaceSpec paired = new NamespaceSpec(
                name,
                Optional.of(azureName),
                Optional.empty(),
                tier,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                false,
                List.of(),
                options.with(recovery));
        String component = "EventHubsGeoDisasterRecoveryPair " + name;
        List<Problem> problems = new ArrayList<>();
        if (options.recovery(DisasterRecoverySpec.Kind.METADATA).isPresent()) {
            problems.add(new Problem(
                    component, 0, 0, "primary", "paired already, give a namespace without disasterRecovery"));
        }
        if (recovery.kind() != DisasterRecoverySpec.Kind.METADATA) {
            problems.add(new Problem(
                    component, 0, 0, "disasterRecovery.kind", recovery.kind().key() + " is no pair, give metadata"));
        }
        NamespaceFormats.wrongIn(paired, (path, message) -> add(problems, component, path, message));
        Crossing.in(paired, location).forEach(wrong -> add(problems, component, wrong.path(), wrong.message()));
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
    }

    /** What the namespace itself is asked is not the pair's business. */
    private static void add(List<Problem> problems, String component, String path, String message) {
        if (path.startsWith("disasterRecovery")) {
            problems.add(new Problem(component, 0, 0, path, message));
        }
    }
}
