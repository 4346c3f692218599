package dev.spillway.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a namespace may be asked for beside its size on Standard.
 *
 * @param processingUnits on Premium: 1, 2, 4, 8 or 16; derived where empty
 * @param ingressMegabytesPerSecondPerUnit what one unit of Premium or Dedicated lets in, measured by its owner
 * @param cluster on Dedicated
 * @param zoneRedundant where empty, as the region has it
 * @param localAuth whether keys are accepted beside Entra identities
 * @param existingGroup resource group of a namespace that is somebody else's, so that only what is in it is declared
 */
public record NamespaceOptions(
        OptionalInt processingUnits,
        OptionalDouble ingressMegabytesPerSecondPerUnit,
        Optional<DedicatedCluster> cluster,
        Optional<Boolean> zoneRedundant,
        boolean kafka,
        boolean localAuth,
        Optional<NetworkSpec> network,
        Optional<EncryptionSpec> encryption,
        List<SasRule> sasRules,
        List<SchemaGroup> schemaGroups,
        List<ApplicationGroup> applicationGroups,
        Optional<DiagnosticsSpec> diagnostics,
        Optional<DisasterRecoverySpec> disasterRecovery,
        Optional<String> existingGroup) {
    public static final NamespaceOptions NONE = new Builder().build();

    public NamespaceOptions {
        sasRules = List.copyOf(sasRules);
        schemaGroups = List.copyOf(schemaGroups);
        applicationGroups = List.copyOf(applicationGroups);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Whether the namespace is declared here, and is not somebody else's. */
    public boolean isOurs() {
        return existingGroup.isEmpty();
    }

    /** The pairing of that kind; empty where another one or none is asked for. */
    public Optional<DisasterRecoverySpec> recovery(DisasterRecoverySpec.Kind kind) {
        return disasterRecovery.filter(recovery -> recovery.kind() == kind);
    }

    /** The same with that recovery. */
    public NamespaceOptions with(DisasterRecoverySpec recovery) {
        return toBuilder().disasterRecovery(Optional.of(recovery)).build();
    }

    /**
     * What the other namespace of a pair is asked for: the same, through endpoints of its own, and without what the service
     * copies by itself.
     */
    public NamespaceOptions forSecondary(DisasterRecoverySpec recovery, String primaryLocation) {
        // An endpoint lies where its virtual network lies, whatever it leads to.
        Optional<NetworkSpec> there = network.map(here -> here.with(
                recovery.privateEndpoints().isEmpty()
                        ? here.privateEndpoints().stream()
                                .map(endpoint -> endpoint.orIn(primaryLocation))
                                .toList()
                        : recovery.privateEndpoints()));
        NamespaceOptions same =
                toBuilder().network(there).disasterRecovery(Optional.empty()).build();
        return new NamespaceOptions(
                same.processingUnits,
                same.ingressMegabytesPerSecondPerUnit,
                same.cluster,
                same.zoneRedundant,
                same.kafka,
                same.localAuth,
                same.network,
                same.encryption,
                List.of(),
                List.of(),
                same.applicationGroups,
                same.diagnostics,
                same.disasterRecovery,
                same.existingGroup);
    }

    private Builder toBuilder() {
        return new Builder()
                .processingUnits(processingUnits)
                .ingressMegabytesPerSecondPerUnit(ingressMegabytesPerSecondPerUnit)
                .cluster(cluster)
                .zoneRedundant(zoneRedundant)
                .kafka(kafka)
                .localAuth(localAuth)
                .network(network)
                .encryption(encryption)
                .sasRules(sasRules)
                .schemaGroups(schemaGroups)
                .applicationGroups(applicationGroups)
                .diagnostics(diagnostics)
                .disasterRecovery(disasterRecovery)
                .existingGroup(existingGroup);
    }

    /** Collects the options. */
    public static final class Builder {
        private OptionalInt processingUnits = OptionalInt.empty();
        private OptionalDouble ingress = OptionalDouble.empty();
        private Optional<DedicatedCluster> cluster = Optional.empty();
        private Optional<Boolean> zoneRedundant = Optional.empty();
        private boolean kafka = true;
        private boolean localAuth;
        private Optional<NetworkSpec> network = Optional.empty();
        private Optional<EncryptionSpec> encryption = Optional.empty();
        private final List<SasRule> sasRules = new ArrayList<>();
        private final List<SchemaGroup> schemaGroups = new ArrayList<>();
        private final List<ApplicationGroup> applicationGroups = new ArrayList<>();
        private Optional<DiagnosticsSpec> diagnostics = Optional.empty();
        private Optional<DisasterRecoverySpec> disasterRecovery = Optional.empty();
        private Optional<String> existingGroup = Optional.empty();

        private Builder() {}

        public Builder processingUnits(OptionalInt units) {
            this.processingUnits = units;
            return this;
        }

        public Builder ingressMegabytesPerSecondPerUnit(OptionalDouble rate) {
            this.ingress = rate;
            return this;
        }

        public Builder cluster(Optional<DedicatedCluster> value) {
            this.cluster = value;
            return this;
        }

        public Builder zoneRedundant(Optional<Boolean> value) {
            this.zoneRedundant = value;
            return this;
        }

        public Builder kafka(boolean on) {
            this.kafka = on;
            return this;
        }

        public Builder localAuth(boolean on) {
            this.localAuth = on;
            return this;
        }

        public Builder network(Optional<NetworkSpec> value) {
            this.network = value;
            return this;
        }

        public Builder encryption(Optional<EncryptionSpec> value) {
            this.encryption = value;
            return this;
        }

        public Builder sasRules(List<SasRule> rules) {
            this.sasRules.addAll(rules);
            return this;
        }

        public Builder schemaGroups(List<SchemaGroup> groups) {
            this.schemaGroups.addAll(groups);
            return this;
        }

        public Builder applicationGroups(List<ApplicationGroup> groups) {
            this.applicationGroups.addAll(groups);
            return this;
        }

        public Builder diagnostics(Optional<DiagnosticsSpec> value) {
            this.diagnostics = value;
            return this;
        }

        public Builder disasterRecovery(Optional<DisasterRecoverySpec> value) {
            this.disasterRecovery = value;
            return this;
        }

        public Builder existingGroup(Optional<String> group) {
            this.existingGroup = group;
            return this;
        }

        public NamespaceOptions build() {
            return new NamespaceOptions(
                    processingUnits,
                    ingress,
                    cluster,
                    zoneRedundant,
                    kafka,
                    localAuth,
                    network,
                    encryption,
                    sasRules,
                    schemaGroups,
                    applicationGroups,
                    diagnostics,
                    disasterRecovery,
                    existingGroup);
        }
    }
}
