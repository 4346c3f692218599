package dev.spillway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.cli.CommandLineRun;
import dev.spillway.config.StackFile;
import dev.spillway.forecast.Assumptions;
import dev.spillway.forecast.Forecasts;
import dev.spillway.forecast.NamespaceForecast;
import dev.spillway.intake.GraphJson;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Profile;
import dev.spillway.loss.ForecastJson;
import dev.spillway.loss.LossModel;
import dev.spillway.plan.NamespacePlan;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import dev.spillway.rule.Deployed;
import dev.spillway.rules.Catalogue;
import dev.spillway.testsupport.Golden;
import dev.spillway.view.EventTopology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reference stack: its approved plan, findings and forecast, and what must hold for all of them. */
class StacksTest {
    private static final String LOSS = "\nWhat would be lost";
    private static final String FINDINGS = "\nWhat is wrong";

    static List<String> soundStacks() throws IOException {
        return stacks().stream().filter(stack -> !stack.equals("incident")).toList();
    }

    static List<String> stacks() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("stacks"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void declaredResourcesAreTheApprovedOnes(String stack) {
        CommandLineRun run = CommandLineRun.of("preview", stack, "--graph", "-");

        Golden.assertMatches(Path.of("stacks", stack, "plan.approved.json"), run.out());
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void findingsAreTheApprovedOnes(String stack) {
        String out = CommandLineRun.of("preview", stack).out();

        Golden.assertMatches(
                Path.of("stacks", stack, "findings.approved.txt"), out.substring(out.indexOf(FINDINGS) + 1));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void forecastIsTheApprovedOne(String stack) {
        String out = CommandLineRun.of("preview", stack).out();

        Golden.assertMatches(
                Path.of("stacks", stack, "loss.approved.txt"),
                out.substring(out.indexOf(LOSS) + 1, out.indexOf(FINDINGS) + 1));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void reportsForCodeScanningAndForPullRequestsAreTheApprovedOnes(String stack) {
        String file = Path.of("stacks", stack, "stack.yaml").toString();

        Golden.assertMatches(
                Path.of("stacks", stack, "report.approved.sarif"),
                CommandLineRun.of("preview", file, "--sarif", "-").out());
        Golden.assertMatches(
                Path.of("stacks", stack, "report.approved.md"),
                CommandLineRun.of("preview", file, "--markdown", "-").out());
    }

    /** The two flows share the arithmetic and nothing else; where their answers differ, one of them is wrong. */
    @ParameterizedTest
    @MethodSource("stacks")
    void planAndDeclaredResourcesForecastTheSameLoss(String stack) {
        StackPlan plan = StackPlanner.plan(StackFile.read(Path.of("stacks", stack, "stack.yaml")));
        String graph = CommandLineRun.of("preview", stack, "--graph", "-").out();

        List<NamespaceForecast> judged =
                Forecasts.of(EventTopology.of(GraphJson.read(graph, stack)), Assumptions.STANDARD);

        assertThat(judged).hasSameSizeAs(plan.namespaces());
        for (int at = 0; at < judged.size(); at++) {
            NamespacePlan planned = plan.namespaces().get(at);
            assertThat(judged.get(at).forecast().map(ForecastJson::write))
                    .isEqualTo(plan.figures(planned)
                            .map(LossModel::forecastWithBand)
                            .map(ForecastJson::write));
        }
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void nothingOnTheTerminalIsWiderThanEightyColumns(String stack) {
        String out = CommandLineRun.of("preview", stack).out();

        assertThat(out.lines().filter(line -> line.length() > 80)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void jsonSaysWhatTheTextSays(String stack) throws IOException {
        CommandLineRun text = CommandLineRun.of("preview", stack);
        CommandLineRun json = CommandLineRun.of("preview", stack, "--json", "-");

        JsonNode report = new ObjectMapper().readTree(json.out());
        assertThat(json.exit()).isEqualTo(text.exit());
        assertThat(report.path("version").asInt()).isEqualTo(1);
        assertThat(report.path("summary").path("within").asBoolean()).isEqualTo(text.exit() == 0);
        report.path("findings")
                .forEach(finding -> assertThat(text.out())
                        .contains(finding.path("rule").asText() + " "
                                + finding.path("name").asText()));
        report.path("sizing")
                .forEach(setting -> assertThat(setting.path("reason").asText()).isNotEmpty());
    }

    /** All stacks but the one that shows what goes wrong. */
    @ParameterizedTest
    @MethodSource("soundStacks")
    void theStrictProfileFindsNothing(String stack) {
        EventTopology declared = EventTopology.of(GraphJson.read(Path.of("stacks", stack, "plan.approved.json")));

        assertThat(Judge.judge(Catalogue.rules(), declared, Deployed.NOTHING_KNOWN, Profile.STRICT)
                        .findings())
                .isEmpty();
    }
}
