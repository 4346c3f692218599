package dev.spillway.rules.regions;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.RegionTopology;
import java.util.Set;
import java.util.TreeSet;

/** Flags replication that has nowhere to replicate to. */
public final class GeoReplicationLocations extends ListedRule<NamespaceView> {
    private static final String LOCATIONS = "geoDataReplication.locations";

    public GeoReplicationLocations() {
        super(
                RuleCard.named("DR-008", "geo-replication-locations")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("Event Hubs namespace")
                        .summary("Replication replicates nothing")
                        .loses(
                                "Without a second place in another region there is no replica to promote: the events of a failed "
                                        + "region are gone")
                        .fix(FixClass.NONE, "List two regions, one of them with roleType Secondary")
                        .reach(Reach.ALONE)
                        .build(),
                EventTopology::namespaces);
    }

    @Override
    public Verdict check(NamespaceView namespace, Context context) {
        return namespace.replicas().isAbsent()
                ? Verdict.notApplicable("it is not replicated")
                : Verdict.on(namespace, namespace.replicas(), list -> judge(namespace, list.size()));
    }

    private static Verdict judge(NamespaceView namespace, int size) {
        Set<String> regions = new TreeSet<>();
        boolean hasSecondary = false;
        for (int at = 0; at < size; at++) {
            Fact<String> region =
                    RegionTopology.region(namespace.resource().text(LOCATIONS + "." + at + ".locationName"));
            Fact<String> role = namespace
                    .resource()
                    .text(LOCATIONS + "." + at + ".roleType")
                    .orDefault("Primary");
            if (!region.isKnown() || !role.isKnown()) {
                return Verdict.unknown(namespace, region, role);
            }
            regions.add(region.value());
            hasSecondary |= role.value().equals("Secondary");
        }
        if (regions.size() < 2) {
            return Verdict.violation(LOCATIONS, "only " + String.join(", ", regions), "two regions");
        }
        return hasSecondary
                ? Verdict.pass()
                : Verdict.violation(
                        LOCATIONS, "no location with roleType Secondary", "one Secondary beside the Primary");
    }
}
