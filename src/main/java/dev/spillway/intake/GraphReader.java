package dev.spillway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceOptions;
import dev.spillway.view.ResourceView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a graph in its JSON form; what a registration may leave out may be left out here, too. */
final class GraphReader {
    /** Stands above hand-written resources, which need no URN. */
    private static final Urn EXAMPLE_STACK = new Urn("example", "example", Urn.STACK_TYPE, "example-example");

    private final String place;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, ResourceView> byUrn = new LinkedHashMap<>();

    private GraphReader(String place) {
        this.place = place;
    }

    static ResourceGraph read(JsonNode json, String place) {
        if (!(json instanceof ArrayNode list)) {
            throw new UnreadableGraph(List.of(
                    place + ": met " + JsonFields.kind(json) + ", give the list of resources that --graph writes"));
        }
        GraphReader reader = new GraphReader(place);
        for (int index = 0; index < list.size(); index++) {
            reader.add(list.get(index), "[" + index + "]");
        }
        if (!reader.problems.isEmpty()) {
            throw new UnreadableGraph(reader.problems);
        }
        return new ResourceGraph(List.copyOf(reader.byUrn.values()));
    }

    private void add(JsonNode node, String path) {
        if (!node.isObject()) {
            problem(path, "met " + JsonFields.kind(node) + ", give an object with type, name and inputs");
            return;
        }
        JsonFields fields = new JsonFields(node, path, this::problem);
        String parent = fields.text("parent");
        Optional<Urn> urn = urn(fields, parent);
        ResourceView resource = new ResourceView(
                urn.map(Urn::toString).orElse(""),
                urn.map(Urn::type).orElse(""),
                urn.map(Urn::name).orElse(""),
                parent,
                fields.values("inputs"),
                fields.texts("dependencies"),
                fields.textsByKey("propertyDependencies"),
                options(fields.object("options")));
        if (urn.isPresent() && byUrn.putIfAbsent(resource.urn(), resource) != null) {
            problem(path, "is the second resource with the URN " + resource.urn() + ", give each resource once");
        }
    }

    /** The URN as given, or as type, name and parent make it; empty where something is wrong with them. */
    private static Optional<Urn> urn(JsonFields fields, String parent) {
        String text = fields.text("urn");
        String type = fields.text("type");
        String name = fields.text("name");
        Optional<Urn> given = Urn.parse(text);
        Optional<Urn> above = Urn.parse(parent);
        if (!text.isEmpty() && given.isEmpty()) {
            fields.problem(
                    "urn", "met " + JsonFields.quoted(text) + ", give urn:pulumi:STACK::PROJECT::TYPE::NAME or no urn");
        }
        if (type.isEmpty()) {
            fields.missing("type", "give a type such as azure-native:eventhub:Namespace");
        } else if (type.contains("::") || type.contains("$")) {
            fields.problem("type", "met " + JsonFields.quoted(type) + ", give a type without :: and $");
        }
        if (name.isEmpty() && fields.isAbsent("urn")) {
            fields.missing("name", "give a name or a urn");
        }
        if (!parent.isEmpty() && above.isEmpty()) {
            fields.problem("parent", "met " + JsonFields.quoted(parent) + ", give the URN of a resource");
        }
        given.ifPresent(urn -> agree(fields, urn, type, name));
        return given.isPresent() || type.isEmpty() || name.isEmpty()
                ? given
                : Optional.of(above.orElse(EXAMPLE_STACK).child(type, name));
    }

    private static void agree(JsonFields fields, Urn urn, String type, String name) {
        if (!type.isEmpty() && !urn.type().equals(type)) {
            fields.problem("type", "met " + JsonFields.quoted(type) + ", give " + urn.type() + " as in the urn");
        }
        if (!name.isEmpty() && !urn.name().equals(name)) {
            fields.problem("name", "met " + JsonFields.quoted(name) + ", give " + urn.name() + " as in the urn");
        }
    }

    private static ResourceOptions options(JsonFields fields) {
        return new ResourceOptions(
                fields.flag("protect"),
                fields.texts("ignoreChanges"),
                fields.flag("deleteBeforeReplace"),
                fields.texts("aliases"),
                fields.text("provider"),
                fields.flag("retainOnDelete"),
                fields.texts("replaceOnChanges"),
                fields.texts("additionalSecretOutputs"),
                fields.textByKey("customTimeouts"),
                fields.text("importId"),
                fields.text("version"));
    }

    private void problem(String path, String message) {
        problems.add(place + ": " + path + ": " + message);
    }
}
