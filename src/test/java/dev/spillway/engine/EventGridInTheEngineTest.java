package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.cli.CommandLineRun;
import dev.spillway.engine.EngineProject.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stack {@code event-grid} under the real engine: what is made after what, and what is found when a twin was changed. */
@Tag("engine")
final class EventGridInTheEngineTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STACK = "shop-events";

    @Test
    void rightsComeBeforeSubscriptionsAndDriftBetweenTwinsIsFoundFromTheState() throws IOException {
        try (EngineProject project = EngineProject.fresh().withNeighbours()) {
            Files.writeString(
                    project.folder().resolve("Pulumi." + STACK + ".yaml"),
                    Files.readString(project.folder().resolve("Pulumi.dev.yaml"), UTF_8)
                            .replace("stacks/dev/", "stacks/event-grid/"),
                    UTF_8);
            project.pulumi("stack", "init", STACK).succeeded();

            Said created =
                    project.pulumi("up", "-s", STACK, "--yes", "--skip-preview").succeeded();
            Said again =
                    project.pulumi("up", "-s", STACK, "--yes", "--skip-preview").succeeded();

            assertThat(again.text()).doesNotContain(" created ").doesNotContain(" updated ");
            for (String subscription : List.of("order-events-notify", "order-events-billing")) {
                assertThat(line(created, "TopicEventSubscription " + subscription + " creating"))
                        .isGreaterThan(line(created, "RoleAssignment order-events-dead-letters created"));
            }
            assertThat(line(created, "TopicEventSubscription order-events-billing creating"))
                    .isGreaterThan(line(created, "RoleAssignment order-events-billing-delivery created"));
            assertThat(line(created, "PermissionBinding devices-primary-binding-tills-publish creating"))
                    .isGreaterThan(line(created, "ClientGroup devices-primary-group-tills created"));

            assertThat(drift(state(project))).isEmpty();

            changeSecondary(project);
            project.pulumi("refresh", "-s", STACK, "--yes").succeeded();
            Path drifted = state(project);

            assertThat(drift(drifted))
                    .containsExactly("EG-029 payments-primary: publicNetworkAccess; payments-primary-ledger: filter");
            CommandLineRun preview =
                    CommandLineRun.of("preview", "event-grid", "--against", drifted.toString(), "--json", "-");
            assertThat(preview.exit()).isEqualTo(1);
            assertThat(findings(preview.out()))
                    .containsExactly("EG-029 payments-primary: publicNetworkAccess; payments-primary-ledger: filter");

            Said mended =
                    project.pulumi("up", "-s", STACK, "--yes", "--skip-preview").succeeded();

            assertThat(mended.text())
                    .contains(" updated ")
                    .doesNotContain(" created ")
                    .doesNotContain("replaced");
            assertThat(drift(state(project))).isEmpty();
        }
    }

    private static int line(Said said, String words) {
        List<String> lines = said.text().lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).replaceAll("\\s+", " ");
            if (line.contains(words)) {
                return at;
            }
        }
        throw new AssertionError("never said: " + words + "\n" + said.text());
    }

    private static Path state(EngineProject project) {
        Path file = project.scratch().resolve("state.json");
        project.pulumi("stack", "export", "-s", STACK, "--file", file.toString())
                .succeeded();
        return file;
    }

    private static List<String> drift(Path state) throws IOException {
        String file = state.toString();
        String report = CommandLineRun.of("check", file, "--against", file, "--json", "-")
                .out();
        JsonNode read = JSON.readTree(report);
        assertThat(read.path("summary").isObject()).isTrue();
        assertThat(read.path("unknown").toString()).doesNotContain("EG-029");
        return findings(report);
    }

    private static List<String> findings(String report) throws IOException {
        return JSON.readTree(report).path("findings").findParents("rule").stream()
                .filter(finding -> finding.path("rule").asText().equals("EG-029"))
                .map(finding -> finding.path("rule").asText() + " "
                        + finding.path("seen").asText())
                .toList();
    }

    /** As somebody would do it in the portal, in one region alone. */
    private static void changeSecondary(EngineProject project) throws IOException {
        JsonNode cloud = JSON.readTree(project.cloud().toFile());
        cloud.path("resources").properties().forEach(resource -> {
            String id = resource.getKey();
            if (id.endsWith("/topics/shop-events-payments-northeurope")) {
                ((ObjectNode) resource.getValue().path("properties")).put("publicNetworkAccess", "Disabled");
            }
            if (id.contains("/topics/shop-events-payments-northeurope/") && id.endsWith("/ledger")) {
                ((ObjectNode) resource.getValue().path("properties"))
                        .withObjectProperty("filter")
                        .put("subjectBeginsWith", "orders/");
            }
        });
        Files.writeString(project.cloud(), cloud.toPrettyString() + "\n", UTF_8);
    }
}
