package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.engine.EngineProject.Said;
import dev.spillway.standin.AzureStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Auto-inflate took the namespace of the stack {@code dev} from 2 units to 12, and nobody refreshes the state by hand. The way
 * back down is one of {@link DrillsTest}.
 */
@Tag("engine")
final class InflateTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAMESPACE = "/namespaces/orders-dev-orders";

    private EngineProject project;
    private Path stackFile;

    @AfterEach
    void removed() {
        project.close();
    }

    @BeforeEach
    void grownTo12() throws IOException {
        project = Created.lean(EngineProject.fresh());
        stackFile = project.folder().resolve("stacks/dev/stack.yaml");
        project.pulumi("stack", "init", "dev").succeeded();
        // Partitions are for life on Standard, so they are there for the load that comes.
        edit("consumerGroups: [billing]", "consumerGroups: [billing]\n        partitionCount: 32");
        Said created = up().succeeded();
        assertThat(created.text()).doesNotContain("throughputUnits");
        assertThat(capacity()).isEqualTo(2);
        grow(12);
    }

    @Test
    void anUpdateNeverTakesBackWhatInflateAdded() throws IOException {
        Said plain = up().succeeded();
        assertThat(capacity()).isEqualTo(12);
        assertThat(plain.text())
                .contains("throughputUnits 12 (deployed): live: 12, above the planned 2; resetInflatedCapacity");

        edit("tags: { team: orders }", "tags: { team: payments }");
        up().succeeded();
        assertThat(capacity()).isEqualTo(12);
        assertThat(namespace().path("tags").path("team").asText()).isEqualTo("payments");

        edit("peakEventsPerSecond: 1380", "peakEventsPerSecond: 15500");
        Said loaded = up().succeeded();
        assertThat(capacity()).isEqualTo(16);
        assertThat(loaded.text()).contains("throughputUnits 16 (derived): peak 15,500/s at 1,000/s a unit; live: 12");
    }

    @ParameterizedTest
    @CsvSource({"forbidden, Status=403", "serverError, Status=500"})
    void aFailedReadIsToldInAPreviewAndStopsAnUpdate(String fault, String words) throws IOException {
        Path faults = project.scratch().resolve("faults.json");
        Files.writeString(faults, "[{\"fault\": \"" + fault + "\", \"operation\": \"invoke\", \"call\": 0}]");
        project.with(AzureStandIn.FAULTS, faults.toString());
        edit("tags: { team: orders }", "tags: { team: payments }");

        Said preview = project.pulumi("preview", "-s", "dev").succeeded();
        Said update = up().failed();

        assertThat(preview.text())
                .contains(
                        "warning: throughputUnits 2 (derived)",
                        "live capacity not read",
                        words,
                        "an update stops here");
        assertThat(update.text())
                .contains("eventHubs.orders: live capacity not read", words, "resetInflatedCapacity: true")
                .doesNotContain("at dev.spillway");
        assertThat(capacity()).isEqualTo(12);
        assertThat(namespace().path("tags").path("team").asText()).isEqualTo("orders");
    }

    private Said up() {
        return project.pulumi("up", "-s", "dev", "--yes", "--skip-preview");
    }

    private int capacity() throws IOException {
        return namespace().path("sku").path("capacity").asInt();
    }

    private void grow(int units) throws IOException {
        JsonNode cloud = JSON.readTree(project.cloud().toFile());
        ((ObjectNode) namespace(cloud).path("sku")).put("capacity", units);
        Files.writeString(project.cloud(), cloud.toPrettyString() + "\n", UTF_8);
    }

    private JsonNode namespace() throws IOException {
        return namespace(JSON.readTree(project.cloud().toFile()));
    }

    private static JsonNode namespace(JsonNode cloud) {
        return cloud.path("resources").properties().stream()
                .filter(resource -> resource.getKey().endsWith(NAMESPACE))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private void edit(String from, String to) throws IOException {
        String text = Files.readString(stackFile, UTF_8);
        assertThat(text).contains(from);
        Files.writeString(stackFile, text.replace(from, to), UTF_8);
    }
}
