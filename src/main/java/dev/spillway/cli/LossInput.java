package dev.spillway.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.config.StackFile;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.ScenarioJson;
import dev.spillway.model.Problem;
import dev.spillway.model.Problems;
import dev.spillway.model.RecoveryTarget;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import dev.spillway.units.InvalidValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a forecast can be made from: a scenario, or a stack.
 *
 * @param place the file as the user named it
 * @param recovery empty for a scenario, which has no budget
 */
record LossInput(String name, String place, List<Part> parts, Optional<RecoveryTarget> recovery) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String RIGHT = "a scenario as JSON, or a stack.yaml";

    LossInput {
        parts = List.copyOf(parts);
    }

    /**
     * One pipeline.
     *
     * @param figures empty where they are not known
     */
    record Part(String name, Optional<PipelineFigures> figures) {
        static final String NOT_KNOWN = "no producer sends here, or the load of one is not declared";
    }

    /** All inputs in their order; everything that is wrong with any of them is thrown at once. */
    static List<LossInput> all(List<String> files, Path home) {
        List<LossInput> inputs = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String file : files) {
            try {
                inputs.add(of(file, home));
            } catch (Problems wrong) {
                wrong.problems().stream().map(Problem::toString).forEach(problems::add);
            } catch (Unusable wrong) {
                problems.add(wrong.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new Unusable(String.join(
                    System.lineSeparator(), problems.stream().distinct().toList()));
        }
        return inputs;
    }

    static LossInput of(String argument, Path home) {
        return argument.toLowerCase(Locale.ROOT).endsWith(".json") ? scenario(argument) : stack(argument, home);
    }

    private static LossInput stack(String argument, Path home) {
        Path file = StackLocator.find(argument, home);
        StackPlan plan = StackPlanner.plan(StackFile.read(file));
        List<Part> parts = plan.namespaces().stream()
                .map(namespace -> new Part(namespace.azureName(), plan.figures(namespace)))
                .toList();
        return new LossInput(
                plan.spec().name(),
                file.toString(),
                parts,
                Optional.of(plan.spec().recovery()));
    }

    /** A scenario alone, or in a case file. */
    private static LossInput scenario(String file) {
        JsonNode json = json(file);
        JsonNode scenario = json.has("scenario") ? json.get("scenario") : json;
        try {
            PipelineFigures figures = ScenarioJson.read(scenario);
            String name = scenario.path("name").asText(file);
            return new LossInput(name, file, List.of(new Part(name, Optional.of(figures))), Optional.empty());
        } catch (InvalidValue wrong) {
            throw new Unusable(file + ": " + wrong.getMessage());
        }
    }

    private static JsonNode json(String file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(Path.of(file));
        } catch (IOException | java.nio.file.InvalidPathException unreadable) {
            throw new Unusable(file + ": no file that can be read, give " + RIGHT);
        }
        try {
            JsonNode json = JSON.readTree(bytes);
            if (!json.isObject()) {
                throw new Unusable(file + ": no JSON object, give " + RIGHT);
            }
            return json;
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            throw new Unusable(file + ":" + at.getLineNr() + ":" + at.getColumnNr() + ": not JSON ("
                    + broken.getOriginalMessage().lines().findFirst().orElse("") + "), give " + RIGHT);
        } catch (IOException unreadable) {
            throw new Unusable(file + ": no text in UTF-8, give " + RIGHT);
        }
    }
}
