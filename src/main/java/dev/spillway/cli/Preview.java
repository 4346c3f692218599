package dev.spillway.cli;

import dev.spillway.assess.Assessment;
import dev.spillway.assess.Budget;
import dev.spillway.assess.Secrets;
import dev.spillway.forecast.Assumptions;
import dev.spillway.forecast.Forecasts;
import dev.spillway.forecast.GridForecasts;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judgement;
import dev.spillway.model.Problems;
import dev.spillway.model.RecoveryTarget;
import dev.spillway.model.RecoveryTarget.Comparison;
import dev.spillway.model.StackSpec;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Settings;
import dev.spillway.plan.RecoveryTable;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import dev.spillway.program.Main;
import dev.spillway.report.Found;
import dev.spillway.report.PreviewReport;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ResourceGraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** One preview: the program run, its graph judged, its losses forecast, and every fix tried out. */
final class Preview {
    private static final String PROJECT = "spillway";
    private static final String PHASE = "preview";

    private final ResourceGraph graph;
    private final PreviewReport report;
    private final BaselineFile.Marked baseline;

    private Preview(ResourceGraph graph, PreviewReport report, BaselineFile.Marked baseline) {
        this.graph = graph;
        this.report = report;
        this.baseline = baseline;
    }

    /** The user's choices for one preview; and what is deployed. */
    record Options(Judging judging, Against against) {}

    /**
     * Previews a stack.
     *
     * @param text the bytes of the file, on which fixes are tried out
     */
    static Preview of(Path file, byte[] text, StackSpec spec, Options options) {
        ResourceGraph graph = declared(file, spec, options.against());
        EventTopology topology =
                EventTopology.of(options.judging().informed(List.of(graph)).get(0));
        BaselineFile.Marked marked = options.judging()
                .judge(List.of(new Judge.Stack(topology, options.against().deployed(PROJECT, spec.name()))));
        Judgement judgement = marked.judgements().get(0);
        Assessment assessment = new Assessment(
                graph,
                judgement,
                Forecasts.of(topology, Assumptions.STANDARD),
                GridForecasts.of(topology),
                Optional.of(budget(spec.recovery(), options.judging().maxLossRatio())));
        PreviewReport report = assessment.report(
                spec.name(), file.toString(), PHASE, options.judging().failOn(), new Secrets());
        Function<StackSpec, StackPlan> planner =
                wanted -> StackPlanner.plan(wanted, options.against().live(wanted));
        StackPlan plan = planner.apply(spec);
        TriedFixes fixes = new TriedFixes(
                new StackEdits(graph),
                new Trial(file.toString(), text, planner, plan),
                StackLines.of(file.toString(), text));
        List<Found> found = fixes.of(judgement.findings(), report.findings());
        List<PreviewReport.Runbook> runbooks = new ArrayList<>(runbooks(plan));
        runbooks.addAll(Relocations.of(graph, options.against().deployed(PROJECT, spec.name())));
        PreviewReport whole = report.with(sizing(plan), found, fixes.together())
                .with(runbooks)
                .with(new PreviewReport.Outages(RecoveryRows.of(plan), RecoveryTable.availability(plan)));
        return new Preview(graph, whole, marked);
    }

    /** The stack's own budget, or the ratio that was given instead. */
    static Budget budget(RecoveryTarget target, OptionalDouble ratioInstead) {
        return ratioInstead.isPresent()
                ? new Budget(ratioInstead, OptionalDouble.empty(), target.compare() == Comparison.HIGH)
                : new Budget(target.maxEventLossRatio(), target.maxLostEvents(), target.compare() == Comparison.HIGH);
    }

    ResourceGraph graph() {
        return graph;
    }

    PreviewReport report() {
        return report;
    }

    /** What became of the baseline, to be written when everything else is. */
    BaselineFile.Marked baseline() {
        return baseline;
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

    private static List<PreviewReport.Runbook> runbooks(StackPlan plan) {
        return plan.runbooks().stream()
                .map(runbook -> new PreviewReport.Runbook(
                        runbook.title(),
                        runbook.steps().stream()
                                .map(step -> new PreviewReport.Step(step.text(), step.commands()))
                                .toList()))
                .toList();
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
}
