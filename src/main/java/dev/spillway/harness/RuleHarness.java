package dev.spillway.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.intake.GraphJson;
import dev.spillway.intake.Wire;
import dev.spillway.judge.Choices;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.Profile;
import dev.spillway.rule.Context;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Rule;
import dev.spillway.rule.Settings;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceOptions;
import dev.spillway.view.ResourceView;
import dev.spillway.view.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stack to test a rule on. Every method that adds something returns a harness with it, so that tests may share a beginning. Inputs
 * take the way that they take from the engine: encoded, decoded, unknown and secret values in the engine's own marks.
 */
public final class RuleHarness {
    private static final ObjectMapper JSON = new JsonMapper();

    private final List<ResourceView> resources;
    private final Settings settings;

    RuleHarness() {
        this(List.of(), Settings.STANDARD);
    }

    private RuleHarness(List<ResourceView> resources, Settings settings) {
        this.resources = List.copyOf(resources);
        this.settings = settings;
    }

    /**
     * Adds a resource.
     *
     * @param type token such as {@code azure-native:eventhub:Namespace}
     * @param name in the program; each type and name once
     * @param inputs texts, numbers, flags, lists and maps of them, {@link SpillwayRules#unknown} and {@link SpillwayRules#secret}
     */
    public RuleHarness resource(String type, String name, Map<String, ?> inputs) {
        return with(new ResourceView(
                urn(type, name),
                type,
                name,
                "",
                Wire.arrived(JSON.<ObjectNode>valueToTree(inputs)),
                List.of(),
                new TreeMap<>(),
                ResourceOptions.NONE));
    }

    /** Lets an input of the resource that was added last depend on another resource, as an output of it would. */
    public RuleHarness dependsOn(String input, String type, String name) {
        ResourceView last = resources.get(resources.size() - 1);
        SortedMap<String, List<String>> edges = new TreeMap<>(last.propertyDependencies());
        List<String> urns = new ArrayList<>(edges.getOrDefault(input, List.of()));
        urns.add(urn(type, name));
        edges.put(input, urns);
        List<ResourceView> others = resources.subList(0, resources.size() - 1);
        return new RuleHarness(others, settings)
                .with(new ResourceView(
                        last.urn(),
                        last.type(),
                        last.name(),
                        last.parent(),
                        last.inputs(),
                        urns,
                        edges,
                        last.options()));
    }

    /** Adds all resources of a graph, as {@code spillway preview --graph} writes it. */
    public RuleHarness graph(String json) {
        List<ResourceView> more = new ArrayList<>(resources);
        more.addAll(GraphJson.read(json, "graph").resources());
        return new RuleHarness(more, settings);
    }

    /** Moves a parameter of the rule. */
    public <T> RuleHarness parameter(Parameter<T> parameter, T value) {
        return new RuleHarness(resources, settings.with(parameter, value));
    }

    /** The rule's verdict on each resource of its kind, by the resource's name; what the rule throws is thrown. */
    public SortedMap<String, Verdict> verdicts(Rule<?> rule) {
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        collect(rule, verdicts);
        return verdicts;
    }

    /** The rule's verdict on one resource; empty where the rule does not judge such a resource. */
    public Optional<Verdict> verdict(Rule<?> rule, String name) {
        return Optional.ofNullable(verdicts(rule).get(name));
    }

    /** What a run would report: findings with everything that the rule's card says. */
    public Judgement judgement(Rule<?> rule) {
        Choices choices = Choices.of(Profile.BASELINE).with(rule.card(), settings);
        return Judge.judge(List.of(rule), topology(), Deployed.NOTHING_KNOWN, choices);
    }

    private <S extends Subject> void collect(Rule<S> rule, SortedMap<String, Verdict> verdicts) {
        EventTopology topology = topology();
        Context context = new Context(topology, Deployed.NOTHING_KNOWN, settings);
        rule.subjects(topology).forEach(subject -> verdicts.put(subject.name(), rule.check(subject, context)));
    }

    private EventTopology topology() {
        return EventTopology.of(new ResourceGraph(resources));
    }

    private RuleHarness with(ResourceView resource) {
        List<ResourceView> more = new ArrayList<>(resources);
        more.add(resource);
        return new RuleHarness(more, settings);
    }

    private static String urn(String type, String name) {
        return "urn:pulumi:test::test::" + type + "::" + name;
    }
}
