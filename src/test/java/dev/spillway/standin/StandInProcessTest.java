package dev.spillway.standin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in as the engine starts it. */
@DisabledOnOs(OS.WINDOWS)
final class StandInProcessTest {
    private static final Path SCRIPT =
            Path.of("tools/standin/pulumi-resource-azure-native").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void theScriptRefusesToStartWithoutTheVariable() throws IOException, InterruptedException {
        ProcessBuilder builder = builder();
        builder.environment().remove("SPILLWAY_STAND_IN");
        Process process = builder.start();
        String words = new String(process.getErrorStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(words).startsWith("stand-in for Azure: ").contains("SPILLWAY_STAND_IN=1");
    }

    @Test
    void theScriptStartsFromAnywhereAndPrintsItsPort() throws IOException, InterruptedException {
        ProcessBuilder builder = builder();
        builder.environment().put("SPILLWAY_STAND_IN", "1");
        builder.environment()
                .put("SPILLWAY_STAND_IN_CLOUD", folder.resolve("cloud.json").toString());
        Process process = builder.start();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            assertThat(lines.readLine()).matches("[0-9]+");
        } finally {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** A JVM passes over class data that does not fit without a word; this one is not allowed to. */
    @Test
    void theJarIsStartedWithItsClassData() throws IOException, InterruptedException {
        Path jar = StandInJar.made();
        assertThat(jar.resolveSibling(jar.getFileName().toString().replace(".jar", ".jsa")))
                .isNotEmptyFile();
        ProcessBuilder builder = builder();
        builder.environment().put("SPILLWAY_STAND_IN", "1");
        builder.environment()
                .put("SPILLWAY_STAND_IN_CLOUD", folder.resolve("cloud.json").toString());
        builder.environment().put(StandInJar.VARIABLE, jar.toString());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Xshare:on");
        Process process = builder.start();
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            assertThat(lines.readLine()).matches("[0-9]+");
        } finally {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void noManifestNamesTheStandIn() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""), 3)) {
            List<Path> manifests = files.filter(
                            file -> String.valueOf(file.getFileName()).matches("Pulumi.*\\.ya?ml"))
                    .toList();
            for (Path manifest : manifests) {
                assertThat(Files.readString(manifest)).as(manifest.toString()).doesNotContainIgnoringCase("standin");
            }
        }
    }

    private ProcessBuilder builder() {
        return new ProcessBuilder(SCRIPT.toString(), "127.0.0.1:1").directory(folder.toFile());
    }
}
