package dev.spillway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.cli.CommandLineRun;
import dev.spillway.intake.GraphJson;
import dev.spillway.intake.ResourceFile;
import dev.spillway.intake.StructReader;
import dev.spillway.intake.Timeouts;
import dev.spillway.intake.Urn;
import dev.spillway.view.Inputs;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceOptions;
import dev.spillway.view.ResourceView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;

/**
 * Whoever is asked of a stack gives the same answer: the embedded monitor, the engine, the pack in it, and the files that they
 * leave. What is normalised before the comparison stands in {@code docs/equal-answers.md}.
 */
@Tag("engine")
final class EqualAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AnalyzeRequest NEVER = AnalyzeRequest.getDefaultInstance();
    private static final Map<String, StackRun> RUNS = new ConcurrentHashMap<>();

    @TempDir
    private static Path scratch;

    @AfterAll
    static void remove() {
        RUNS.values().forEach(StackRun::close);
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
    void theMonitorCapturesWhatTheEngineSendsToAnalyzers(String stack) throws IOException {
        StackRun run = run(stack);

        ResourceGraph sent = sent(run);

        assertEqual(sent, captured(run), Told.ANALYZER);
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void theMonitorCapturesWhatTheEnginePreviews(String stack) {
        StackRun run = run(stack);

        ResourceGraph previewed = ResourceFile.read(run.preview()).graph();

        assertEqual(previewed, captured(run), Told.PREVIEW);
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void theMonitorCapturesWhatTheEngineStores(String stack) {
        StackRun run = run(stack);

        ResourceGraph stored = ResourceFile.read(run.state()).graph();

        assertEqual(stored, captured(run), Told.STATE);
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void everyoneGivesTheSameVerdictsBeforeTheFirstUpdate(String stack) throws IOException {
        StackRun run = run(stack);
        String nothing = run.nothingDeployed().toString();

        Verdicts inTheEngine = reported(run.report("preview"));

        assertThat(inTheEngine.said()).hasSizeGreaterThan(1).noneMatch(verdict -> verdict.contains("not at hand"));
        assertThat(checked(run.preview())).as("check of the preview").isEqualTo(inTheEngine);
        assertThat(checked(run.graph(), "--against", nothing))
                .as("check of the graph")
                .isEqualTo(inTheEngine);
        assertThat(checked(run.state(), "--against", nothing))
                .as("check of the state")
                .isEqualTo(inTheEngine);
        assertThat(reported(run.report("state"))).as("pulumi policy analyze").isEqualTo(inTheEngine);
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void everyoneGivesTheSameVerdictsWhereAllIsDeployed(String stack) throws IOException {
        StackRun run = run(stack);
        String state = run.state().toString();

        Verdicts inTheEngine = reported(run.reportOfNoChange("preview"));

        assertThat(inTheEngine.said()).noneMatch(verdict -> verdict.contains("not at hand"));
        assertThat(checked(run.previewOfNoChange())).as("check of the preview").isEqualTo(inTheEngine);
        assertThat(checked(run.graph(), "--against", state))
                .as("check of the graph")
                .isEqualTo(inTheEngine);
        assertThat(checked(run.state(), "--against", state))
                .as("check of the state")
                .isEqualTo(inTheEngine);
        assertThat(reported(run.reportOfNoChange("state")))
                .as("pulumi policy analyze")
                .isEqualTo(inTheEngine);
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void anUpdateWithAdvisoryRulesGivesTheVerdictsOfACheckThatObserves(String stack) throws IOException {
        StackRun run = run(stack);

        JsonNode update = JSON.readTree(run.report("update").toFile());

        assertThat(update.path("phase").asText()).isEqualTo("update");
        assertThat(JSON.readTree(run.report("update", "sarif").toFile())
                        .at("/runs/0/properties/phase")
                        .asText())
                .isEqualTo("update");
        assertThat(run.report("update", "md")).content().contains("Pulumi.yaml, update,");
        assertThat(Verdicts.of(update))
                .isEqualTo(
                        checked(run.graph(), "--against", run.nothingDeployed().toString(), "--rules", "observe"));
    }

    private static StackRun run(String stack) {
        return RUNS.computeIfAbsent(stack, name -> {
            try {
                return StackRun.of(name, Files.createDirectories(scratch.resolve(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static ResourceGraph captured(StackRun run) {
        return GraphJson.read(run.graph());
    }

    private static Verdicts checked(Path file, String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of("check", file.toString(), "--json", "-"));
        line.addAll(List.of(more));
        return Verdicts.of(
                JSON.readTree(CommandLineRun.of(line.toArray(String[]::new)).out()));
    }

    private static Verdicts reported(Path file) throws IOException {
        return Verdicts.of(JSON.readTree(file.toFile()));
    }

    private static void assertEqual(ResourceGraph met, ResourceGraph captured, Told told) {
        assertThat(urns(met)).isEqualTo(urns(captured));
        for (ResourceView resource : met.resources()) {
            ResourceView ours = captured.find(resource.urn()).orElseThrow();
            ResourceView theirs = told == Told.STATE ? beforeTheFact(resource, ours) : resource;
            assertThat(normalised(theirs, told)).as(resource.urn()).isEqualTo(normalised(ours, told));
        }
    }

    private static Set<String> urns(ResourceGraph graph) {
        Set<String> urns = new TreeSet<>();
        graph.resources().forEach(resource -> urns.add(resource.urn()));
        return urns;
    }

    /** Which options a way tells; the others are the same on both sides before they are compared. */
    private enum Told {
        ANALYZER(true, true),
        PREVIEW(false, false),
        STATE(false, true);

        private final boolean deleteBeforeReplace;
        private final boolean ignoreChanges;

        Told(boolean deleteBeforeReplace, boolean ignoreChanges) {
            this.deleteBeforeReplace = deleteBeforeReplace;
            this.ignoreChanges = ignoreChanges;
        }
    }

    private static ResourceView normalised(ResourceView resource, Told told) {
        ResourceOptions options = resource.options();
        SortedMap<String, List<String>> dependencies = new TreeMap<>(resource.propertyDependencies());
        dependencies.values().removeIf(List::isEmpty);
        return new ResourceView(
                resource.urn(),
                resource.type(),
                resource.name(),
                resource.parent(),
                resource.inputs(),
                resource.dependencies(),
                dependencies,
                new ResourceOptions(
                        options.protect(),
                        told.ignoreChanges ? options.ignoreChanges() : List.of(),
                        told.deleteBeforeReplace && options.deleteBeforeReplace(),
                        List.of(),
                        options.provider(),
                        options.retainOnDelete(),
                        options.replaceOnChanges(),
                        options.additionalSecretOutputs(),
                        options.customTimeouts(),
                        options.importId(),
                        ""));
    }

    /** What was unknown when it was captured is unknown here, too, though the state has it by now. */
    private static ResourceView beforeTheFact(ResourceView stored, ResourceView captured) {
        return stored.with((ObjectNode) hidden(stored.inputs(), captured.inputs()));
    }

    private static JsonNode hidden(JsonNode stored, JsonNode captured) {
        if (Inputs.isUnknown(captured)) {
            return captured;
        }
        JsonNode copy = stored.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> field.setValue(hidden(field.getValue(), captured.path(field.getKey()))));
        } else if (copy instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, hidden(array.get(i), captured.path(i)));
            }
        }
        return copy;
    }

    /** Inputs and options as each resource arrived with them, dependencies as the stack had them at its end. */
    private static ResourceGraph sent(StackRun run) throws IOException {
        Map<String, AnalyzeRequest> arrived = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(run.record(RecordingPack.RESOURCES))) {
            for (AnalyzeRequest one = AnalyzeRequest.parseDelimitedFrom(in);
                    one != null;
                    one = AnalyzeRequest.parseDelimitedFrom(in)) {
                arrived.put(one.getUrn(), one);
            }
        }
        List<ResourceView> resources = new ArrayList<>();
        try (InputStream in = Files.newInputStream(run.record(RecordingPack.STACK))) {
            for (AnalyzerResource one :
                    AnalyzeStackRequest.parseDelimitedFrom(in).getResourcesList()) {
                if (Urn.parse(one.getUrn()).filter(Urn::isDefaultProvider).isEmpty()) {
                    resources.add(resource(arrived.getOrDefault(one.getUrn(), NEVER), one));
                }
            }
        }
        return new ResourceGraph(resources);
    }

    private static ResourceView resource(AnalyzeRequest arrived, AnalyzerResource inStack) {
        SortedMap<String, List<String>> dependencies = new TreeMap<>();
        inStack.getPropertyDependenciesMap().forEach((input, urns) -> dependencies.put(input, urns.getUrnsList()));
        AnalyzerResourceOptions options = arrived.getOptions();
        boolean isDefault = Urn.parse(arrived.getProvider().getUrn())
                .filter(Urn::isDefaultProvider)
                .isPresent();
        return new ResourceView(
                arrived.getUrn(),
                arrived.getType(),
                arrived.getName(),
                options.getParent(),
                StructReader.read(arrived.getProperties()),
                inStack.getDependenciesList(),
                dependencies,
                new ResourceOptions(
                        options.getProtect(),
                        options.getIgnoreChangesList(),
                        options.getDeleteBeforeReplace(),
                        List.of(),
                        isDefault ? "" : arrived.getProvider().getUrn(),
                        false,
                        List.of(),
                        options.getAdditionalSecretOutputsList(),
                        Timeouts.ofSeconds(Map.of(
                                "create", options.getCustomTimeouts().getCreate(),
                                "update", options.getCustomTimeouts().getUpdate(),
                                "delete", options.getCustomTimeouts().getDelete())),
                        "",
                        ""));
    }

    /** Everything that was decided of a stack, its loss included, without how it is mended. */
    private record Verdicts(List<String> said, JsonNode forecast) {
        static Verdicts of(JsonNode report) {
            List<String> said = new ArrayList<>();
            report.path("findings")
                    .forEach(one -> said.add(line(one, "rule", "urn", "path", "verdict", "level", "seen", "wanted")));
            report.path("unknown").forEach(one -> said.add("unknown " + line(one, "rule", "urn", "why")));
            report.path("notApplicable").forEach(one -> said.add("not applicable " + line(one, "rule", "urn", "why")));
            said.add(report.path("resources").asInt() + " resources");
            return new Verdicts(said, report.path("forecast"));
        }

        private static String line(JsonNode node, String... keys) {
            return String.join(
                    " | ", Stream.of(keys).map(key -> node.path(key).asText()).toList());
        }
    }
}
