package dev.spillway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Bringing a stack back after an update that broke, by the commands of docs/when-an-update-breaks.md and in their order. */
record Repair(EngineProject project) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The lock of an engine that was killed. */
    Repair unlock() {
        project.pulumi("cancel", "-s", "dev", "--yes").succeeded();
        return this;
    }

    /** Forgets creates of which nobody knows whether they were done; the provider has no cluster to read, hence the target. */
    Repair forgetPendingCreates() throws IOException {
        project.pulumi(
                        "refresh",
                        "-s",
                        "dev",
                        "--yes",
                        "--skip-preview",
                        "--clear-pending-creates",
                        "--target",
                        "**azure-native:**")
                .succeeded();
        assertThat(deployment().path("pending_operations")).isEmpty();
        return this;
    }

    /** Takes over what is in Azure and not in the state. */
    Repair importWhatExists() throws IOException {
        Map<String, String> missing = new HashMap<>(Map.of(
                CloudFile.GROUP, "ResourceGroup",
                CloudFile.NAMESPACE, "Namespace",
                CloudFile.HUB, "EventHub",
                CloudFile.CONSUMER_GROUP, "ConsumerGroup"));
        missing.keySet().retainAll(CloudFile.of(project).resources().keySet());
        missing.keySet().removeAll(ids());
        if (!missing.isEmpty()) {
            project.pulumi("preview", "-s", "dev", "--import-file", "import.json")
                    .succeeded();
            Map<String, String> idsByType = new HashMap<>();
            missing.forEach((id, type) -> idsByType.put(type, id));
            ImportFile.in(project).keep(idsByType);
            project.pulumi(ImportFile.COMMAND).succeeded();
        }
        return this;
    }

    Repair updateAgain() {
        project.pulumi("up", "-s", "dev", "--yes", "--skip-preview").succeeded();
        return this;
    }

    /** Fails unless cloud and state are what an update leaves that nothing has disturbed. */
    void assertNothingIsLostOrDoubled() throws IOException {
        try (EngineProject undisturbed = Created.lean()) {
            assertThat(CloudFile.of(project).resources())
                    .isEqualTo(CloudFile.of(undisturbed).resources());
            assertThat(state()).isEqualTo(new Repair(undisturbed).state());
            assertThat(deployment().path("pending_operations")).isEmpty();
        }
    }

    private TreeSet<String> ids() throws IOException {
        TreeSet<String> ids = new TreeSet<>();
        deployment()
                .path("resources")
                .forEach(resource -> ids.add(resource.path("id").asText()));
        return ids;
    }

    /** Inputs and dependencies by resource, without the moment and the provider's number; a resource that is there twice fails. */
    private TreeMap<String, String> state() throws IOException {
        TreeMap<String, String> state = new TreeMap<>();
        for (JsonNode resource : deployment().path("resources")) {
            TreeSet<String> dependencies = new TreeSet<>();
            resource.path("dependencies").forEach(urn -> dependencies.add(urn.asText()));
            String before = state.put(
                    resource.path("urn").asText(),
                    (resource.path("type").asText().startsWith("pulumi:")
                                    ? ""
                                    : resource.path("id").asText())
                            + " " + resource.path("inputs") + " " + dependencies
                            + (resource.path("protect").asBoolean() ? " protected" : ""));
            assertThat(before).as("twice in the state: " + resource.path("urn")).isNull();
        }
        return state;
    }

    private JsonNode deployment() throws IOException {
        return JSON.readTree(project.pulumi("stack", "export", "-s", "dev")
                        .succeeded()
                        .text())
                .path("deployment");
    }
}
