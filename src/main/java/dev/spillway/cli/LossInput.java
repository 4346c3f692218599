package dev.spillway.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.config.StackFile;
import dev.spillway.loss.EventGridFigures;
import dev.spillway.loss.InvalidScenario;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.Scenario;
import dev.spillway.loss.ScenarioJson;
import dev.spillway.model.Problem;
import dev.spillway.model.Problems;
import dev.spillway.model.RecoveryTarget;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
     * One pipeline, through a namespace or to a subscription; neither where its figures are not known.
     *
     * @param figures of a namespace
     * @param grid of an Event Grid subscription
     */
    record Part(String name, Optional<PipelineFigures> figures, Optional<EventGridFigures> grid) {
        static final String NOT_KNOWN = "no producer sends here, or the load of one is not declared";

        static Part of(String name, PipelineFigures figures) {
            return new Part(name, Optional.of(figures), Optional.empty());
        }
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
                .map(namespace -> new Part(namespace.azureName(), plan.figures(namespace), Optional.empty()))
                .toList();
        return new LossInput(
                plan.spec().name(),
                file.toString(),
                parts,
                Optional.of(plan.spec().recovery()));
    }

    /** A scenario alone, or in a case file; measured metrics lie beside it. */
    private static LossInput scenario(String file) {
        JsonNode json = json(file);
        boolean isCase = json.has("scenario");
        try {
            Scenario scenario = ScenarioJson.scenario(isCase ? json.get("scenario") : json, name -> beside(file, name));
            String name = scenario.name().isEmpty() ? nameOf(file) : scenario.name();
            List<Part> parts = new ArrayList<>();
            scenario.eventHubs().ifPresent(figures -> parts.add(Part.of(name, figures)));
            scenario.eventGrid()
                    .ifPresent(figures -> parts.add(new Part(
                            parts.isEmpty() ? name : name + " Event Grid", Optional.empty(), Optional.of(figures))));
            return new LossInput(name, file, parts, Optional.empty());
        } catch (InvalidScenario wrong) {
            String place = file + ": " + (isCase ? "scenario." : "");
            throw new Unusable(wrong.problems().stream()
                    .map(problem -> place + problem)
                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private static String beside(String file, String name) throws IOException {
        try {
            return Files.readString(Path.of(file).resolveSibling(name), StandardCharsets.UTF_8);
        } catch (InvalidPathException noPath) {
            throw new IOException(noPath);
        }
    }

    /** A file without a name inside goes by its own. */
    private static String nameOf(String file) {
        return String.valueOf(Path.of(file).getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    /** Without the parser's advice to its programmers. */
    private static String reason(JsonProcessingException broken) {
        String first = broken.getOriginalMessage().lines().findFirst().orElse("");
        return first.replaceAll(" \\(start marker.*|: enable `.*", "");
    }

    private static JsonNode json(String file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
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
            throw new Unusable(file + ":" + at.getLineNr() + ":" + at.getColumnNr() + ": not JSON (" + reason(broken)
                    + "), give " + RIGHT);
        } catch (IOException unreadable) {
            throw new Unusable(file + ": no text in UTF-8, give " + RIGHT);
        }
    }
}
