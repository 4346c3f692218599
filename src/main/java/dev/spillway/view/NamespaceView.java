package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.facts.Tier;

/** An Event Hubs namespace; inputs that are absent have the service's default. */
public record NamespaceView(ResourceView resource) implements Subject {
    private static final String TIER = "sku.tier";
    private static final String SKU_NAME = "sku.name";
    private static final String CLUSTER = "clusterArmId";
    private static final String CAPACITY_TAG = "spillway-capacity-units";
    private static final String TIERS = "Basic, Standard, Premium or Dedicated";

    public Fact<String> azureName() {
        return resource.text("namespaceName");
    }

    /** The tier, or the name of the SKU where no tier is given; without either it is Standard. In a cluster it is Dedicated. */
    public Fact<Tier> tier() {
        Fact<String> cluster = resource.text(CLUSTER);
        if (!cluster.isAbsent()) {
            return Fact.known(cluster.path(), Tier.DEDICATED);
        }
        Fact<String> tier = resource.text(TIER);
        Fact<String> given = tier.isAbsent() ? resource.text(SKU_NAME) : tier;
        return given.orDefault(Tier.STANDARD.azureName())
                .then(name -> Tier.byAzureName(name)
                        .map(known -> Fact.known(given.path(), known))
                        .orElseGet(
                                () -> Fact.unknown(given.path(), "met \"" + name + "\" where " + TIERS + " belongs")));
    }

    /** Bought units; 1 where none are given. Those of a cluster are in a tag that our components write, or are not known. */
    public Fact<Integer> capacity() {
        Fact<String> cluster = resource.text(CLUSTER);
        if (!cluster.isAbsent()) {
            Fact<String> units = tag(CAPACITY_TAG);
            return units.isAbsent()
                    ? Fact.unknown(cluster.path(), "the units of the cluster are not said")
                    : units.then(text -> whole(units.path(), text));
        }
        return resource.whole("sku.capacity").orDefault(1);
    }

    public Fact<Boolean> autoInflate() {
        return resource.flag("isAutoInflateEnabled").orDefault(false);
    }

    public Fact<Integer> maximumThroughputUnits() {
        return resource.whole("maximumThroughputUnits");
    }

    /** The most units that the namespace reaches by itself: the ceiling of auto-inflate, or else what was bought. */
    public Fact<Integer> reachableUnits() {
        return autoInflate().then(on -> {
            Fact<Integer> ceiling = maximumThroughputUnits();
            return on && !ceiling.isAbsent() ? ceiling : capacity();
        });
    }

    private static Fact<Integer> whole(String path, String text) {
        return text.matches("[1-9][0-9]{0,3}")
                ? Fact.known(path, Integer.valueOf(text))
                : Fact.unknown(path, "met \"" + text + "\" where a number of units belongs");
    }

    /** Whether only identities may sign in, no keys. */
    public Fact<Boolean> refusesKeys() {
        return resource.flag("disableLocalAuth").orDefault(false);
    }

    /** Whether nobody comes in over the public network. */
    public Fact<Boolean> isClosed() {
        return resource.text("publicNetworkAccess").orDefault("Enabled").map("Disabled"::equals);
    }

    /** The Dedicated cluster that it lives in. */
    public Fact<String> clusterId() {
        return resource.text("clusterArmId");
    }

    /** How many places hold the events themselves; absent without replication. */
    public Fact<JsonNode> replicas() {
        return resource.node("geoDataReplication.locations");
    }

    /** Whether the events are replicated to a second place. */
    public Fact<Boolean> isReplicated() {
        return replicas().map(places -> places.size() > 1).orDefault(false);
    }

    /** The namespace as role assignments and alerts name it. */
    public ArmTarget target() {
        return ArmTarget.of(resource, "namespaces", azureName());
    }

    public Fact<String> location() {
        return resource.text("location");
    }

    public Fact<Boolean> zoneRedundant() {
        return resource.flag("zoneRedundant");
    }

    public Fact<String> tag(String key) {
        return resource.text(InputPath.child("tags", key));
    }
}
