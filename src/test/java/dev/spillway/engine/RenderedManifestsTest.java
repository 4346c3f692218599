package dev.spillway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.testsupport.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Kubernetes side of every stack, as the real provider renders it. */
@Tag("engine")
final class RenderedManifestsTest {
    /** All stacks that declare something in Kubernetes. */
    static List<String> stacks() throws IOException {
        try (Stream<Path> folders = Files.list(EngineProject.ROOT.resolve("stacks"))) {
            return folders.filter(RenderedManifestsTest::hasKubernetes)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasKubernetes(Path stack) {
        try {
            return Files.readString(stack.resolve("plan.approved.json")).contains("\"kubernetes:");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void manifestsAreAsApproved(String stack) throws IOException {
        try (EngineProject project = EngineProject.fresh()) {
            project.write(
                    "Pulumi." + stack + ".yaml",
                    "config:\n  spillway:stackFile: stacks/" + stack
                            + "/stack.yaml\n  kubernetes:renderYamlToDirectory: manifests\n");
            project.pulumi("stack", "init", stack).succeeded();
            project.pulumi("up", "-s", stack, "--yes", "--skip-preview").succeeded();

            Golden.assertMatches(
                    Path.of("stacks", stack, "manifests.approved.yaml"),
                    Manifests.of(project).text());
        }
    }

    @Test
    void everyStackWithWorkloadsIsRendered() throws IOException {
        assertThat(stacks()).contains("dev", "incident", "premium", "production");
    }
}
