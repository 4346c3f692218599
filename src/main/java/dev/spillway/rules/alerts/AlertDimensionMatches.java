package dev.spillway.rules.alerts;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.AlertCondition;
import dev.spillway.view.AlertView;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.HubView;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.Search;
import java.util.ArrayList;
import java.util.List;

/** Flags alerts that watch a hub that is not there. */
public final class AlertDimensionMatches extends ListedRule<AlertView> {
    public AlertDimensionMatches() {
        super(
                RuleCard.named("AL-018", "alert-dimension-matches")
                        .severity(Severity.MEDIUM)
                        .level(Level.MANDATORY)
                        .judges("metric alert")
                        .summary("The alert watches a hub that is not there")
                        .loses(
                                "The dimension names no hub of the namespace, so the alert can never fire, and what it was to "
                                        + "announce goes unseen")
                        .fix(FixClass.NONE, "Name a hub of the namespace in EntityName, or * for all of them")
                        .build(),
                topology -> topology.alerts().alerts().stream()
                        .filter(alert -> alert.kind() == AlertView.Kind.METRIC)
                        .toList());
    }

    @Override
    public Verdict check(AlertView alert, Context context) {
        List<Gap> gaps = new ArrayList<>();
        for (NamespaceView namespace : context.topology().mayWatch(alert)) {
            Search watches = Search.among(List.of(alert), one -> one.watches(namespace.target()));
            gaps.addAll(watches.gaps());
            if (watches.isFound()) {
                return Verdict.on(
                        alert,
                        alert.conditions(),
                        conditions ->
                                judge(alert, conditions, context.topology().mayBeIn(namespace)));
            }
        }
        return Verdict.whenKnown(gaps, () -> Verdict.notApplicable("it watches no namespace of the stack"));
    }

    private static Verdict judge(AlertView alert, List<AlertCondition> conditions, List<HubView> hubs) {
        for (AlertCondition condition : conditions) {
            String dimension = condition.entityDimension().orElse("");
            Fact<List<String>> named = condition.entities(dimension.isEmpty() ? condition.path() : dimension);
            if (dimension.isEmpty() || named.isAbsent()) {
                continue;
            }
            Fact<String> operator =
                    alert.resource().text(dimension + ".operator").orDefault("Include");
            if (!named.isKnown() || !operator.isKnown()) {
                return Verdict.unknown(alert, named, operator);
            }
            Search found = operator.value().equals("Include") ? anyOf(hubs, named.value()) : Search.FOUND;
            if (!found.isFound()) {
                return Verdict.on(
                        found,
                        Verdict::pass,
                        () -> Verdict.violation(
                                dimension + ".values", String.join(", ", named.value()), "the name of a hub, or *"));
            }
        }
        return Verdict.pass();
    }

    private static Search anyOf(List<HubView> hubs, List<String> names) {
        return names.contains("*")
                ? Search.FOUND
                : Search.among(hubs, hub -> hub.azureName().map(names::contains));
    }
}
