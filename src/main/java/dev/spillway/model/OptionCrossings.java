package dev.spillway.model;

import dev.spillway.facts.LogCategory;
import dev.spillway.facts.Region;
import dev.spillway.facts.Regions;
import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the options of a namespace say about each other and about its region. */
final class OptionCrossings {
    private static final int FEWEST_ZONAL_UNITS = 3;
    private static final String OWNER = "given for a namespace that exists, whose owner decides it, leave it out";

    private final NamespaceSpec namespace;
    private final NamespaceOptions options;
    private final List<Crossing> found = new ArrayList<>();

    private OptionCrossings(NamespaceSpec namespace) {
        this.namespace = namespace;
        this.options = namespace.options();
    }

    static List<Crossing> of(NamespaceSpec namespace, String location) {
        OptionCrossings crossings = new OptionCrossings(namespace);
        crossings.zones(location);
        crossings.keys();
        crossings.network();
        crossings.diagnostics();
        crossings.existing();
        return crossings.found;
    }

    private void zones(String location) {
        if (!options.zoneRedundant().orElse(false)) {
            return;
        }
        Optional<Region> region = Regions.find(location);
        if (region.isPresent() && !region.get().hasZones()) {
            add(
                    "zoneRedundant",
                    "location",
                    "true, and " + location + " has no zones, leave it out or give a location with zones");
        }
        options.cluster()
                .filter(cluster -> cluster.capacityUnits().orElse(FEWEST_ZONAL_UNITS) < FEWEST_ZONAL_UNITS)
                .ifPresent(small -> add(
                        "dedicatedCluster.capacityUnits",
                        "zoneRedundant",
                        small.capacityUnits().getAsInt()
                                + " while zoneRedundant is true, which takes a unit in each zone, give "
                                + FEWEST_ZONAL_UNITS + " to "
                                + TierLimits.of(Tier.DEDICATED).units()));
    }

    private void keys() {
        boolean refused = !options.localAuth() && options.isOurs();
        if (refused && !options.sasRules().isEmpty()) {
            add(
                    "sasRules",
                    "localAuth",
                    "given while localAuth is false, which refuses every key, give localAuth true or leave them out");
        }
        options.sasRules().forEach(rule -> rights("sasRules." + rule.name(), rule));
        for (HubSpec hub : namespace.hubs()) {
            String at = "hubs." + hub.name() + ".sasRules";
            if (refused && !hub.options().sasRules().isEmpty()) {
                add(
                        at,
                        "localAuth",
                        "given while localAuth is false, which refuses every key, give localAuth true or leave them out");
            }
            hub.options().sasRules().forEach(rule -> rights(at + "." + rule.name(), rule));
        }
    }

    private void rights(String at, SasRule rule) {
        boolean partial = rule.rights().contains(SasRule.Right.MANAGE)
                && !rule.rights().containsAll(List.of(SasRule.Right.SEND, SasRule.Right.LISTEN));
        if (rule.rights().isEmpty()) {
            add(at + ".rights", at + ".rights", "none, give Send, Listen or Manage");
        }
        if (partial) {
            add(at + ".rights", at + ".rights", "Manage alone is refused by Azure, give [Send, Listen, Manage]");
        }
    }

    private void network() {
        if (options.network().isEmpty()) {
            return;
        }
        NetworkSpec network = options.network().get();
        String access = "network.publicNetworkAccess";
        if (!network.isPublic() && network.privateEndpoints().isEmpty()) {
            add(
                    access,
                    "network.privateEndpoints",
                    "Disabled without a private endpoint, so that nobody could send, give privateEndpoints or Enabled");
        }
        String closed =
                "given while publicNetworkAccess is Disabled, which lets nobody in over the public way, give Enabled or leave them out";
        if (!network.isPublic() && !network.ipRules().isEmpty()) {
            add("network.ipRules", access, closed);
        }
        if (!network.isPublic() && !network.subnetIds().isEmpty()) {
            add("network.subnetIds", access, closed);
        }
    }

    private void diagnostics() {
        if (options.diagnostics().isEmpty()) {
            return;
        }
        DiagnosticsSpec wanted = options.diagnostics().get();
        if (wanted.workspaceId().isEmpty() && wanted.storageAccountId().isEmpty()) {
            add("diagnostics.workspaceId", "diagnostics.storageAccountId", "missing, give it or storageAccountId");
        }
        List<LogCategory> known = LogCategory.of(namespace.tier());
        wanted.categories().stream()
                .filter(category -> !known.contains(category))
                .forEach(category -> add(
                        "diagnostics.categories",
                        "tier",
                        category.azureName() + " is written on no "
                                + namespace.tier().azureName() + " namespace, give "
                                + known.stream().map(LogCategory::azureName).collect(Collectors.joining(", "))));
    }

    private void existing() {
        if (options.isOurs()) {
            return;
        }
        if (namespace.azureName().isEmpty()) {
            add("namespaceName", "existing", "missing, give the name of the namespace that exists");
        }
        owned("zoneRedundant", options.zoneRedundant().isPresent());
        owned("dedicatedCluster", options.cluster().isPresent());
        owned("kafka", !options.kafka());
        owned("localAuth", options.localAuth());
        owned("network", options.network().isPresent());
        owned("encryption", options.encryption().isPresent());
        owned("disasterRecovery", options.disasterRecovery().isPresent());
        owned("resetInflatedCapacity", namespace.resetInflatedCapacity());
    }

    private void owned(String key, boolean given) {
        if (given) {
            add(key, "existing", OWNER);
        }
    }

    private void add(String path, String because, String message) {
        found.add(Crossing.of(path, because, message));
    }
}
