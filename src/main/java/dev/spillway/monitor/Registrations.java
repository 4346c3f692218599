package dev.spillway.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Struct;
import dev.spillway.intake.StructReader;
import dev.spillway.intake.Urn;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.RegisterResourceRequest;

/** The book of everything a program registered. As strict as the engine: each URN once, and parents before children. */
final class Registrations {
    private final Urn stack;
    private final List<ResourceView> resources = new ArrayList<>();
    private final Map<String, Struct> answersByUrn = new HashMap<>();
    private final SortedMap<String, ObjectNode> outputsByUrn = new TreeMap<>();

    Registrations(Settings settings) {
        this.stack = new Urn(
                settings.stack(), settings.project(), Urn.STACK_TYPE, settings.project() + "-" + settings.stack());
    }

    /** What a URN is known by, and what is known of its outputs. */
    record Answer(String urn, Struct outputs) {}

    synchronized Answer register(RegisterResourceRequest request) {
        ResourceView resource = new ResourceView(
                urn(request.getType(), request.getName(), request.getParent()),
                request.getType(),
                request.getName(),
                request.getParent(),
                StructReader.read(request.getObject()),
                request.getDependenciesList(),
                propertyDependencies(request),
                RegisteredOptions.of(request));
        Answer answer = enter(resource.urn(), PreviewAnswers.outputs(request));
        resources.add(resource);
        return answer;
    }

    /** A resource that exists already is nobody's declaration: it gets a URN and never enters the graph. */
    synchronized Answer read(ReadResourceRequest request, Set<String> wantedOutputs) {
        return enter(
                urn(request.getType(), request.getName(), request.getParent()),
                PreviewAnswers.read(request, wantedOutputs));
    }

    synchronized Answer find(String urn) {
        Struct outputs = answersByUrn.get(urn);
        if (outputs == null) {
            throw new RefusedRegistration("unknown resource " + urn + ", register it before it is looked up");
        }
        return new Answer(urn, outputs);
    }

    synchronized Answer complete(String urn, Struct outputs) {
        Answer answer = find(urn);
        outputsByUrn.put(urn, StructReader.read(outputs));
        return answer;
    }

    synchronized ResourceGraph graph() {
        return new ResourceGraph(resources);
    }

    synchronized SortedMap<String, ObjectNode> outputs() {
        return new TreeMap<>((Map<String, ObjectNode>) outputsByUrn);
    }

    String stackUrn() {
        return stack.toString();
    }

    private Answer enter(String urn, Struct outputs) {
        if (answersByUrn.putIfAbsent(urn, outputs) != null) {
            throw new RefusedRegistration("duplicate resource URN " + urn + ", give each resource a name of its own");
        }
        return new Answer(urn, outputs);
    }

    private String urn(String type, String name, String parent) {
        if (type.equals(Urn.STACK_TYPE)) {
            return stack.toString();
        }
        if (!parent.isEmpty() && !answersByUrn.containsKey(parent)) {
            throw new RefusedRegistration(
                    "unknown parent " + parent + " of " + type + " " + name + ", register the parent first");
        }
        return Urn.parse(parent).orElse(stack).child(type, name).toString();
    }

    private static SortedMap<String, List<String>> propertyDependencies(RegisterResourceRequest request) {
        SortedMap<String, List<String>> dependencies = new TreeMap<>();
        request.getPropertyDependenciesMap()
                .forEach((property, urns) -> dependencies.put(property, urns.getUrnsList()));
        return dependencies;
    }
}
