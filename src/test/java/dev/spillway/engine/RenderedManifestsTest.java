package dev.spillway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.testsupport.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Kubernetes side of every stack, as the real provider renders it. */
@Tag("engine")
final class RenderedManifestsTest {
    static String[] stacks() {
        return EngineProject.ROOT
                .resolve("stacks")
                .toFile()
                .list((folder, name) -> folder.toPath()
                        .resolve(name)
                        .resolve("stack.yaml")
                        .toFile()
                        .isFile());
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
    void everyStackIsRendered() {
        assertThat(stacks()).contains("dev", "incident");
    }
}
