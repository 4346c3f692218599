package dev.spillway.cli;

import dev.spillway.forecast.Assumptions;
import dev.spillway.forecast.Forecasts;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.Profile;
import dev.spillway.model.Problems;
import dev.spillway.model.StackSpec;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Settings;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import dev.spillway.program.Main;
import dev.spillway.report.Found;
import dev.spillway.report.Loss;
import dev.spillway.report.PreviewReport;
import dev.spillway.rule.Finding;
import dev.spillway.rule.Level;
import dev.spillway.rule.Severity;
import dev.spillway.rules.Catalogue;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Gap;
import dev.spillway.view.ResourceGraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One preview: the program run, its graph judged, its losses forecast, and every fix tried out. */
final class Preview {
    private static final String PROJECT = "spillway";

    private final ResourceGraph graph;
    private final PreviewReport report;

    private Preview(ResourceGraph graph, PreviewReport report) {
        this.graph = graph;
        this.report = report;
    }

    /** What stops a change. */
    interface FailOn {
        boolean stops(Severity severity, Level level);
    }

    /** The user's choices for one preview; the ratio, where given, replaces the stack's own budget. */
    record Options(Profile profile, FailOn failOn, OptionalDouble maxLossRatio, Against against) {}

    /**
     * Previews a stack.
     *
     * @param text the bytes of the file, on which fixes are tried out
     */
    static Preview of(Path file, byte[] text, StackSpec spec, Options options) {
        ResourceGraph graph = declared(file, spec, options.against());
        EventTopology topology = EventTopology.of(graph);
        Judgement judgement = Judge.judge(
                Catalogue.rules(), topology, options.against().deployed(PROJECT, spec.name()), options.profile());
        Budget budget = Budget.of(spec.recovery(), options.maxLossRatio());
        List<Loss> losses = Forecasts.of(topology, Assumptions.STANDARD).stream()
                .map(forecast -> LossRows.of(forecast, budget))
                .toList();
        boolean stopped = judgement.findings().stream()
                .anyMatch(finding -> options.failOn().stops(finding.severity(), finding.level()));
        Function<StackSpec, StackPlan> planner =
                wanted -> StackPlanner.plan(wanted, options.against().live(wanted));
        StackPlan plan = planner.apply(spec);
        Trial trial = new Trial(file.toString(), text, planner, plan);
        Map<Finding, List<StackEdit>> edits = edits(judgement, new StackEdits(graph));
        Collection<StackEdit> together = together(edits.values());
        PreviewReport report = new PreviewReport(
                spec.name(),
                file.toString(),
                Tree.of(graph),
                sizing(plan),
                losses,
                judgement.findings().stream()
                        .map(finding -> found(finding, edits.getOrDefault(finding, List.of()), trial))
                        .toList(),
                undecided(judgement),
                notApplicable(judgement),
                new PreviewReport.Fixes(texts(together), trial.lostAfter(together)),
                !stopped && losses.stream().allMatch(Loss::withinBudget));
        return new Preview(graph, report);
    }

    ResourceGraph graph() {
        return graph;
    }

    PreviewReport report() {
        return report;
    }

    private static ResourceGraph declared(Path file, StackSpec spec, Against against) {
        Capture capture = EmbeddedMonitor.run(
                Main::declare,
                new Settings(
                        PROJECT,
                        spec.name(),
                        Map.of(
                                PROJECT + ":" + Main.STACK_FILE,
                                file.toAbsolutePath().toString())),
                against);
        Optional<Problems> problems = capture.failure(Problems.class);
        if (problems.isPresent()) {
            throw problems.get();
        }
        if (!capture.errors().isEmpty()) {
            throw new Unusable(String.join("\n", capture.errors()));
        }
        return capture.graph();
    }

    private static Map<Finding, List<StackEdit>> edits(Judgement judgement, StackEdits edits) {
        return judgement.findings().stream()
                .collect(Collectors.toMap(
                        finding -> finding,
                        finding -> finding.changes().stream()
                                .map(edits::of)
                                .flatMap(Optional::stream)
                                .distinct()
                                .toList(),
                        (one, other) -> one));
    }

    private static Collection<StackEdit> together(Collection<List<StackEdit>> edits) {
        Map<String, StackEdit> byKey = new TreeMap<>();
        edits.forEach(own -> own.forEach(edit -> byKey.merge(String.join(".", edit.key()), edit, StackEdit::stronger)));
        return byKey.values();
    }

    private static Found found(Finding finding, List<StackEdit> edits, Trial trial) {
        return new Found(finding, texts(edits), trial.lostAfter(edits));
    }

    private static List<String> texts(Collection<StackEdit> edits) {
        return edits.stream().map(StackEdit::text).toList();
    }

    private static List<PreviewReport.Sizing> sizing(StackPlan plan) {
        return plan.settings().stream()
                .map(setting -> new PreviewReport.Sizing(
                        setting.key(),
                        setting.value(),
                        setting.unit(),
                        setting.source().key(),
                        setting.reason()))
                .toList();
    }

    private static List<PreviewReport.Undecided> undecided(Judgement judgement) {
        return judgement.unknown().stream()
                .map(one -> new PreviewReport.Undecided(
                        one.rule(),
                        one.name(),
                        one.urn(),
                        one.gaps().stream().map(Gap::toString).collect(Collectors.joining("; "))))
                .toList();
    }

    private static List<PreviewReport.Undecided> notApplicable(Judgement judgement) {
        List<PreviewReport.Undecided> rows = new ArrayList<>();
        judgement
                .notApplicable()
                .forEach(one -> rows.add(new PreviewReport.Undecided(one.rule(), one.name(), one.urn(), one.why())));
        return rows;
    }
}
