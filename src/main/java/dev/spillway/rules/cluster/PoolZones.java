package dev.spillway.rules.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spillway.facts.Region;
import dev.spillway.facts.Regions;
import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.ClusterView;
import dev.spillway.view.Fact;
import dev.spillway.view.PoolView;
import java.util.stream.IntStream;

/** Flags pools whose nodes stand in too few zones. */
public final class PoolZones extends ListedRule<PoolView> {
    static final Parameter<Integer> MINIMUM = Parameter.whole("minZones", 3, "fewest zones of a pool");

    public PoolZones() {
        super(
                RuleCard.named("AK-002", "pool-zones")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("pool of nodes")
                        .summary("One zone can take all pods")
                        .loses(
                                "The outage of one zone takes every sender and reader that runs there: what they held is gone, and "
                                        + "nobody sends until others have started")
                        .fix(FixClass.AT_CREATION, "Create the pool over {minZones} zones")
                        .parameters(MINIMUM)
                        .reach(Reach.UPSTREAM)
                        .build(),
                topology -> topology.clusters().pools());
    }

    @Override
    public Verdict check(PoolView pool, Context context) {
        int wanted = context.get(MINIMUM);
        return Verdict.on(pool, pool.zones(), seen -> {
            if (seen >= wanted) {
                return Verdict.pass();
            }
            return seen > 0 ? few(pool, seen, wanted) : none(pool, wanted);
        });
    }

    /** A pool that lists any zone stands in a region that has them; of any other the region tells. */
    private static Verdict none(PoolView pool, int wanted) {
        Fact<String> location = pool.cluster().then(ClusterView::location);
        Fact<Region> region = location.then(place -> Regions.find(place)
                .map(found -> Fact.known(location.path(), found))
                .orElseGet(() -> Fact.unknown(
                        location.path(), "met \"" + place + "\", which our table of regions does not have")));
        return Verdict.on(
                pool,
                region,
                known -> known.hasZones()
                        ? few(pool, 0, wanted)
                        : Verdict.notApplicable(known.name() + " has no zones"));
    }

    private static Verdict few(PoolView pool, int seen, int wanted) {
        ArrayNode zones = JsonNodeFactory.instance.arrayNode();
        IntStream.rangeClosed(1, wanted).forEach(zone -> zones.add(String.valueOf(zone)));
        String path = pool.path("availabilityZones");
        return Verdict.violation(path, Figures.count(seen, "zone"), "at least " + Figures.count(wanted, "zone"))
                .withChanges(Change.set(pool, path, zones));
    }
}
