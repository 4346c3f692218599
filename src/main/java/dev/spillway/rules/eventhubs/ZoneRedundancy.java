package dev.spillway.rules.eventhubs;

import dev.spillway.facts.Region;
import dev.spillway.facts.Regions;
import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.NamespaceView;

/** Flags namespaces whose log stands in one datacentre. */
public final class ZoneRedundancy extends ListedRule<NamespaceView> {
    static final Parameter<Boolean> EXPLICIT =
            Parameter.flag("requireExplicit", false, "whether zoneRedundant has to be written out");

    private static final String ZONE_REDUNDANT = "zoneRedundant";

    private static final RuleCard CARD = RuleCard.named("EH-006", "zone-redundancy")
            .severity(Severity.HIGH)
            .level(Level.MANDATORY)
            .judges("Event Hubs namespace")
            .summary("Namespace does not survive the loss of a zone")
            .loses(
                    "The outage of one datacentre takes the log with it: accepted events that were not read yet are gone")
            .fix(FixClass.AT_CREATION, "Create the namespace with zoneRedundant true, in a region with zones")
            .parameters(EXPLICIT)
            .reach(Reach.ALONE)
            .build();

    public ZoneRedundancy() {
        super(CARD, EventTopology::namespaces);
    }

    @Override
    public Verdict check(NamespaceView namespace, Context context) {
        Fact<Region> region = region(namespace);
        if (region.whenKnown().filter(known -> !known.hasZones()).isPresent()) {
            return Verdict.violation(
                    "location", region.value().name() + ", a region without zones", "a region with zones");
        }
        Fact<Boolean> redundant = namespace.zoneRedundant();
        return redundant.isAbsent()
                ? notWritten(namespace, region, context)
                : Verdict.on(namespace, redundant, yes -> yes ? Verdict.pass() : violation(namespace, "false"));
    }

    private static Verdict notWritten(NamespaceView namespace, Fact<Region> region, Context context) {
        if (context.get(EXPLICIT)) {
            return violation(namespace, "not given");
        }
        return Verdict.on(
                namespace,
                region,
                known -> Verdict.pass(
                        "zoneRedundant is not given; Azure spreads new namespaces over the zones of " + known.name()));
    }

    private static Verdict violation(NamespaceView namespace, String seen) {
        return Verdict.violation(ZONE_REDUNDANT, seen, "true").withChanges(Change.set(namespace, ZONE_REDUNDANT, true));
    }

    private static Fact<Region> region(NamespaceView namespace) {
        Fact<String> location = namespace.location();
        return location.then(name -> Regions.find(name)
                .map(region -> Fact.known(location.path(), region))
                .orElseGet(() -> Fact.unknown(
                        location.path(), "met \"" + name + "\", which our table of regions does not have")));
    }
}
