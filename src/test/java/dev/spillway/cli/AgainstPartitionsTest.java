package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A preview of the stack {@code dev}, held against a state in which its hub has eight partitions. */
final class AgainstPartitionsTest {
    private static final String STATE = """
            {"version": 3, "deployment": {"resources": [
              {"urn": "urn:pulumi:dev::shop::spillway:index:EventHubsNamespace$azure-native:eventhub:EventHub::orders-orders",
               "inputs": {"namespaceName": "orders-dev-orders", "eventHubName": "orders", "partitionCount": 4},
               "outputs": {"partitionCount": 8}}]}}
            """;
    private static final String GROUPS = "consumerGroups: [billing]";

    @TempDir
    private Path folder;

    @Test
    void aDerivedCountKeepsThePartitionsOfTheState() throws IOException {
        Path json = folder.resolve("report.json");

        CommandLineRun run = preview(GROUPS, "--json", json.toString());

        JsonNode row = StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(json.toFile())
                                .path("sizing")
                                .spliterator(),
                        false)
                .filter(any -> any.path("setting").asText().endsWith("partitionCount"))
                .findFirst()
                .orElseThrow();
        assertThat(run.exit()).isZero();
        assertThat(row.path("value").asInt()).isEqualTo(8);
        assertThat(row.path("source").asText()).isEqualTo("deployed");
        assertThat(row.path("reason").asText())
                .startsWith("deployed state: 8, kept: partitions are never taken away; planned 4: ");
    }

    @Test
    void fewerAreRefusedWithTheNumberToWrite() throws IOException {
        CommandLineRun run = preview(GROUPS + "\n        partitionCount: 4");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("eventHubs.orders.hubs.orders.partitionCount: 4 where the hub has 8 (live): partitions are"
                        + " never taken away, write partitionCount: 8" + System.lineSeparator());
    }

    @Test
    void moreAreRefusedOnStandard() throws IOException {
        CommandLineRun run = preview(GROUPS + "\n        partitionCount: 16");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("16 where the hub has 8", "on Standard partitions are for life");
    }

    private CommandLineRun preview(String hub, String... more) throws IOException {
        Path stack = folder.resolve("stack.yaml");
        Files.writeString(
                stack, Files.readString(Path.of("stacks/dev/stack.yaml")).replace(GROUPS, hub));
        Path state = Files.writeString(folder.resolve("state.json"), STATE);
        String[] line = new String[4 + more.length];
        System.arraycopy(new String[] {"preview", stack.toString(), "--against", state.toString()}, 0, line, 0, 4);
        System.arraycopy(more, 0, line, 4, more.length);
        return CommandLineRun.of(line);
    }
}
