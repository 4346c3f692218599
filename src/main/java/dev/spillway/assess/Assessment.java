package dev.spillway.assess;

import dev.spillway.forecast.GridForecast;
import dev.spillway.forecast.NamespaceForecast;
import dev.spillway.judge.Judgement;
import dev.spillway.report.Found;
import dev.spillway.report.Loss;
import dev.spillway.report.PreviewReport;
import dev.spillway.report.PreviewReport.Content;
import dev.spillway.report.PreviewReport.Excepted;
import dev.spillway.report.PreviewReport.Fixes;
import dev.spillway.report.PreviewReport.Undecided;
import dev.spillway.view.Gap;
import dev.spillway.view.ResourceGraph;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rules and the forecast say of one stack, to be reported.
 *
 * @param budget what may be lost; where there is none, no loss stops the change
 */
public record Assessment(
        ResourceGraph graph,
        Judgement judgement,
        List<NamespaceForecast> forecasts,
        List<GridForecast> gridForecasts,
        Optional<Budget> budget) {
    public Assessment {
        forecasts = List.copyOf(forecasts);
        gridForecasts = List.copyOf(gridForecasts);
    }

    /**
     * Everything as plain values, without the secrets that are known and those of the graph.
     *
     * @param phase as {@link PreviewReport} has it
     */
    public PreviewReport report(String stack, String place, String phase, FailOn failOn, Secrets secrets) {
        graph.resources().forEach(resource -> secrets.learn(resource.inputs()));
        boolean stopped = judgement.findings().stream()
                .filter(finding -> finding.suppressedBy().isEmpty())
                .anyMatch(finding -> failOn.stops(finding.severity(), finding.level()));
        List<Loss> losses = Stream.concat(
                        forecasts.stream().map(forecast -> LossRows.of(forecast, budget)),
                        gridForecasts.stream().map(forecast -> GridLossRows.of(forecast, budget)))
                .map(secrets::hide)
                .toList();
        return new PreviewReport(
                stack,
                place,
                phase,
                Tree.of(graph),
                List.of(),
                losses,
                judgement.findings().stream()
                        .map(finding -> Found.of(secrets.hide(finding, graph.find(finding.urn()))))
                        .toList(),
                unknown(secrets),
                notApplicable(secrets),
                judgement.passes().stream()
                        .map(one -> new Content(one.rule(), one.name(), one.urn()))
                        .toList(),
                exceptions(secrets),
                Fixes.NONE,
                !stopped && losses.stream().allMatch(Loss::withinBudget));
    }

    private List<Excepted> exceptions(Secrets secrets) {
        return judgement.exceptions().stream()
                .map(one -> new Excepted(
                        one.waiver().rule(),
                        one.waiver().resource(),
                        secrets.hide(one.waiver().reason()),
                        secrets.hide(one.waiver().owner()),
                        secrets.hide(one.waiver().ticket()),
                        one.waiver().expires(),
                        one.waiver().place(),
                        one.holds(),
                        one.covers().size(),
                        one.remark()))
                .toList();
    }

    private List<Undecided> unknown(Secrets secrets) {
        return judgement.unknown().stream()
                .map(one -> new Undecided(
                        one.rule(),
                        one.name(),
                        one.urn(),
                        secrets.hide(one.gaps().stream().map(Gap::toString).collect(Collectors.joining("; ")))))
                .toList();
    }

    private List<Undecided> notApplicable(Secrets secrets) {
        return judgement.notApplicable().stream()
                .map(one -> new Undecided(one.rule(), one.name(), one.urn(), secrets.hide(one.why())))
                .toList();
    }
}
