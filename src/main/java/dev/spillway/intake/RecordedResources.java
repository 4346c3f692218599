package dev.spillway.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.view.Inputs;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceOptions;
import dev.spillway.view.ResourceView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads resources in the form in which Pulumi's command line records them, be it in a state or in the steps of a preview.
 * What the engine adds of its own, default providers and views, is passed over.
 */
final class RecordedResources {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String URN_FORM = "urn:pulumi:STACK::PROJECT::TYPE::NAME";
    private static final String IGNORE_CHANGES = "ignoreChanges";

    private final String place;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, ResourceView> byUrn = new LinkedHashMap<>();

    RecordedResources(String place) {
        this.place = place;
    }

    /** Whether a record names changes that are ignored, which older command lines never do. */
    static boolean namesIgnoredChanges(JsonNode recorded) {
        return recorded.path(IGNORE_CHANGES).size() > 0;
    }

    void problem(String path, String message) {
        problems.add(place + ": " + path + ": " + message);
    }

    /**
     * Adds a resource; a second one with its URN is a problem.
     *
     * @param tellsIgnored whether nothing said of ignored changes means that there are none
     */
    void add(JsonNode recorded, String path, boolean tellsIgnored) {
        read(recorded, path, tellsIgnored).ifPresent(resource -> {
            if (byUrn.putIfAbsent(resource.urn(), resource) != null) {
                problem(path, "is the second resource with the URN " + resource.urn() + ", give each resource once");
            }
        });
    }

    /** Adds a resource in place of what had its URN so far. */
    void replace(JsonNode recorded, String path, boolean tellsIgnored) {
        read(recorded, path, tellsIgnored).ifPresent(resource -> byUrn.put(resource.urn(), resource));
    }

    void remove(String urn) {
        byUrn.remove(urn);
    }

    /** Whose record it is; empty, and a problem, where it does not say. */
    static Optional<Urn> urn(JsonFields fields) {
        String text = fields.text("urn");
        Optional<Urn> urn = Urn.parse(text);
        if (text.isEmpty()) {
            fields.missing("urn", "give " + URN_FORM);
        } else if (urn.isEmpty()) {
            fields.problem("urn", "met " + JsonFields.quoted(text) + ", give " + URN_FORM);
        }
        return urn;
    }

    /** All of them, unless something was wrong with one. */
    ResourceGraph graph() {
        if (!problems.isEmpty()) {
            throw new UnreadableGraph(problems);
        }
        return new ResourceGraph(List.copyOf(byUrn.values()));
    }

    private Optional<ResourceView> read(JsonNode recorded, String path, boolean tellsIgnored) {
        JsonFields fields = new JsonFields(recorded, path, this::problem);
        Optional<Urn> urn = urn(fields);
        ObjectNode inputs = fields.values("inputs");
        return urn.filter(known -> !known.isDefaultProvider() && fields.isAbsent("viewOf"))
                .map(known -> new ResourceView(
                        known.toString(),
                        known.type(),
                        known.name(),
                        fields.text("parent"),
                        opened(inputs),
                        fields.texts("dependencies"),
                        fields.textsByKey("propertyDependencies"),
                        options(fields, tellsIgnored)));
    }

    private static ResourceOptions options(JsonFields fields, boolean tellsIgnored) {
        List<String> ignored = fields.texts(IGNORE_CHANGES);
        return new ResourceOptions(
                fields.flag("protect"),
                ignored.isEmpty() && !tellsIgnored ? List.of(Inputs.HIDDEN) : ignored,
                false,
                fields.texts("aliases"),
                explicitProvider(fields.text("provider")),
                fields.flag("retainOnDelete"),
                fields.texts("replaceOnChanges"),
                fields.texts("additionalSecretOutputs"),
                Timeouts.ofSeconds(fields.numberByKey("customTimeouts")),
                fields.text("importID"),
                "");
    }

    /** A reference is a URN and an id; the default provider is the engine's choice, not the program's. */
    private static String explicitProvider(String reference) {
        int id = reference.lastIndexOf("::");
        return Urn.parse(id < 0 ? reference : reference.substring(0, id))
                        .filter(Urn::isDefaultProvider)
                        .isPresent()
                ? ""
                : reference;
    }

    /** Secrets that were exported in clear text in the form in which the engine sends them: to be judged, never printed. */
    private static ObjectNode opened(ObjectNode inputs) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        inputs.properties().forEach(field -> copy.set(field.getKey(), opened(field.getValue())));
        return copy;
    }

    private static JsonNode opened(JsonNode node) {
        if (Inputs.isSecret(node)) {
            return secret(node);
        }
        if (node instanceof ObjectNode object) {
            return opened(object);
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            list.forEach(element -> copy.add(opened(element)));
            return copy;
        }
        return node;
    }

    private static JsonNode secret(JsonNode wrapper) {
        ObjectNode secret = JsonNodeFactory.instance.objectNode().put(Inputs.SIGNATURE, Inputs.SECRET);
        if (!wrapper.has("plaintext")) {
            return secret.put("value", Inputs.HIDDEN);
        }
        try {
            return secret.set("value", JSON.readTree(wrapper.path("plaintext").asText()));
        } catch (JsonProcessingException unreadable) {
            return secret.put("value", Inputs.HIDDEN);
        }
    }
}
