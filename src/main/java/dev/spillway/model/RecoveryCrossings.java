package dev.spillway.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a second region asks of a namespace. */
final class RecoveryCrossings {
    private static final String AT = "disasterRecovery";
    private static final String KIND = AT + ".kind";

    private final NamespaceSpec namespace;
    private final DisasterRecoverySpec recovery;
    private final String location;
    private final List<Crossing> found = new ArrayList<>();

    private RecoveryCrossings(NamespaceSpec namespace, DisasterRecoverySpec recovery, String location) {
        this.namespace = namespace;
        this.recovery = recovery;
        this.location = location;
    }

    static List<Crossing> of(NamespaceSpec namespace, String location) {
        Optional<DisasterRecoverySpec> recovery = namespace.options().disasterRecovery();
        if (recovery.isEmpty()) {
            return List.of();
        }
        RecoveryCrossings crossings = new RecoveryCrossings(namespace, recovery.get(), location);
        switch (recovery.get().kind()) {
            case NONE -> crossings.none();
            case METADATA -> crossings.metadata();
            case GEO_REPLICATION -> crossings.geoReplication();
        }
        return crossings.found;
    }

    private void none() {
        when(recovery.aliasName().isPresent(), "aliasName", KIND, "given with kind none, leave it out");
        notOfKind("secondaryNamespaceName", recovery.secondaryNamespaceName().isPresent());
        notOfKind("privateEndpoints", !recovery.privateEndpoints().isEmpty());
        notOfKind("maxReplicationLagSeconds", recovery.maxReplicationLag().isPresent());
    }

    private void metadata() {
        secondRegion();
        when(
                recovery.aliasName().isEmpty(),
                "aliasName",
                KIND,
                "missing, give the name that clients use for either namespace, 6 to 50 letters, digits and hyphens, a letter first and no hyphen last");
        notOfKind("maxReplicationLagSeconds", recovery.maxReplicationLag().isPresent());
        when(
                isSame(recovery.aliasName(), namespace.azureName()),
                "aliasName",
                "namespaceName",
                "the name of the namespace, give another");
        when(
                isSame(recovery.secondaryNamespaceName(), namespace.azureName())
                        || isSame(recovery.secondaryNamespaceName(), recovery.aliasName()),
                "secondaryNamespaceName",
                "namespaceName",
                "the name of the namespace or of the alias, give another");
    }

    private void geoReplication() {
        secondRegion();
        notOfKind("aliasName", recovery.aliasName().isPresent());
        notOfKind("secondaryNamespaceName", recovery.secondaryNamespaceName().isPresent());
        notOfKind("privateEndpoints", !recovery.privateEndpoints().isEmpty());
        when(
                !namespace.tier().isLarge(),
                "kind",
                "tier",
                "geoReplication on " + namespace.tier().azureName()
                        + ", which copies no events, give metadata, or tier Premium or Dedicated");
        recovery.maxReplicationLag()
                .filter(RecoveryCrossings::impossible)
                .ifPresent(lag -> when(
                        true,
                        "maxReplicationLagSeconds",
                        AT + ".maxReplicationLagSeconds",
                        lag.toSeconds() + " is not possible, give 0, which waits for both regions, or "
                                + DisasterRecoverySpec.SHORTEST_LAG.toSeconds() + " to "
                                + DisasterRecoverySpec.LONGEST_LAG.toSeconds()));
    }

    private void secondRegion() {
        when(
                namespace
                        .options()
                        .cluster()
                        .flatMap(DedicatedCluster::existingId)
                        .isPresent(),
                "kind",
                "dedicatedCluster",
                recovery.kind().key()
                        + " with the id of one cluster, and each region needs a cluster of its own, give capacityUnits in dedicatedCluster, which declares two");
        when(
                recovery.secondaryLocation().isEmpty(),
                "secondaryLocation",
                "secondaryLocation",
                "missing, give the other region here or at the top");
        when(
                recovery.secondaryLocation().filter(location::equals).isPresent(),
                "secondaryLocation",
                "location",
                location + " is the region of the namespace, and a pair in one region is lost together, give another");
    }

    private void notOfKind(String key, boolean given) {
        when(given, key, KIND, "given with kind " + recovery.kind().key() + ", which has none, leave it out");
    }

    private static boolean isSame(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() && one.get().equalsIgnoreCase(other.get());
    }

    private static boolean impossible(Duration lag) {
        return !lag.isZero()
                && (lag.compareTo(DisasterRecoverySpec.SHORTEST_LAG) < 0
                        || lag.compareTo(DisasterRecoverySpec.LONGEST_LAG) > 0);
    }

    private void when(boolean wrong, String key, String because, String message) {
        if (wrong) {
            found.add(Crossing.of(AT + "." + key, because, message));
        }
    }
}
