package dev.spillway.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reading of Azure's schemas in Java, held to what {@code tools/arm/test_validate.py} holds the one in Python to. */
final class SchemaAgreementTest {
    private static final Path ARM = Path.of("tools/arm");

    /** Examples that are stale or cut short, as the Python tests name them, and what only validate.py does. */
    private static final Pattern STALE = Pattern.compile("containerservice:ManagedCluster .*"
            + "|dashboard:PrivateEndpointConnection .*"
            + "|insights:Component example 2.*"
            + "|insights:WebTest .*"
            + "|resources:Azure(Cli|PowerShell)Script .*"
            + "|storage:ObjectReplicationPolicy .*");

    private final ArmSchemas schemas = new ArmSchemas(ARM);
    private final SchemaCheck check = new SchemaCheck(schemas);
    private final Inputs inputs = new Inputs(check, new Shapes(schemas, check));

    @Test
    void microsoftsOwnExamplesAreClean() throws IOException {
        List<String> found = new ArrayList<>();
        int checked = 0;
        for (JsonNode example : examples()) {
            Optional<ArmType> type = schemas.type(example.path("type").asText());
            if (type.isEmpty()) {
                continue;
            }
            checked++;
            for (Complaint complaint : complaints(type.get(), (ObjectNode) example.path("inputs"))) {
                found.add(example.path("urn").asText() + ": " + complaint.property() + ": " + complaint.reason());
            }
        }

        assertThat(found).isEmpty();
        assertThat(checked).isGreaterThan(270);
    }

    @Test
    void aMisspeltKeyIsNoticedInEveryExample() throws IOException {
        List<String> missed = new ArrayList<>();
        int seen = 0;
        for (JsonNode example : examples()) {
            Optional<ArmType> type = schemas.type(example.path("type").asText());
            if (type.isEmpty()) {
                continue;
            }
            for (Map.Entry<String, JsonNode> field : Json.fields(example.path("inputs"))) {
                ObjectNode misspelt = ((ObjectNode) example.path("inputs")).deepCopy();
                misspelt.remove(field.getKey());
                misspelt.set("zz" + field.getKey(), field.getValue());
                seen++;
                boolean noticed = complaints(type.get(), misspelt).stream()
                        .anyMatch(complaint ->
                                List.of("zz" + field.getKey(), field.getKey()).contains(complaint.property()));
                if (!noticed) {
                    missed.add(example.path("urn").asText() + ": " + field.getKey());
                }
            }
        }

        assertThat(missed).isEmpty();
        assertThat(seen).isGreaterThan(1300);
    }

    /** What could be declared, declared again from its outputs, says the same. */
    @Test
    void shapesThereAndBackSayTheSame() throws IOException {
        Shapes shapes = new Shapes(schemas, check);
        List<String> found = new ArrayList<>();
        for (JsonNode example : examples()) {
            Optional<ArmType> type = schemas.type(example.path("type").asText());
            if (type.isEmpty() || !example.path("type").asText().matches("azure-native:event(hub|grid):.*")) {
                continue;
            }
            ObjectNode body =
                    shapes.body(type.get(), (ObjectNode) example.path("inputs")).content();
            ObjectNode again = shapes.body(type.get(), shapes.settable(type.get(), shapes.flat(type.get(), body)))
                    .content();
            if (!again.equals(body)) {
                found.add(example.path("urn").asText() + "\n  " + body + "\n  " + again);
            }
        }

        assertThat(found).isEmpty();
    }

    private static List<Complaint> ofInterest(List<Complaint> complaints) {
        return complaints.stream()
                // The provider wants a location where an example may leave it to the configuration.
                .filter(complaint -> !complaint.equals(new Complaint(List.of("location"), "is required")))
                .toList();
    }

    private List<Complaint> complaints(ArmType type, ObjectNode given) {
        ObjectNode named = Json.withoutNulls(given);
        type.nameInput().filter(name -> !named.has(name)).ifPresent(name -> named.put(name, Json.UNKNOWN));
        return ofInterest(inputs.complaints(type, named));
    }

    private static List<JsonNode> examples() throws IOException {
        List<JsonNode> examples = new ArrayList<>();
        for (JsonNode example :
                Json.MAPPER.readTree(ARM.resolve("examples.json").toFile())) {
            if (!STALE.matcher(example.path("urn").asText()).matches()) {
                examples.add(example);
            }
        }
        return examples;
    }
}
