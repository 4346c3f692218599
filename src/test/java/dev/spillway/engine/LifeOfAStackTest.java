package dev.spillway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.testsupport.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a stack goes through from its first update to its destruction, with the engine's steps approved. */
@Tag("engine")
final class LifeOfAStackTest {
    private static final String[] UP = {"up", "-s", "dev", "--yes", "--skip-preview"};

    /** The provider renders manifests to files here and has no cluster to read, so only Azure can be refreshed. */
    private static final String AZURE = "**azure-native:**";

    @Test
    void aStackIsCreatedAndThenLeftAlone() throws IOException {
        try (EngineProject project = EngineProject.fresh()) {
            project.pulumi("stack", "init", "dev").succeeded();
            Transcript transcript = Transcript.of(project);

            transcript.pulumi("preview", "-s", "dev");
            assertThat(project.cloud()).doesNotExist();
            List<String> order = transcript.pulumi(UP).order();
            transcript.pulumi(UP);

            Golden.assertMatches(Transcript.approved("create-and-leave-alone"), transcript.text());
            assertThat(order)
                    .containsSubsequence(
                            "create ResourceGroup orders-dev",
                            "create Namespace orders",
                            "create EventHub orders-orders",
                            "create ConsumerGroup orders-orders-billing");
        }
    }

    @Test
    void doubledLoadGrowsEverythingButThePartitions() throws IOException {
        try (EngineProject project = Created.dev()) {
            project.edit("stacks/dev/stack.yaml", "baselineEventsPerSecond: 600", "baselineEventsPerSecond: 1200")
                    .edit("stacks/dev/stack.yaml", "peakEventsPerSecond: 1380", "peakEventsPerSecond: 2760");
            Transcript transcript = Transcript.of(project).note("The load is doubled in stack.yaml.");

            transcript.pulumi("preview", "-s", "dev");
            transcript.note(
                    "Azure keeps a hub's partitions on this tier for life, so the plan keeps those that are deployed.");
            transcript.pulumi(UP);
            transcript.pulumi("preview", "-s", "dev");

            Golden.assertMatches(Transcript.approved("load-doubled"), transcript.text());
            assertThat(CloudFile.of(project)
                            .at(CloudFile.NAMESPACE, "/sku/capacity")
                            .asInt())
                    .isEqualTo(3);
            assertThat(CloudFile.of(project)
                            .at(CloudFile.HUB, "/properties/partitionCount")
                            .asInt())
                    .isEqualTo(4);
        }
    }

    @Test
    void whatIsWrongInTheStacksFileIsToldWithoutAStackTrace() throws IOException {
        try (EngineProject project = EngineProject.fresh()) {
            project.pulumi("stack", "init", "dev").succeeded();
            project.edit("stacks/dev/stack.yaml", "peakEventsPerSecond: 1380", "peakEventsPerSecond: many");

            String said = project.pulumi("preview", "-s", "dev").failed().text();

            assertThat(said)
                    .contains("load.peakEventsPerSecond")
                    .contains("many")
                    .doesNotContain("at dev.spillway.");
        }
    }

    @Test
    void theNumberOfPodsIsNeverSent() throws IOException {
        try (EngineProject project = Created.dev()) {
            String created = Manifests.of(project).text();
            project.edit("stacks/dev/stack.yaml", "podStartSeconds: 60", "podStartSeconds: 90");

            project.pulumi(UP).succeeded();
            String updated = Manifests.of(project).text();
            String state =
                    project.pulumi("stack", "export", "-s", "dev").succeeded().text();

            assertThat(updated).isNotEqualTo(created).contains("kind: Deployment");
            // What a scaler falls back to when it is blind is deeper in, and of the scaler.
            assertThat(List.of(created, updated)).noneMatch(text -> text.contains("\n  replicas:"));
            assertThat(state).contains("\"minReplicas\"");
            assertThat(Pattern.compile("\"replicas\"").matcher(state).results().count())
                    .isEqualTo(Pattern.compile("\"failureThreshold\"\\s*:\\s*3,\\s*\"replicas\"")
                            .matcher(state)
                            .results()
                            .count());
        }
    }

