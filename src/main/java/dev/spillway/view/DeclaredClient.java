package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.facts.ClientLibrary;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The client of a workload and its retry settings, as the annotation {@code spillway.dev/client} states them; what is empty
 * has the library's default.
 */
public record DeclaredClient(
        ClientLibrary library,
        OptionalInt maxRetries,
        OptionalDouble delaySeconds,
        OptionalDouble maxDelaySeconds,
        OptionalDouble tryTimeoutSeconds) {
    static Fact<DeclaredClient> read(String path, JsonNode json) {
        var fields = new JsonFields(path, json);
        String name = json.path("library").asText();
        return ClientLibrary.byKey(name)
                .map(library -> fields.complete(new DeclaredClient(
                        library,
                        fields.optionalWhole("maxRetries"),
                        fields.optionalNumber("delaySeconds"),
                        fields.optionalNumber("maxDelaySeconds"),
                        fields.optionalNumber("tryTimeoutSeconds"))))
                .orElseGet(() -> Fact.unknown(path, "met library \"" + name + "\", which is not a client we know"));
    }
}
