package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.assess.Assessment;
import dev.spillway.assess.FailOn;
import dev.spillway.assess.Secrets;
import dev.spillway.forecast.Assumptions;
import dev.spillway.forecast.Forecasts;
import dev.spillway.forecast.GridForecasts;
import dev.spillway.forecast.NamespaceForecast;
import dev.spillway.intake.ResourceFile;
import dev.spillway.intake.UnreadableGraph;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.PolicySettings;
import dev.spillway.report.PreviewReport;
import dev.spillway.report.ReportFormat;
import dev.spillway.rule.Deployed;
import dev.spillway.rules.Catalogue;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Inputs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that went wrong in every way we could think of: each is judged or refused, and nothing ever escapes. */
class JudgingFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final int FEW = 2_000;
    private static final int MANY = 20_000;
    private static final int FORECAST_EVERY = 40;

    private static final List<JsonNode> SCRAPS = List.of(
            JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.booleanNode(true),
            JsonNodeFactory.instance.numberNode(0),
            JsonNodeFactory.instance.numberNode(-1),
            JsonNodeFactory.instance.numberNode(1e300),
            JsonNodeFactory.instance.numberNode(0.5),
            JsonNodeFactory.instance.numberNode(Integer.MAX_VALUE),
            JsonNodeFactory.instance.textNode(""),
            JsonNodeFactory.instance.textNode("\0"),
            JsonNodeFactory.instance.textNode("Premium"),
            JsonNodeFactory.instance.textNode("100%"),
            JsonNodeFactory.instance.textNode("{"),
            JsonNodeFactory.instance.textNode("urn:pulumi:a::b::c:d:E::f"),
            JsonNodeFactory.instance.textNode(Inputs.UNKNOWN),
            JsonNodeFactory.instance.textNode(Inputs.HIDDEN),
            JsonNodeFactory.instance.arrayNode(),
            JsonNodeFactory.instance.arrayNode().add(7).addNull().add("x"),
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.objectNode().put(Inputs.SIGNATURE, Inputs.SECRET),
            JsonNodeFactory.instance
                    .objectNode()
                    .put(Inputs.SIGNATURE, Inputs.SECRET)
                    .put("value", "hunter2-hunter2"));

    @Test
    void brokenFilesAreJudgedOrRefused() throws IOException {
        run(FEW);
    }

    @Test
    @Tag("soak")
    void manyBrokenFilesAreJudgedOrRefused() throws IOException {
        run(MANY);
    }

    private static void run(int inputs) throws IOException {
        long seed = Long.getLong("spillway.seed", 20261121L);
        Random chance = new Random(seed);
        List<String> sources = sources();
        int judged = 0;
        for (int round = 0; round < inputs; round++) {
            String source = sources.get(chance.nextInt(sources.size()));
            String text = chance.nextInt(4) == 0 ? bytes(source, chance) : tree(source, chance);
            judged += judge(text, round, seed) ? 1 : 0;
        }

        // What is always refused tests the parser alone.
        assertThat(judged).isGreaterThan(inputs / 3);
    }

    private static boolean judge(String text, int round, long seed) {
        try {
            ResourceFile file = ResourceFile.read(text, "fuzz.json");
            EventTopology topology = EventTopology.of(file.graph());
            Judgement judgement = Judge.judge(
                            Catalogue.rules(),
                            List.of(new Judge.Stack(topology, Deployed.NOTHING_KNOWN)),
                            PolicySettings.STANDARD,
                            TODAY)
                    .get(0);
            judgement.findings().stream()
                    .filter(finding -> finding.verdict().equals("error"))
                    .findFirst()
                    .ifPresent(error -> fail("seed %d, round %d: %s%n%s", seed, round, error, text));
            List<NamespaceForecast> forecasts =
                    round % FORECAST_EVERY == 0 ? Forecasts.of(topology, Assumptions.STANDARD) : List.of();
            PreviewReport report = new Assessment(
                            file.graph(), judgement, forecasts, GridForecasts.of(topology), Optional.empty())
                    .report("fuzz", "fuzz.json", "graph", FailOn.MANDATORY, new Secrets());
            for (ReportFormat format : ReportFormat.values()) {
                String written = format.write(List.of(report), List.of());
                assertThat(written)
                        .as("seed %d, round %d, %s", seed, round, format)
                        .doesNotContain("hunter2-hunter2");
            }
            return true;
        } catch (UnreadableGraph refused) {
            assertThat(refused.problems()).isNotEmpty().allMatch(problem -> problem.startsWith("fuzz.json"));
            return false;
        } catch (RuntimeException | StackOverflowError escaped) {
            return fail("seed " + seed + ", round " + round + " let " + escaped + " escape for\n" + text, escaped);
        }
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path folder : List.of(Path.of("src/test/resources/third-party"), Path.of("policies"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    add(JSON.readTree(file.toFile()), sources);
                }
            }
        }
        return sources;
    }

    private static void add(JsonNode json, List<String> sources) {
        JsonNode list = json.has("resources") ? json.path("resources") : json;
        if (list.isArray() && !list.isEmpty() && list.get(0).has("inputs")) {
            sources.add(list.toString());
            sources.add(state(list));
        }
    }

    private static String state(JsonNode list) {
        ObjectNode state = JSON.createObjectNode().put("version", 3);
        ArrayNode resources = state.putObject("deployment")
                .put("time", "2026-01-01T00:00:00Z")
                .putArray("resources");
        list.forEach(resource -> {
            if (resource.has("urn")) {
                resources.add(resource);
            }
        });
        return state.toString();
    }

    /** Values in other places, of other kinds, or gone. */
    private static String tree(String source, Random chance) throws IOException {
        JsonNode root = JSON.readTree(source);
        for (int times = 1 + chance.nextInt(4); times > 0; times--) {
            List<JsonNode> inner = new ArrayList<>();
            collect(root, inner);
            JsonNode node = inner.get(chance.nextInt(inner.size()));
            JsonNode scrap = chance.nextInt(5) == 0
                    ? inner.get(chance.nextInt(inner.size())).deepCopy()
                    : SCRAPS.get(chance.nextInt(SCRAPS.size())).deepCopy();
            mutate(node, scrap, chance);
        }
        return root.toString();
    }

    private static void mutate(JsonNode node, JsonNode scrap, Random chance) {
        if (node instanceof ArrayNode list && !list.isEmpty()) {
            int at = chance.nextInt(list.size());
            switch (chance.nextInt(3)) {
                case 0 -> list.remove(at);
                case 1 -> list.set(at, scrap);
                default -> list.add(list.get(at).deepCopy());
            }
        } else if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            String key = keys.get(chance.nextInt(keys.size()));
            if (chance.nextInt(4) == 0) {
                object.remove(key);
            } else {
                object.set(key, scrap);
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> inner) {
        if (node.isContainerNode()) {
            inner.add(node);
            node.forEach(child -> collect(child, inner));
        }
    }

    /** Bytes gone, changed, doubled, or cut off. */
    private static String bytes(String source, Random chance) {
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        int at = chance.nextInt(bytes.length);
        switch (chance.nextInt(3)) {
            case 0 -> bytes[at] = (byte) chance.nextInt(128);
            case 1 -> bytes = java.util.Arrays.copyOf(bytes, at);
            default -> bytes[at] = bytes[chance.nextInt(bytes.length)];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
