package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.facts.ClientLibrary;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The client of a workload and its retry settings, as the annotation {@code spillway.dev/client} states them; what is empty
 * has the library's default.
 *
 * @param deliveryTimeoutSeconds Kafka client for Java
 * @param maxBlockSeconds Kafka client for Java
 * @param messageTimeoutSeconds librdkafka; zero is endless
 * @param retryWindowSeconds any client whose own schedule is not known
 * @param linksPerNamespace links of all pods together
 * @param eventsPerSend events in one send
 */
public record DeclaredClient(
        ClientLibrary library,
        OptionalInt maxRetries,
        OptionalDouble delaySeconds,
        OptionalDouble maxDelaySeconds,
        OptionalDouble tryTimeoutSeconds,
        OptionalDouble deliveryTimeoutSeconds,
        OptionalDouble maxBlockSeconds,
        OptionalDouble messageTimeoutSeconds,
        OptionalDouble retryWindowSeconds,
        OptionalInt linksPerNamespace,
        OptionalDouble eventsPerSend) {
    static Fact<DeclaredClient> read(String path, JsonNode json) {
        var fields = new JsonFields(path, json);
        String name = json.path("library").asText();
        return ClientLibrary.byKey(name)
                .map(library -> fields.complete(new DeclaredClient(
                        library,
                        fields.optionalWhole("maxRetries"),
                        fields.optionalNumber("delaySeconds"),
                        fields.optionalNumber("maxDelaySeconds"),
                        fields.optionalNumber("tryTimeoutSeconds"),
                        fields.optionalNumber("deliveryTimeoutSeconds"),
                        fields.optionalNumber("maxBlockSeconds"),
                        fields.optionalNumber("messageTimeoutSeconds"),
                        fields.optionalNumber("retryWindowSeconds"),
                        fields.optionalWhole("linksPerNamespace"),
                        fields.optionalNumber("eventsPerSend"))))
                .orElseGet(() -> Fact.unknown(path, "met library \"" + name + "\", which is not a client we know"));
    }
}
