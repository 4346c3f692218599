package dev.spillway.rules.alerts;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Pillar;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.ActionGroupView;
import dev.spillway.view.AlertView;
import dev.spillway.view.ArmTarget;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.Search;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Flags alerts that nobody hears. */
public final class AlertReachesSomeone extends ListedRule<AlertView> {
    static final Parameter<Integer> MINIMUM =
            Parameter.whole("minReceivers", 1, "fewest receivers that an alert has to reach");

    private static final String ENABLED = "enabled";

    public AlertReachesSomeone() {
        super(
                RuleCard.named("AL-015", "alert-reaches-someone")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("alert on a resource of the pipeline")
                        .summary("The alert reaches nobody")
                        .loses(
                                "The alert fires and nobody hears it: what it announces goes on until someone misses the events")
                        .fix(
                                FixClass.NONE,
                                "Switch the alert on and give it an action group with {minReceivers} receiver or more")
                        .pillar(Pillar.OPERATIONS)
                        .parameters(MINIMUM)
                        .build(),
                topology -> topology.alerts().alerts());
    }

    @Override
    public Verdict check(AlertView alert, Context context) {
        Search ours = watchesPipeline(alert, context.topology());
        return Verdict.on(
                ours,
                () -> Verdict.on(
                        alert,
                        alert.isEnabled(),
                        on -> on
                                ? receivers(alert, context)
                                : Verdict.violation(ENABLED, "false", "true")
                                        .withChanges(Change.set(alert, ENABLED, true))),
                () -> Verdict.notApplicable("it watches nothing of the pipeline"));
    }

    private static Search watchesPipeline(AlertView alert, EventTopology topology) {
        Set<Gap> gaps = new LinkedHashSet<>();
        for (ArmTarget target : topology.pipelineNear(alert)) {
            Search search = Search.among(List.of(alert), one -> one.watches(target));
            if (search.isFound()) {
                return search;
            }
            gaps.addAll(search.gaps());
        }
        return Search.unknown(List.copyOf(gaps));
    }

    private static Verdict receivers(AlertView alert, Context context) {
        List<Fact<ActionGroupView>> groups = context.topology().alerts().groups(alert);
        int wanted = context.get(MINIMUM);
        int reached = 0;
        List<Gap> gaps = new ArrayList<>();
        for (Fact<ActionGroupView> group : groups) {
            if (!group.isKnown()) {
                gaps.addAll(Gap.in(
                        alert,
                        group.isAbsent() ? Fact.unknown(group.path(), "the action group is not in the stack") : group));
                continue;
            }
            Fact<Integer> receivers = group.value().receivers();
            reached += receivers.whenKnown().orElse(0);
            gaps.addAll(Gap.in(group.value(), receivers));
        }
        if (reached >= wanted) {
            return Verdict.pass();
        }
        String seen = groups.isEmpty() ? "no action group" : Figures.count(reached, "receiver");
        return Verdict.whenKnown(
                gaps, () -> Verdict.violation("actions", seen, "at least " + Figures.count(wanted, "receiver")));
    }
}
