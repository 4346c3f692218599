package dev.spillway.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/** The package as YAML programs want it told: which types there are and what their properties are called. */
final class PackageSchema {
    private static final String MODULES = "(eventhub|eventgrid|storage|authorization|managedidentity|resources):.*";

    private final ArmSchemas schemas;

    PackageSchema(ArmSchemas schemas) {
        this.schemas = schemas;
    }

    ObjectNode text() {
        ObjectNode text = Json.object()
                .put("name", "azure-native")
                .put("version", StandInService.VERSION)
                .put("description", "Spillway's stand-in for Azure; it never touches a cloud.");
        ObjectNode resources = text.putObject("resources");
        ObjectNode functions = text.putObject("functions");
        for (String token : schemas.tokens()) {
            if (token.matches(MODULES)) {
                schemas.type("azure-native:" + token).ifPresent(type -> {
                    resources.set("azure-native:" + token, resource(type));
                    functions.set("azure-native:" + token.replace(":", ":get"), lookUp(type));
                });
            }
        }
        return text;
    }

    private ObjectNode resource(ArmType type) {
        Set<String> inputs = new TreeSet<>(type.pathInputs());
        settable(type.schema(), type.nestedProperties(), inputs);
        inputs.removeAll(Set.of("name", "type", "apiVersion", "id"));
        Set<String> outputs = new TreeSet<>(inputs);
        outputs.removeAll(type.pathInputs());
        outputs.add("name");
        outputs.addAll(ResourceKind.of(type).chosen());
        ObjectNode resource = Json.object();
        resource.set("inputProperties", any(inputs));
        resource.set("properties", any(outputs));
        return resource;
    }

    private ObjectNode lookUp(ArmType type) {
        ObjectNode function = Json.object();
        function.putObject("inputs").put("type", "object").set("properties", any(type.pathInputs()));
        ObjectNode outputs = (ObjectNode) resource(type).path("properties");
        function.putObject("outputs").put("type", "object").set("properties", outputs);
        return function;
    }

    private void settable(ObjectNode schema, boolean nested, Set<String> names) {
        for (ObjectNode shape : schemas.alternatives(schema)) {
            shape.path("properties").properties().forEach(property -> {
                if (property.getKey().equals("properties") && !nested) {
                    settable((ObjectNode) property.getValue(), false, names);
                } else {
                    names.add(Shapes.camel(property.getKey()));
                }
            });
        }
    }

    private static ObjectNode any(Iterable<String> names) {
        ObjectNode properties = Json.object();
        names.forEach(name -> properties.putObject(name).put("$ref", "pulumi.json#/Any"));
        return properties;
    }
}
