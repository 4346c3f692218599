package dev.spillway.cli;

import dev.spillway.assess.Assessment;
import dev.spillway.assess.Budget;
import dev.spillway.assess.FailOn;
import dev.spillway.assess.Secrets;
import dev.spillway.forecast.Assumptions;
import dev.spillway.forecast.Forecasts;
import dev.spillway.forecast.GridForecasts;
import dev.spillway.intake.ResourceFile;
import dev.spillway.intake.ResourceFile.Kind;
import dev.spillway.intake.UnreadableGraph;
import dev.spillway.intake.Urn;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.Profile;
import dev.spillway.report.PreviewReport;
import dev.spillway.rule.Deployed;
import dev.spillway.rules.Catalogue;
import dev.spillway.view.EventTopology;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Judges files of resources, several at once.
 *
 * @param against what is deployed; what a file itself tells counts where nothing is given
 */
record Check(Profile profile, FailOn failOn, OptionalDouble maxLossRatio, Against against) {
    /** A report for each file, in their order; everything that is wrong with any of them is thrown at once. */
    List<PreviewReport> all(List<Path> files) {
        List<Reading> readings =
                files.parallelStream().map(file -> Reading.of(file, this)).toList();
        List<String> problems = readings.stream()
                .flatMap(reading -> reading.problems().stream())
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            throw new Unusable(String.join("\n", problems));
        }
        return readings.stream().map(Reading::report).flatMap(Optional::stream).toList();
    }

    private PreviewReport one(Path file) {
        ResourceFile read = ResourceFile.read(file);
        EventTopology topology = EventTopology.of(read.graph());
        Judgement judgement = Judge.judge(Catalogue.rules(), topology, deployed(read, file), profile);
        Optional<Budget> budget =
                maxLossRatio.isPresent() ? Optional.of(Budget.ofRatio(maxLossRatio.getAsDouble())) : Optional.empty();
        return new Assessment(
                        read.graph(),
                        judgement,
                        Forecasts.of(topology, Assumptions.STANDARD),
                        GridForecasts.of(topology),
                        budget)
                .report(read.stack(), file.toString(), read.kind().key(), failOn, new Secrets());
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

    /** What came of one file: a report, or problems. */
    private record Reading(Optional<PreviewReport> report, List<String> problems) {
        static Reading of(Path file, Check check) {
            try {
                return new Reading(Optional.of(check.one(file)), List.of());
            } catch (UnreadableGraph broken) {
                return new Reading(Optional.empty(), broken.problems());
            } catch (Unusable wrong) {
                return new Reading(Optional.empty(), List.of(String.valueOf(wrong.getMessage())));
            }
        }
    }
}
