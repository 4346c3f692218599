package dev.spillway.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The same paths and values in three languages. */
class SnippetsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAMESPACE = "azure-native:eventhub:Namespace";

    @Test
    void aFlagAndANumber() {
        Snippets snippets = snippets(change("isAutoInflateEnabled", "true"), change("maximumThroughputUnits", "15"));

        assertThat(snippets.java()).isEqualTo("""
                .isAutoInflateEnabled(true)
                .maximumThroughputUnits(15)
                """);
        assertThat(snippets.typescript()).isEqualTo("""
                isAutoInflateEnabled: true,
                maximumThroughputUnits: 15,
                """);
        assertThat(snippets.yaml()).isEqualTo("""
                type: azure-native:eventhub:Namespace
                properties:
                  isAutoInflateEnabled: true
                  maximumThroughputUnits: 15
                """);
    }

    @Test
    void aValueInAnObject() {
        Snippets snippets = snippets(change("sku.capacity", "2"));

        assertThat(snippets.java()).isEqualTo("""
                .sku(SkuArgs.builder()
                    .capacity(2)
                    .build())
                """);
        assertThat(snippets.typescript()).isEqualTo("""
                sku: {
                  capacity: 2,
                },
                """);
        assertThat(snippets.yaml()).endsWith("  sku:\n    capacity: 2\n");
    }

    @Test
    void aListOfTexts() {
        Snippets snippets = snippets(change("availabilityZones", "[\"1\",\"2\"]"));

        assertThat(snippets.java()).isEqualTo(".availabilityZones(\"1\", \"2\")\n");
        assertThat(snippets.typescript()).isEqualTo("availabilityZones: [\"1\", \"2\"],\n");
        assertThat(snippets.yaml()).endsWith("  availabilityZones:\n    - \"1\"\n    - \"2\"\n");
    }

    @Test
    void aPlaceInAList() {
        Snippets snippets = snippets(change("agentPoolProfiles.0.count", "3"));

        assertThat(snippets.java()).isEqualTo("""
                .agentPoolProfiles(AgentPoolProfileArgs.builder()
                    .count(3)
                    .build())
                """);
        assertThat(snippets.typescript()).isEqualTo("agentPoolProfiles: [{\n  count: 3,\n}],\n");
        assertThat(snippets.yaml()).endsWith("  agentPoolProfiles:\n    - count: 3\n");
    }

    @Test
    void anAnnotationKeepsItsName() {
        Snippets snippets = snippets(change("metadata.annotations[\"spillway.dev/flush-seconds\"]", "\"20\""));

        assertThat(snippets.java()).contains("annotations(Map.of(\"spillway.dev/flush-seconds\", \"20\"))");
        assertThat(snippets.typescript()).contains("\"spillway.dev/flush-seconds\": \"20\",");
        assertThat(snippets.yaml()).contains("\"spillway.dev/flush-seconds\": \"20\"");
    }

    @Test
    void whatIsTakenAwayIsNamed() {
        Snippets snippets = snippets(change("expirationTimeUtc", "null"));

        assertThat(snippets.byLanguage().values()).allMatch(text -> text.contains("without"));
    }

    @Test
    void theYamlIsYamlAndHoldsTheValues() {
        String yaml = snippets(
                        change("sku.capacity", "2"),
                        change("rules", "[{\"name\":\"a\",\"on\":true},{\"name\":\"b: c\"}]"),
                        change("nothing", "{}"))
                .yaml();

        JsonNode read = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        assertThat(read.path("properties").toString())
                .isEqualTo("{\"sku\":{\"capacity\":2},\"rules\":[{\"name\":\"a\",\"on\":true},{\"name\":\"b: c\"}],"
                        + "\"nothing\":{}}");
    }

    private static Snippets snippets(Change... changes) {
        return Snippets.of(NAMESPACE, List.of(changes));
    }

    private static Change change(String path, String json) {
        try {
            return new Change("urn", path, JSON.readTree(json));
        } catch (java.io.IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
