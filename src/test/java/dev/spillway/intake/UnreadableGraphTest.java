package dev.spillway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnreadableGraphTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                     | g: met an object, give the list of resources that --graph writes
            3                                      | g: met a number, give the list of resources that --graph writes
            ``                                     | g: met nothing, give the list of resources that --graph writes
            [3]                                    | g: [0]: met a number, give an object with type, name and inputs
            [{"name":"c"}]                         | g: [0].type: is missing, give a type such as azure-native:eventhub:Namespace
            [{"type":"","name":"c"}]               | g: [0].type: is empty, give a type such as azure-native:eventhub:Namespace
            [{"type":3,"name":"c"}]                | g: [0].type: met a number, give a text
            [{"type":"a$b","name":"c"}]            | g: [0].type: met "a$b", give a type without :: and $
            [{"type":"a:b:C"}]                     | g: [0].name: is missing, give a name or a urn
            [{"type":"a:b:C","name":[]}]           | g: [0].name: met a list, give a text
            [{"type":"a:b:C","urn":"c"}]           | g: [0].urn: met "c", give urn:pulumi:STACK::PROJECT::TYPE::NAME or no urn
            [{"type":"a:b:C","urn":"urn:pulumi:s::p::x:y:Z::c"}] | g: [0].type: met "a:b:C", give x:y:Z as in the urn
            [{"type":"a:b:C","name":"d","urn":"urn:pulumi:s::p::a:b:C::c"}] | g: [0].name: met "d", give c as in the urn
            [{"type":"a:b:C","name":"c","parent":"up"}] | g: [0].parent: met "up", give the URN of a resource
            [{"type":"a:b:C","name":"c","inputs":[]}] | g: [0].inputs: met a list, give an object
            [{"type":"a:b:C","name":"c","inputs":{"a":[1,1e999]}}] | g: [0].inputs.a[1]: met a number that is too large, give one of at most 1.7e308
            [{"type":"a:b:C","name":"c","dependencies":"x"}] | g: [0].dependencies: met a text, give a list of texts
            [{"type":"a:b:C","name":"c","dependencies":["x",3]}] | g: [0].dependencies[1]: met a number, give a text
            [{"type":"a:b:C","name":"c","propertyDependencies":{"a":true}}] | g: [0].propertyDependencies.a: met true or false, give a list of texts
            [{"type":"a:b:C","name":"c","options":{"protect":"yes"}}] | g: [0].options.protect: met a text, give true or false
            [{"type":"a:b:C","name":"c","options":{"customTimeouts":{"create":3}}}] | g: [0].options.customTimeouts.create: met a number, give a text
            [{"type":"a:b:C","name":"c"},{"type":"a:b:C","name":"c"}] | g: [1]: is the second resource with the URN urn:pulumi:example::example::a:b:C::c, give each resource once
            [{"type":"a:b:C"                       | g:1:17: the text ends in the middle of a value, close every list, object and text
            [] []                                  | g:1:4: goes on after the end of the value, give one value alone
            [{"type":"a","type":"b"}]              | g:1:20: Duplicate field 'type', give each key once
            [{'type':"a"}]                         | g:1:3: is not JSON: Unexpected character (''' (code 39)): was expecting double-quote to start field name
            """)
    void everyMistakeSaysWhereItIsWhatWasMetAndWhatWouldBeRight(String json, String problem) {
        assertThat(problems(json)).containsExactly(problem);
    }

    @Test
    void allMistakesAreReportedAtOnceInTheOrderOfTheirPlaces() {
        assertThat(problems("[{\"type\":3,\"urn\":\"u\",\"inputs\":3,\"parent\":\"p\"}, 4, {}]"))
                .containsExactly(
                        "g: [0].type: met a number, give a text",
                        "g: [0].urn: met \"u\", give urn:pulumi:STACK::PROJECT::TYPE::NAME or no urn",
                        "g: [0].parent: met \"p\", give the URN of a resource",
                        "g: [0].inputs: met a number, give an object",
                        "g: [1]: met a number, give an object with type, name and inputs",
                        "g: [2].type: is missing, give a type such as azure-native:eventhub:Namespace",
                        "g: [2].name: is missing, give a name or a urn");
    }

    @Test
    void twoHundredLevelsAreReadAndOneMoreIsNot() {
        assertThat(GraphJson.read(nested(JsonText.DEEPEST), "g").resources()).hasSize(1);
        assertThat(problems(nested(JsonText.DEEPEST + 1)))
                .containsExactly("g: is nested deeper than 200 levels, give at most 200");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        Path file = folder.resolve("none.json");

        assertThatThrownBy(() -> GraphJson.read(file))
                .isInstanceOf(UnreadableGraph.class)
                .hasMessage(file + ": does not exist, give what pulumi preview --json, "
                        + "pulumi stack export or --graph writes");
    }

    @Test
    void aFolderIsNotAFile() {
        assertThatThrownBy(() -> GraphJson.read(folder))
                .hasMessage(folder + ": is not a file, give what pulumi preview --json, "
                        + "pulumi stack export or --graph writes");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        Path file = folder.resolve("large.json");
        long size = (JsonText.LARGEST_MEBIBYTES << 20) + 1;
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
        }

        assertThatThrownBy(() -> GraphJson.read(file))
                .hasMessage(file + ": holds " + size + " bytes, give a file of at most 256 MiB");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Path file = Files.write(folder.resolve("latin.json"), new byte[] {'[', '"', (byte) 0xE4, '"', ']'});

        assertThatThrownBy(() -> GraphJson.read(file))
                .isInstanceOf(UnreadableGraph.class)
                .hasMessageContaining("UTF-8");
    }

    /** So deep in all: list, resource, inputs, and the rest in nested objects. */
    private static String nested(int levels) {
        int inner = levels - 3;
        return "[{\"type\":\"a:b:C\",\"name\":\"c\",\"inputs\":{\"x\":" + "{\"x\":".repeat(inner - 1) + "{}"
                + "}".repeat(inner - 1) + "}}]";
    }

    private static List<String> problems(String json) {
        return catchThrowableOfType(UnreadableGraph.class, () -> GraphJson.read(json, "g"))
                .problems();
    }
}
