package dev.spillway.model;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Finds ids, names and figures in the options of a namespace that cannot be what they stand for. */
final class NamespaceFormats {
    private static final List<Integer> PROCESSING_UNITS = List.of(1, 2, 4, 8, 16);

    private final BiConsumer<String, String> report;

    private NamespaceFormats(BiConsumer<String, String> report) {
        this.report = report;
    }

    /** @param report takes the argument and what is wrong with it */
    static void wrongIn(NamespaceSpec namespace, BiConsumer<String, String> report) {
        NamespaceFormats formats = new NamespaceFormats(report);
        NamespaceOptions options = namespace.options();
        formats.figures(options);
        options.network().ifPresent(network -> formats.network("network.", network));
        options.encryption().ifPresent(formats::encryption);
        options.diagnostics().ifPresent(formats::diagnostics);
        options.disasterRecovery().ifPresent(formats::recovery);
        options.sasRules()
                .forEach(rule -> formats.text("sasRules." + rule.name(), rule.name(), TextFormat.ENTITY_NAME));
        options.schemaGroups()
                .forEach(group -> formats.text("schemaGroups." + group.name(), group.name(), TextFormat.ENTITY_NAME));
        options.applicationGroups().forEach(formats::applicationGroup);
        formats.text("existing.resourceGroup", options.existingGroup(), TextFormat.RESOURCE_GROUP);
        namespace.hubs().forEach(formats::hub);
    }

    private void figures(NamespaceOptions options) {
        options.processingUnits().stream()
                .filter(units -> !PROCESSING_UNITS.contains(units))
                .forEach(units -> report.accept(
                        "processingUnits", units + " is not possible, give 1, 2, 4, 8 or 16 processing units"));
        options.ingressMegabytesPerSecondPerUnit().stream()
                .filter(rate -> !(rate > 0 && rate <= 10_000))
                .forEach(rate -> report.accept(
                        "ingressMegabytesPerSecondPerUnit",
                        rate + " is not possible, give a number above 0, at most 10000"));
        options.cluster().ifPresent(cluster -> {
            text("dedicatedCluster.existingId", cluster.existingId(), TextFormat.CLUSTER_ID);
            int most = TierLimits.of(Tier.DEDICATED).units();
            cluster.capacityUnits().stream()
                    .filter(units -> units < 1 || units > most)
                    .forEach(units -> report.accept(
                            "dedicatedCluster.capacityUnits",
                            units + " is not possible, give 1 to " + most + " capacity units"));
        });
    }

    private void network(String at, NetworkSpec network) {
        endpoints(at, network.privateEndpoints());
        texts(at + "ipRules", network.ipRules(), TextFormat.IP_RANGE);
        texts(at + "subnetIds", network.subnetIds(), TextFormat.SUBNET_ID);
        atMost(
                at + "ipRules",
                network.ipRules().size(),
                TierLimits.of(Tier.STANDARD).ipRules());
        atMost(
                at + "subnetIds",
                network.subnetIds().size(),
                TierLimits.of(Tier.STANDARD).subnetRules());
    }

    private void endpoints(String at, List<NetworkSpec.PrivateEndpoint> endpoints) {
        for (int index = 0; index < endpoints.size(); index++) {
            String here = at + "privateEndpoints[" + index + "].";
            text(here + "subnetId", endpoints.get(index).subnetId(), TextFormat.SUBNET_ID);
            text(here + "privateDnsZoneId", endpoints.get(index).privateDnsZoneId(), TextFormat.PRIVATE_ZONE_ID);
            text(here + "location", endpoints.get(index).location(), TextFormat.REGION);
        }
    }

    private void encryption(EncryptionSpec encryption) {
        text("encryption.keyVaultId", encryption.keyVaultId(), TextFormat.KEY_VAULT_ID);
        text("encryption.keyName", encryption.keyName(), TextFormat.KEY_NAME);
        text("encryption.keyVersion", encryption.keyVersion(), TextFormat.KEY_VERSION);
        text("encryption.identityId", encryption.identityId(), TextFormat.IDENTITY_ID);
    }

    private void diagnostics(DiagnosticsSpec diagnostics) {
        text("diagnostics.workspaceId", diagnostics.workspaceId(), TextFormat.WORKSPACE_ID);
        text("diagnostics.storageAccountId", diagnostics.storageAccountId(), TextFormat.STORAGE_ACCOUNT_ID);
    }

    private void recovery(DisasterRecoverySpec recovery) {
        String at = "disasterRecovery.";
        text(at + "aliasName", recovery.aliasName(), TextFormat.NAMESPACE_NAME);
        text(at + "secondaryLocation", recovery.secondaryLocation(), TextFormat.REGION);
        text(at + "secondaryNamespaceName", recovery.secondaryNamespaceName(), TextFormat.NAMESPACE_NAME);
        endpoints(at, recovery.privateEndpoints());
    }

    private void applicationGroup(ApplicationGroup group) {
        String at = "applicationGroups." + group.name();
        text(at, group.name(), TextFormat.ENTITY_NAME);
        text(at + ".client", group.client(), TextFormat.APPLICATION);
        group.limits().forEach((limit, most) -> {
            if (most < 1) {
                report.accept(at + "." + limit.azureName(), most + " is not possible, give 1 or more each second");
            }
        });
    }

    private void hub(HubSpec hub) {
        String at = "hub." + hub.name() + ".";
        HubOptions options = hub.options();
        texts(at + "access.senders", options.access().senders(), TextFormat.PRINCIPAL_ID);
        texts(at + "access.receivers", options.access().receivers(), TextFormat.PRINCIPAL_ID);
        texts(at + "access.owners", options.access().owners(), TextFormat.PRINCIPAL_ID);
        options.sasRules().forEach(rule -> text(at + "sasRules." + rule.name(), rule.name(), TextFormat.ENTITY_NAME));
        hub.consumerGroups().forEach(group -> text(at + "consumerGroups", group, TextFormat.ENTITY_NAME));
        atMost(
                at + "sasRules",
                options.sasRules().size(),
                TierLimits.of(Tier.STANDARD).sasRules());
        options.hotPartitionShare().stream()
                .filter(share -> !(share > 0 && share <= 1))
                .forEach(share -> report.accept(
                        at + "hotPartitionShare", share + " is not possible, give a share above 0, at most 1"));
        options.tombstoneRetention()
                .filter(span -> span.toHours() < 1 || span.toHours() > 8760)
                .ifPresent(span -> report.accept(
                        at + "tombstoneRetention", span.toHours() + " is not possible, give 1 to 8760 hours"));
    }

    private void atMost(String argument, int met, int most) {
        if (met > most) {
            report.accept(argument, met + " items, give at most " + most);
        }
    }

    private void texts(String argument, List<String> texts, TextFormat format) {
        for (int index = 0; index < texts.size(); index++) {
            text(argument + "[" + index + "]", texts.get(index), format);
        }
    }

    private void text(String argument, Optional<String> text, TextFormat format) {
        text.ifPresent(given -> text(argument, given, format));
    }

    private void text(String argument, String text, TextFormat format) {
        if (!format.fits(text)) {
            report.accept(argument, "\"" + text + "\" is not " + format.noun() + ", give " + format.right());
        }
    }
}
