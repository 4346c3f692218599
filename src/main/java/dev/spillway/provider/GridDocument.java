package dev.spillway.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.components.EventGridDomain;
import dev.spillway.components.EventGridFailoverPair;
import dev.spillway.components.EventGridNamespace;
import dev.spillway.components.EventGridSystemTopic;
import dev.spillway.components.EventGridTopic;
import dev.spillway.config.StackFile;
import dev.spillway.model.Problem;
import dev.spillway.model.Problems;
import dev.spillway.model.StackSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Inputs of an Event Grid component written as the {@code stack.yaml} that they stand for, so that one reader knows every key,
 * limit and default.
 */
final class GridDocument {
    /** Where in a {@code stack.yaml} a component's inputs stand; a pair says it by which of its inputs is given. */
    static final Map<String, String> SECTIONS = Map.of(
            EventGridTopic.TYPE, "topics",
            EventGridDomain.TYPE, "domains",
            EventGridSystemTopic.TYPE, "systemTopics",
            EventGridNamespace.TYPE, "namespaces",
            EventGridFailoverPair.TYPE, "");

    private static final Set<String> OF_THE_STACK =
            Set.of("location", "secondaryLocation", "profile", "tags", "recovery");
    private static final Map<String, String> OF_A_PAIR =
            Map.of("topic", "topics", "domain", "domains", "namespace", "namespaces");

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private String path = "";

    private GridDocument() {}

    /** The stack that a component stands for; empty, and reported, when anything is wrong with its inputs. */
    static Optional<StackSpec> read(String type, String name, ObjectNode plain, Inputs inputs) {
        GridDocument grid = new GridDocument();
        grid.document.put("apiVersion", "spillway.dev/v1").put("name", "component");
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        plain.properties().forEach(input -> {
            ObjectNode home = OF_THE_STACK.contains(input.getKey()) ? grid.document : own;
            home.set(input.getKey(), input.getValue());
        });
        boolean isComplete = type.equals(EventGridFailoverPair.TYPE)
                ? grid.pair(name, own, inputs)
                : grid.put(String.valueOf(SECTIONS.get(type)), name, own);
        return isComplete ? grid.read(inputs) : Optional.empty();
    }

    private boolean pair(String name, ObjectNode own, Inputs inputs) {
        List<String> given =
                OF_A_PAIR.keySet().stream().filter(own::has).sorted().toList();
        if (given.size() != 1 || own.size() != 1 || !own.path(given.get(0)).isObject()) {
            inputs.report("", "describes no single resource, give exactly one of topic, domain and namespace");
            return false;
        }
        ObjectNode spec = own.path(given.get(0)).deepCopy();
        if (!spec.has("geoDisasterRecovery")) {
            spec.put("geoDisasterRecovery", "clientSide");
        }
        return put(String.valueOf(OF_A_PAIR.get(given.get(0))), name, spec);
    }

    private boolean put(String section, String name, JsonNode spec) {
        document.putObject("eventGrid").putObject(section).set(name, spec);
        path = "eventGrid." + section + "." + name;
        return true;
    }

    private Optional<StackSpec> read(Inputs inputs) {
        try {
            return Optional.of(
                    StackFile.parse(inputs.component(), document.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (Problems problems) {
            inputs.report(problems.problems().stream().map(this::asInput).toList());
            return Optional.empty();
        }
    }

    /** The place in the words of the component's user, who never sees lines. */
    private Problem asInput(Problem problem) {
        String at = problem.path();
        if (at.equals(path)) {
            at = "";
        } else if (at.startsWith(path + ".")) {
            at = at.substring(path.length() + 1);
        }
        return new Problem(problem.file(), 0, 0, at, problem.message());
    }
}
