package dev.spillway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Profile;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Rule;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Four times the stack takes four times the reads of inputs, for the joins of the topology and for each rule. Reads are counted and
 * not time, so a join that looks at everything for everything is found on any machine.
 */
class JudgingGrowthTest {
    private static final int FEW = 3;
    private static final int MANY = 4 * FEW;
    private static final double TOLERANCE = 1.02;
    private static final Set<String> KEPT = Set.of("namespace", "apiVersion", "kind");

    private final AtomicLong reads = new AtomicLong();

    @Test
    void theTopologyOfAStackIsJoinedWithoutLookingAtEverythingForEverything() {
        ResourceGraph few = stack(FEW);
        ResourceGraph many = stack(MANY);

        assertThat((double) counted(() -> EventTopology.of(many)))
                .isLessThanOrEqualTo(4 * TOLERANCE * counted(() -> EventTopology.of(few)));
    }

    @Test
    void noRuleLooksAtEverythingForEverything() {
        EventTopology few = EventTopology.of(stack(FEW));
        EventTopology many = EventTopology.of(stack(MANY));
        Map<String, Double> growth = new TreeMap<>();
        for (Rule<?> rule : Catalogue.rules()) {
            double inMany = counted(() -> judge(rule, many));
            double inFew = counted(() -> judge(rule, few));
            if (inMany > 4 * TOLERANCE * inFew) {
                growth.put(rule.card().id(), inMany / inFew);
            }
        }

        assertThat(growth)
                .as("rules, and how many times the reads for 4 times the stack")
                .isEmpty();
    }

    @Test
    void everyRuleHasSomethingToLookAtInThatStack() {
        var judgement =
                Judge.judge(Catalogue.rules(), EventTopology.of(stack(1)), Deployed.NOTHING_KNOWN, Profile.STRICT);

        assertThat(judgement.notApplicable()).noneMatch(reason -> reason.urn().isEmpty());
        assertThat(judgement.findings()).hasSizeGreaterThan(Catalogue.rules().size());
    }

    private static void judge(Rule<?> rule, EventTopology topology) {
        Judge.judge(List.of(rule), topology, Deployed.NOTHING_KNOWN, Profile.STRICT);
    }

    private long counted(Runnable work) {
        long before = reads.get();
        work.run();
        return reads.get() - before;
    }

    /** Copies of everything that is right and wrong with a stack, each with names of its own. */
    private ResourceGraph stack(int copies) {
        List<ResourceView> resources = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            resources.addAll(renamed(CatalogueStacks.broken(), "-b" + copy));
            resources.addAll(renamed(CatalogueStacks.sound(), "-s" + copy));
        }
        return new ResourceGraph(resources);
    }

    private List<ResourceView> renamed(List<ResourceView> stack, String suffix) {
        Pattern names = Pattern.compile(stack.stream()
                .flatMap(JudgingGrowthTest::names)
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w-])(", ")(?![\\w-])")));
        return stack.stream().map(resource -> renamed(resource, names, suffix)).toList();
    }

    private ResourceView renamed(ResourceView resource, Pattern names, String suffix) {
        ObjectNode inputs = new Counted(reads);
        resource.inputs()
                .properties()
                .forEach(input -> inputs.set(input.getKey(), renamed(input.getKey(), input.getValue(), names, suffix)));
        TreeMap<String, List<String>> edges = new TreeMap<>();
        resource.propertyDependencies()
                .forEach((property, urns) -> edges.put(
                        property, urns.stream().map(urn -> urn + suffix).toList()));
        return new ResourceView(
                resource.urn() + suffix,
                resource.type(),
                resource.name() + suffix,
                resource.parent(),
                inputs,
                resource.dependencies().stream().map(urn -> urn + suffix).toList(),
                edges,
                resource.options());
    }

    private static JsonNode renamed(String key, JsonNode value, Pattern names, String suffix) {
        if (value.isTextual() && !KEPT.contains(key)) {
            return TextNode.valueOf(names.matcher(value.textValue()).replaceAll("$1" + suffix));
        }
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> list.add(renamed(key, element, names, suffix)));
            return list;
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(field ->
                            object.set(field.getKey(), renamed(field.getKey(), field.getValue(), names, suffix)));
            return object;
        }
        return value;
    }

    /** What others may call a resource by. */
    private static Stream<String> names(ResourceView resource) {
        Set<String> names = new TreeSet<>();
        names.add(resource.name());
        resource.inputs().properties().forEach(input -> {
            if (input.getValue().isTextual()
                    && (input.getKey().endsWith("Name") || input.getKey().equals("alias"))) {
                names.add(input.getValue().textValue());
            }
        });
        Stream.of(
                        resource.text("tags.spillway-pair"),
                        resource.text("metadata.name"),
                        resource.text("spec.template.metadata.annotations[\"spillway.dev/hub\"]"))
                .flatMap(fact -> fact.whenKnown().stream())
                .flatMap(text -> Stream.of(text.split("/")))
                .forEach(names::add);
        return names.stream();
    }

    /** The inputs of a resource, which count how often somebody reads them. */
    @SuppressWarnings("unchecked") // of ObjectNode itself: its deepCopy narrows a generic one
    private static final class Counted extends ObjectNode {
        private static final long serialVersionUID = 1;

        private final transient AtomicLong reads;

        Counted(AtomicLong reads) {
            super(JsonNodeFactory.instance);
            this.reads = reads;
        }

        @Override
        public JsonNode path(String field) {
            reads.incrementAndGet();
            return super.path(field);
        }

        @Override
        public JsonNode get(String field) {
            reads.incrementAndGet();
            return super.get(field);
        }
    }
}