    @Test
    void driftIsSeenByARefreshAndTakenBackByAnUpdate() throws IOException {
        try (EngineProject project = Created.dev()) {
            Transcript transcript =
                    Transcript.of(project).note("Somebody changes retention, tags and capacity in the portal.");
            CloudFile.of(project)
                    .drift(CloudFile.HUB, in("properties/retentionDescription", "retentionTimeInHours", 24))
                    .drift(CloudFile.NAMESPACE, in("tags", "team", "somebody"))
                    .drift(CloudFile.NAMESPACE, in("sku", "capacity", 12));

            transcript.note(
                    "Without a refresh the engine sees nothing; the program reads the live units and keeps them.");
            transcript.pulumi("preview", "-s", "dev");
            transcript.pulumi("refresh", "-s", "dev", "--yes", "--skip-preview", "--target", AZURE);
            transcript.pulumi(UP);

            Golden.assertMatches(Transcript.approved("refresh-after-drift"), transcript.text());
            assertThat(CloudFile.of(project)
                            .at(CloudFile.HUB, "/properties/retentionDescription/retentionTimeInHours")
                            .asInt())
                    .isEqualTo(72);
        }
    }

    @Test
    void aProtectedStackIsNeitherReplacedNorDestroyed() throws IOException {
        try (EngineProject project = Created.guarded()) {
            String before = Files.readString(project.cloud());
            Transcript transcript = Transcript.of(project).note("The stack's location is changed in stack.yaml.");
            project.edit("stacks/dev/stack.yaml", "location: westeurope", "location: northeurope");
            transcript.pulumi("up", "-s", "dev", "--yes");
            project.edit("stacks/dev/stack.yaml", "location: northeurope", "location: westeurope");
            transcript.note("It is changed back, and somebody wants to destroy the stack.");
            transcript.pulumi("destroy", "-s", "dev", "--yes");
            assertThat(Files.readString(project.cloud())).isEqualTo(before);

            transcript.note("Whoever means it takes the protection away first, and sees what is left to do.");
            transcript.command("state", "unprotect", "--all", "-s", "dev", "--yes");
            List<String> order =
                    transcript.pulumi("destroy", "-s", "dev", "--yes").order();

            Golden.assertMatches(Transcript.approved("protected"), transcript.text());
            assertThat(order)
                    .containsSubsequence(
                            "delete ConsumerGroup orders-orders-billing",
                            "delete EventHub orders-orders",
                            "delete Namespace orders",
                            "delete ResourceGroup orders-dev");
            assertThat(CloudFile.of(project).resources()).isEmpty();
        }
    }

    @Test
    void twoStacksLiveSideBySide() throws IOException {
        try (EngineProject project = Created.dev()) {
            Files.writeString(project.folder().resolve("Pulumi.incident.yaml"), """
                    config:
                      spillway:stackFile: stacks/incident/stack.yaml
                      kubernetes:renderYamlToDirectory: manifests-incident
                    """);
            project.pulumi("stack", "init", "incident").succeeded();
            Transcript transcript = Transcript.of(project).note("The stack dev exists already.");

            transcript.pulumi("up", "-s", "incident", "--yes", "--skip-preview");
            transcript.pulumi("preview", "-s", "dev");
            transcript.pulumi("destroy", "-s", "dev", "--yes", "--skip-preview");
            transcript.pulumi("preview", "-s", "incident");

            Golden.assertMatches(Transcript.approved("two-stacks"), transcript.text());
            assertThat(CloudFile.of(project).resources().keySet())
                    .isNotEmpty()
                    .allMatch(id -> id.contains("rg-orders-incident"));
        }
    }

    private static Consumer<ObjectNode> in(String parent, String field, Object value) {
        return body -> {
            ObjectNode here = body;
            for (String step : parent.split("/", -1)) {
                here = (ObjectNode) here.path(step);
            }
            here.putPOJO(field, value);
        };
    }
}
