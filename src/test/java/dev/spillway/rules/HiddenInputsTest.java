package dev.spillway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.spillway.fixture.ExampleGraph;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.Profile;
import dev.spillway.rule.Rule;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Inputs;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceOptions;
import dev.spillway.view.ResourceView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What an older command line hides, be it an input as {@code [secret]} or the options, makes a verdict unknown and never a
 * pass or a false alarm: each input of each rule's examples is hidden in turn.
 */
class HiddenInputsTest {
    @TestFactory
    Stream<DynamicTest> aHiddenInputNeverMakesAViolationPass() {
        return each(rule -> {
            Map<String, Judgement> hidden = hidingInTurn(rule, "violating.json");

            hidden.forEach((place, judgement) -> assertThat(
                            judgement.findings().size() + judgement.unknown().size())
                    .as("findings and unknown with %s hidden", place)
                    .isPositive());
            // That rule goes by no input at all.
            if (!rule.card().id().equals("PU-002")) {
                assertThat(hidden.values().stream()
                                .filter(judgement -> !judgement.unknown().isEmpty()))
                        .as("judgements that something hidden left open")
                        .isNotEmpty();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aHiddenInputNeverRaisesAFalseAlarm() {
        return each(rule -> hidingInTurn(rule, "compliant.json")
                .forEach((place, judgement) -> assertThat(judgement.findings())
                        .as("findings with %s hidden", place)
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> hiddenOptionsNeverDecide() {
        return each(rule -> {
            ExampleGraph example = ExampleGraph.read(Path.of(rule.card().folder(), "violating.json"));
            Judgement told = judge(rule, example, example.graph());

            Judgement judgement = judge(rule, example, withoutOptions(example.graph()));

            assertThat(judgement.findings().size() + judgement.unknown().size()).isPositive();
            // These go by options; all others must not notice.
            if (List.of("KW-004", "PU-001", "PU-002").contains(rule.card().id())) {
                assertThat(judgement.findings()).isEmpty();
                assertThat(judgement.unknown()).isNotEmpty();
            } else {
                assertThat(judgement.findings()).isEqualTo(told.findings());
            }
        });
    }

    @Test
    void everyInputOfAnExampleIsHiddenOnce() {
        ExampleGraph example = ExampleGraph.read(Path.of("policies/event-hubs/EH-001-tier-not-basic/violating.json"));

        assertThat(places(example.graph().resources().get(0).inputs(), ""))
                .contains("/sku", "/sku/tier")
                .doesNotHaveDuplicates();
    }

    private interface Check {
        void of(Rule<?> rule);
    }

    private static Stream<DynamicTest> each(Check check) {
        return Catalogue.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.card().id(), () -> check.of(rule)));
    }

    private static Map<String, Judgement> hidingInTurn(Rule<?> rule, String file) {
        ExampleGraph example = ExampleGraph.read(Path.of(rule.card().folder(), file));
        Map<String, Judgement> judgements = new TreeMap<>();
        for (ResourceView resource : example.graph().resources()) {
            for (String place : places(resource.inputs(), "")) {
                ResourceGraph graph = replaced(example.graph(), resource.with(hidden(resource.inputs(), place)));
                judgements.put(resource.urn() + place, judge(rule, example, graph));
            }
        }
        return judgements;
    }

    private static Judgement judge(Rule<?> rule, ExampleGraph example, ResourceGraph graph) {
        return Judge.judge(List.of(rule), EventTopology.of(graph), example.deployed(), Profile.BASELINE);
    }

    /** JSON pointers to everything below a node. */
    private static List<String> places(JsonNode node, String pointer) {
        List<String> places = new ArrayList<>();
        if (!pointer.isEmpty()) {
            places.add(pointer);
        }
        node.properties()
                .forEach(field -> places.addAll(places(
                        field.getValue(),
                        pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"))));
        for (int at = 0; node.isArray() && at < node.size(); at++) {
            places.addAll(places(node.get(at), pointer + "/" + at));
        }
        return places;
    }

    private static ObjectNode hidden(ObjectNode inputs, String pointer) {
        ObjectNode copy = inputs.deepCopy();
        int end = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, end));
        String last = pointer.substring(end + 1).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(last), TextNode.valueOf(Inputs.HIDDEN));
        } else {
            ((ObjectNode) parent).put(last, Inputs.HIDDEN);
        }
        return copy;
    }

    private static ResourceGraph replaced(ResourceGraph graph, ResourceView changed) {
        return new ResourceGraph(graph.resources().stream()
                .map(one -> one.urn().equals(changed.urn()) ? changed : one)
                .toList());
    }

    private static ResourceGraph withoutOptions(ResourceGraph graph) {
        return new ResourceGraph(
                graph.resources().stream().map(HiddenInputsTest::withoutOptions).toList());
    }

    private static ResourceView withoutOptions(ResourceView resource) {
        return new ResourceView(
                resource.urn(),
                resource.type(),
                resource.name(),
                resource.parent(),
                resource.inputs(),
                resource.dependencies(),
                resource.propertyDependencies(),
                ResourceOptions.NOT_TOLD);
    }
}
