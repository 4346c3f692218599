package dev.spillway.rules.eventgrid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.rule.Context;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.DeployedResource;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Gap;
import dev.spillway.view.TwinView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Flags failover pairs of which one half was changed by hand, or was never made. */
public final class TwinsNotDrifted implements Rule<TwinView> {
    private static final int MOST_SAID = 5;

    private static final RuleCard CARD = RuleCard.named("EG-029", "twins-not-drifted")
            .severity(Severity.HIGH)
            .level(Level.MANDATORY)
            .judges("failover pair")
            .summary("The two regions of a pair are not equal any more")
            .loses(
                    "Publishers that fail over find other subscriptions, filters, identities or rights than those they left, and "
                            + "what these do not take is dropped")
            .fix(FixClass.NONE, "Update the stack, so that both are as they are described, and change neither by hand")
            .build();

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<TwinView> subjects(EventTopology topology) {
        return topology.grid().twins();
    }

    @Override
    public Verdict check(TwinView twin, Context context) {
        return twin.secondary().isUnknown()
                ? Verdict.unknown(twin, twin.secondary())
                : compare(twin, context.deployed());
    }

    private static Verdict compare(TwinView twin, Deployed deployed) {
        if (!deployed.isKnown()) {
            return Verdict.unknown(List.of(
                    new Gap(twin.urn(), twin.name(), "tags.spillway-pair", "the deployed state is not at hand")));
        }
        if (deployed.find(twin.urn()).isEmpty()) {
            return Verdict.notApplicable("it is not deployed yet");
        }
        if (twin.secondary().isAbsent()) {
            return Verdict.violation("tags.spillway-pair", "no counterpart in the stack", "the same in both regions");
        }
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, Optional<String>> part : twin.parts().entrySet()) {
            compare(part.getKey(), part.getValue(), deployed).ifPresent(differences::add);
        }
        twin.surplus().stream()
                .filter(urn -> deployed.find(urn).isPresent())
                .forEach(urn -> differences.add(name(urn) + " has no counterpart"));
        return differences.isEmpty()
                ? Verdict.pass()
                : Verdict.violation("", said(differences), "the same in both regions");
    }

    private static Optional<String> compare(String urn, Optional<String> counterpart, Deployed deployed) {
        Optional<DeployedResource> here = deployed.find(urn);
        Optional<DeployedResource> there = counterpart.flatMap(deployed::find);
        if (here.isEmpty() && there.isEmpty()) {
            return Optional.empty();
        }
        if (here.isEmpty() || there.isEmpty()) {
            return Optional.of(name(urn) + " is deployed in one region alone");
        }
        Optional<String> path = TwinDifference.between(outputs(here.get()), outputs(there.get()));
        return path.map(at -> name(urn) + ": " + at);
    }

    /** What the service says; what it was never asked is what was declared. */
    private static JsonNode outputs(DeployedResource resource) {
        return resource.outputs().isEmpty() ? resource.inputs() : resource.outputs();
    }

    private static String said(List<String> differences) {
        String first = differences.stream().limit(MOST_SAID).collect(Collectors.joining("; "));
        return differences.size() <= MOST_SAID ? first : first + "; and " + (differences.size() - MOST_SAID) + " more";
    }

    private static String name(String urn) {
        return urn.substring(urn.lastIndexOf("::") + 2);
    }
}
