package dev.spillway.rules.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.List;

/** Flags event workloads whose pods may all stand on one node or in one zone. */
public final class Spread extends ListedRule<WorkloadView> {
    private static final String CONSTRAINTS = "topologySpreadConstraints";
    private static final List<String> KEYS = List.of("topology.kubernetes.io/zone", "kubernetes.io/hostname");

    public Spread() {
        super(
                RuleCard.named("KW-019", "spread")
                        .severity(Severity.HIGH)
                        .level(Level.ADVISORY)
                        .judges("workload")
                        .summary("One node or zone may hold all pods")
                        .loses(
                                "All pods go with one node or zone, with what they held, and nobody sends until others have started")
                        .fix(FixClass.IN_PLACE, "Spread the pods over zones and over hosts")
                        .build(),
                EventTopology::workloads);
    }

    @Override
    public Verdict check(WorkloadView workload, Context context) {
        return EventRole.judge(workload, role -> {
            Fact<JsonNode> apart = workload.pods().spec("affinity.podAntiAffinity");
            return apart.isAbsent() ? constraints(workload) : Verdict.on(workload, apart, rules -> Verdict.pass());
        });
    }

    private static Verdict constraints(WorkloadView workload) {
        Fact<JsonNode> given = workload.pods().spec(CONSTRAINTS);
        if (given.isUnknown()) {
            return Verdict.unknown(workload, given);
        }
        int size = given.whenKnown().map(JsonNode::size).orElse(0);
        List<String> missing = new ArrayList<>(KEYS);
        for (int at = 0; at < size; at++) {
            Fact<String> key = workload.resource().text(workload.pods().path(CONSTRAINTS + "." + at + ".topologyKey"));
            if (key.isUnknown()) {
                return Verdict.unknown(workload, key);
            }
            missing.remove(key.whenKnown().orElse(""));
        }
        return missing.isEmpty() ? Verdict.pass() : violation(workload, given, missing);
    }

    private static Verdict violation(WorkloadView workload, Fact<JsonNode> given, List<String> missing) {
        ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
        given.whenKnown().ifPresent(list -> list.forEach(wanted::add));
        JsonNode selector =
                workload.resource().node("spec.selector").whenKnown().orElseGet(JsonNodeFactory.instance::objectNode);
        missing.forEach(key -> wanted.addObject()
                .put("maxSkew", 1)
                .put("topologyKey", key)
                .put("whenUnsatisfiable", "ScheduleAnyway")
                .set("labelSelector", selector));
        String path = workload.pods().path(CONSTRAINTS);
        return Verdict.violation(path, "nothing over " + String.join(" and ", missing), "a constraint for each")
                .withChanges(Change.set(workload, path, wanted));
    }
}
