package dev.spillway.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.forecast.NamespaceForecast;
import dev.spillway.forecast.Outlook;
import dev.spillway.judge.Judgement;
import dev.spillway.report.Found;
import dev.spillway.report.JsonReport;
import dev.spillway.report.Loss;
import dev.spillway.report.PreviewReport;
import dev.spillway.rule.Finding;
import dev.spillway.view.Gap;
import dev.spillway.view.ResourceGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes what the pack found as the JSON that {@code spillway preview --json} writes, with the phase of the run. */
final class RunReport {
    /** What every file system takes as a name. */
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");

    /** A loss of rounding size is none. */
    private static final double NOTHING = 0.005;

    private final Run run;
    private final Secrets secrets;

    RunReport(Run run, Secrets secrets) {
        this.run = run;
        this.secrets = secrets;
    }

    /** Writes the file whole or not at all, and says which it is. */
    Path write(Path folder, ResourceGraph graph, Judgement judgement, List<NamespaceForecast> forecasts) {
        String name = UNSAFE.matcher(run.project() + "-" + run.stack() + "-" + run.phase())
                .replaceAll("-");
        Path file = folder.resolve(name + ".json");
        ObjectNode json = JsonReport.of(report(graph, judgement, forecasts)).put("phase", run.phase());
        secrets.hideTexts(json);
        try {
            Files.createDirectories(folder);
            Path half = folder.resolve(name + ".json.tmp");
            Files.writeString(half, json.toPrettyString() + "\n");
            return Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private PreviewReport report(ResourceGraph graph, Judgement judgement, List<NamespaceForecast> forecasts) {
        return new PreviewReport(
                run.stack(),
                "policy pack",
                graph.resources().stream()
                        .map(resource -> new PreviewReport.Declared(
                                0,
                                resource.type(),
                                resource.name(),
                                resource.options().protect()))
                        .toList(),
                List.of(),
                forecasts.stream().map(RunReport::loss).toList(),
                judgement.findings().stream()
                        .map(finding -> found(finding, graph))
                        .toList(),
                judgement.unknown().stream()
                        .map(one -> new PreviewReport.Undecided(one.rule(), one.name(), one.urn(), words(one.gaps())))
                        .toList(),
                judgement.notApplicable().stream()
                        .map(one -> new PreviewReport.Undecided(one.rule(), one.name(), one.urn(), one.why()))
                        .toList(),
                new PreviewReport.Fixes(List.of(), ""),
                !judgement.stopsTheChange());
    }

    private Found found(Finding finding, ResourceGraph graph) {
        return new Found(secrets.hide(finding, graph.find(finding.urn())), List.of(), "");
    }

    private static Loss loss(NamespaceForecast forecast) {
        return forecast.outlook()
                .map(outlook -> known(forecast.namespaceName(), outlook))
                .orElseGet(() -> notComputable(forecast));
    }

    /** The engine knows no budget, so nothing may be lost. */
    private static Loss known(String namespace, Outlook outlook) {
        return new Loss(
                namespace,
                List.of(),
                outlook.offeredEvents(),
                outlook.lostEvents(),
                outlook.lossPercent(),
                outlook.burstSharePercent(),
                0,
                outlook.low(),
                outlook.high(),
                "nothing may be lost",
                outlook.lostEvents() < NOTHING,
                outlook.decidedBy(),
                List.of(),
                outlook.assumptions(),
                List.of(),
                Loss.Detail.NONE,
                outlook.json());
    }

    private static Loss notComputable(NamespaceForecast forecast) {
        return Loss.notComputable(forecast.namespaceName(), List.of(words(forecast.unknown())), "nothing may be lost");
    }

    private static String words(List<Gap> gaps) {
        return gaps.stream().map(Gap::toString).collect(Collectors.joining("; "));
    }
}
