package dev.spillway.cli;

import dev.spillway.assess.Assessment;
import dev.spillway.assess.Budget;
import dev.spillway.assess.Secrets;
import dev.spillway.forecast.Assumptions;
import dev.spillway.forecast.Forecasts;
import dev.spillway.forecast.GridForecast;
import dev.spillway.forecast.GridForecasts;
import dev.spillway.forecast.NamespaceForecast;
import dev.spillway.intake.ResourceFile;
import dev.spillway.intake.ResourceFile.Kind;
import dev.spillway.intake.UnreadableGraph;
import dev.spillway.intake.Urn;
import dev.spillway.judge.Judge.Stack;
import dev.spillway.judge.Judgement;
import dev.spillway.report.PreviewReport;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Level;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ResourceGraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Judges files of resources, several at once; what a file tells of what is deployed counts where nothing else is given. */
final class Check {
    private final Judging judging;
    private final Against against;
    private final List<String> said = new ArrayList<>();
    private final List<Judged> judged = new ArrayList<>();

    Check(Judging judging, Against against) {
        this.judging = judging;
        this.against = against;
    }

    /** What there is to say beside the reports. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** A report for each file, in their order; everything that is wrong with any of them is thrown at once. */
    List<PreviewReport> all(List<Path> files) {
        List<Case> cases = read(files);
        List<ResourceGraph> graphs =
                judging.informed(cases.stream().map(one -> one.read().graph()).toList());
        List<Stack> stacks = new ArrayList<>();
        for (int at = 0; at < graphs.size(); at++) {
            stacks.add(new Stack(EventTopology.of(graphs.get(at)), cases.get(at).deployed()));
        }
        BaselineFile.Marked marked = judging.judge(stacks);
        List<PreviewReport> reports = IntStream.range(0, cases.size())
                .parallel()
                .mapToObj(at -> report(
                        cases.get(at), stacks.get(at), marked.judgements().get(at)))
                .toList();
        for (int at = 0; at < cases.size(); at++) {
            judged.add(new Judged(cases.get(at), marked.judgements().get(at)));
        }
        marked.write().run();
        marked.message().ifPresent(said::add);
        return reports;
    }

    /** A patch for each file that was judged. */
    List<String> fixes(FixPreview preview) {
        return judged.stream()
                .map(one -> preview.of(
                        one.of().read().stack(),
                        one.of().read().graph(),
                        one.judgement(),
                        one.of().deployed()))
                .toList();
    }

    private List<Case> read(List<Path> files) {
        List<Reading> readings =
                files.parallelStream().map(file -> Reading.of(file, this)).toList();
        List<String> problems = readings.stream()
                .flatMap(reading -> reading.problems().stream())
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            throw new Unusable(String.join("\n", problems));
        }
        return readings.stream().map(Reading::read).flatMap(Optional::stream).toList();
    }

    private PreviewReport report(Case one, Stack stack, Judgement judgement) {
        Level forecast = judging.policy().forecast();
        Optional<Budget> budget = judging.maxLossRatio().isPresent()
                ? Optional.of(Budget.ofRatio(judging.maxLossRatio().getAsDouble()))
                : Optional.of(Budget.NOTHING_LOST).filter(none -> forecast == Level.MANDATORY);
        boolean isForecast = forecast != Level.DISABLED;
        List<NamespaceForecast> hubs = isForecast ? Forecasts.of(stack.topology(), Assumptions.STANDARD) : List.of();
        List<GridForecast> grid = isForecast ? GridForecasts.of(stack.topology()) : List.of();
        return new Assessment(one.read().graph(), judgement, hubs, grid, budget)
                .report(
                        one.read().stack(),
                        one.file().toString(),
                        one.read().kind().key(),
                        judging.failOn(),
                        new Secrets());
    }

    /** A graph's stack has the name of its {@code stack.yaml}, whatever the engine's is called; all others have the engine's. */
    private Deployed deployed(ResourceFile read, Path file) {
        if (!against.isKnown()) {
            return read.deployed().map(Deployed::of).orElse(Deployed.NOTHING_KNOWN);
        }
        Optional<Urn> declared = Urn.anyOf(read.graph());
        if (read.kind() != Kind.GRAPH) {
            declared.ifPresent(urn -> against.requireStateOf(urn, file));
        }
        return declared.map(urn -> against.deployed(urn.project(), urn.stack())).orElse(Deployed.NOTHING_KNOWN);
    }

    /** One file and what the rules say of it. */
    private record Judged(Case of, Judgement judgement) {}

    /** One file, as it was read. */
    private record Case(Path file, ResourceFile read, Deployed deployed) {}

    /** What came of one file: a case, or problems. */
    private record Reading(Optional<Case> read, List<String> problems) {
        static Reading of(Path file, Check check) {
            try {
                ResourceFile read = ResourceFile.read(file);
                return new Reading(Optional.of(new Case(file, read, check.deployed(read, file))), List.of());
            } catch (UnreadableGraph broken) {
                return new Reading(Optional.empty(), broken.problems());
            } catch (Unusable wrong) {
                return new Reading(Optional.empty(), List.of(String.valueOf(wrong.getMessage())));
            }
        }
    }
}
