package dev.spillway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.view.Fact;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceOptions;
import dev.spillway.view.ResourceView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GraphJsonTest {
    private static final String HAND_WRITTEN = """
            [{"type":"azure-native:eventhub:EventHub","name":"orders","inputs":{"z":2.0,"a":{"d":1.5,"c":[]}}}]
            """;

    private static final String WRITTEN = """
            [
              {
                "urn": "urn:pulumi:example::example::azure-native:eventhub:EventHub::orders",
                "type": "azure-native:eventhub:EventHub",
                "name": "orders",
                "parent": "",
                "inputs": {
                  "a": {
                    "c": [],
                    "d": 1.5
                  },
                  "z": 2
                },
                "dependencies": [],
                "propertyDependencies": {},
                "options": {
                  "protect": false,
                  "ignoreChanges": [],
                  "deleteBeforeReplace": false,
                  "aliases": [],
                  "provider": ""
                }
              }
            ]
            """;

    private static final String FULL = """
            [{
              "urn": "urn:pulumi:dev::shop::my:own:Stream$a:b:C::c",
              "type": "a:b:C",
              "name": "c",
              "parent": "urn:pulumi:dev::shop::my:own:Stream::s",
              "inputs": {"size": 12345678901, "name": "k\u00F6ln"},
              "dependencies": ["urn:2", "urn:1"],
              "propertyDependencies": {"size": ["urn:2"]},
              "options": {
                "protect": true, "ignoreChanges": ["size"], "deleteBeforeReplace": true,
                "aliases": ["type=b", "type=a"], "provider": "urn::id", "retainOnDelete": true,
                "replaceOnChanges": ["name"], "additionalSecretOutputs": ["key"],
                "customTimeouts": {"create": "30m0s"}, "importId": "/x", "version": "2.10.0", "fromTheFuture": 1
              }
            }]
            """;

    @TempDir
    Path folder;

    @Test
    void typeNameAndInputsAreEnough() {
        assertThat(GraphJson.write(GraphJson.read(HAND_WRITTEN, "example"))).isEqualTo(WRITTEN);
    }

    @Test
    void aParentShowsInTheDerivedUrn() {
        String json = """
                [{"type":"a:b:C","name":"c","parent":"urn:pulumi:dev::shop::my:own:Stream::s"}]
                """;

        ResourceGraph graph = GraphJson.read(json, "example");

        assertThat(graph.resources())
                .extracting(ResourceView::urn)
                .containsExactly("urn:pulumi:dev::shop::my:own:Stream$a:b:C::c");
    }

    @Test
    void everyFieldIsTheSameAfterWritingAndReading() {
        ResourceGraph graph = GraphJson.read(FULL, "full");

        ResourceGraph again = GraphJson.read(GraphJson.write(graph), "again");

        assertThat(again.resources()).isEqualTo(graph.resources());
        ResourceOptions options = graph.resources().get(0).options();
        assertThat(options.aliases()).containsExactly("type=a", "type=b");
        assertThat(options.customTimeouts()).containsEntry("create", "30m0s");
        assertThat(options.importId()).isEqualTo("/x");
        assertThat(options.retainOnDelete()).isTrue();
    }

    @Test
    void resourcesAreSortedByUrn() {
        String json = """
                [{"type":"b:b:B","name":"b"},{"type":"a:a:A","name":"a"}]""";

        assertThat(GraphJson.read(json, "example").resources())
                .extracting(ResourceView::name)
                .containsExactly("a", "b");
    }

    @Test
    void aSecretIsNeverWrittenAndIsUnknownToWhoeverReadsTheFile() {
        String json = """
                [{"type":"a:b:C","name":"c","inputs":{"list":[{"key":
                {"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":{"deep":"hunter2"}}}]}}]
                """;

        String written = GraphJson.write(GraphJson.read(json, "example"));

        assertThat(written)
                .doesNotContain("hunter2")
                .doesNotContain("deep")
                .contains("\"4dabf18193072939515e22adb298388d\": \"1b47061264138c4ac30d75fd1eb44270\"")
                .contains("\"value\": \"[secret]\"");
        assertThat(GraphJson.read(written, "again").resources().get(0).text("list.0.key"))
                .isEqualTo(Fact.unknown("list.0.key", "a secret that was left out"));
    }

    @Test
    void aFileMayBeginWithAByteOrderMark() throws IOException {
        Path file = Files.write(folder.resolve("graph.json"), ("\uFEFF" + FULL).getBytes(StandardCharsets.UTF_8));

        assertThat(GraphJson.read(file).resources().get(0).text("name")).isEqualTo(Fact.known("name", "k\u00F6ln"));
    }

    @Test
    void anEmptyListIsAnEmptyGraph() {
        assertThat(GraphJson.write(GraphJson.read("[]", "example"))).isEqualTo("[]\n");
    }
}
