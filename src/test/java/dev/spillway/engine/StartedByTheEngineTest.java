package dev.spillway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the engine gets our program to run, and what a test of it leaves behind. */
@Tag("engine")
final class StartedByTheEngineTest {
    @Test
    void theCommandLineIsTheOneThatIsPinned() throws IOException {
        try (EngineProject project = EngineProject.fresh()) {
            assertThat(project.pulumi("version").text().strip()).isEqualTo("v3.254.0");
        }
    }

    @Test
    void whereNothingCanBeBuiltMavenStartsTheSameProgram() throws IOException {
        try (EngineProject project = Created.dev()) {
            Path tools = project.folder().resolve("tools");
            Files.delete(tools);
            Files.createDirectory(tools);
            EngineProject.copy(EngineProject.ROOT.resolve("tools/launcher"), tools.resolve("launcher"));
            for (String name : List.of("pom.xml", ".mvn", "src")) {
                EngineProject.copy(
                        EngineProject.ROOT.resolve(name), project.folder().resolve(name));
            }
            project.write(".spillway", "in the way");

            project.pulumi("preview", "-s", "dev", "--expect-no-changes").succeeded();
        }
    }

    @Test
    void noTrackedManifestHoldsPluginsOrASalt() throws IOException {
        try (Stream<Path> files = Files.list(EngineProject.ROOT)) {
            assertThat(files.filter(file -> file.getFileName().toString().matches("Pulumi.*\\.yaml")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("encryptionsalt", "plugins:"));
        }
    }
}
