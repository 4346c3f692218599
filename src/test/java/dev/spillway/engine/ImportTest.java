package dev.spillway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.testsupport.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Taking over what exists, as docs/adopting-what-exists.md tells it. */
@Tag("engine")
final class ImportTest {
    @Test
    void aNamespaceThatExistsIsTakenOverWithoutBeingReplaced() throws IOException {
        try (EngineProject made = Created.lean();
                EngineProject project = Created.lean(EngineProject.fresh())) {
            Files.copy(made.cloud(), project.cloud());
            CloudFile.of(project)
                    .drift(
                            CloudFile.HUB,
                            hub -> ((ObjectNode) hub.at("/properties/retentionDescription"))
                                    .put("retentionTimeInHours", 24));
            project.pulumi("stack", "init", "dev").succeeded();
            Transcript transcript = Transcript.of(project)
                    .note("Group, namespace, hub and consumer group exist; nobody's stack has them.");

            project.pulumi("preview", "-s", "dev", "--import-file", "import.json")
                    .succeeded();
            ImportFile.in(project)
                    .keep(Map.of(
                            "ResourceGroup", CloudFile.GROUP,
                            "Namespace", CloudFile.NAMESPACE,
                            "EventHub", CloudFile.HUB,
                            "ConsumerGroup", CloudFile.CONSUMER_GROUP));
            transcript.pulumi(ImportFile.COMMAND);
            transcript.pulumi("up", "-s", "dev", "--yes", "--skip-preview");
            transcript.pulumi("preview", "-s", "dev");

            Golden.assertMatches(Transcript.approved("import"), transcript.text());
            assertThat(CloudFile.of(project).resources().keySet())
                    .isEqualTo(CloudFile.of(made).resources().keySet());
        }
    }
}
