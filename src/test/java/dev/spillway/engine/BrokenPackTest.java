package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.engine.EngineProject.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A policy pack that cannot judge lets nothing pass, and says what to do. */
@Tag("engine")
final class BrokenPackTest {
    @Test
    void aFolderWithoutAPackStopsTheRun() throws IOException {
        try (EngineProject project = project()) {
            Said said = preview(project, Path.of("no/such/folder"));

            assertThat(said.text())
                    .contains("failed to load Pulumi policy project located at \"no/such/folder\"")
                    .contains("no/such/folder/PulumiPolicy.yaml: no such file or directory");
        }
    }

    @Test
    void aJarThatIsCutShortStopsTheRun() throws IOException {
        try (EngineProject project = project()) {
            Path checkout = checkout(project);
            Path jar = build(checkout).resolve("spillway.jar");
            byte[] whole = Files.readAllBytes(jar);
            Files.write(jar, Arrays.copyOf(whole, whole.length / 2));

            Said said = preview(project, checkout.resolve("policies"));

            assertThat(said.text())
                    .contains("spillway.jar is not whole; remove " + checkout.resolve(".spillway")
                            + ", and the next run builds anew")
                    .contains("failed to start");
        }
    }

    @Test
    void aLibraryThatIsMissingStopsTheRun() throws IOException {
        try (EngineProject project = project()) {
            Path checkout = checkout(project);
            Path libraries = build(checkout).resolve("lib");
            try (Stream<Path> all = Files.list(libraries)) {
                for (Path library : all.filter(
                                path -> path.getFileName().toString().startsWith("grpc-stub"))
                        .toList()) {
                    Files.delete(library);
                }
            }

            Said said = preview(project, checkout.resolve("policies"));

            assertThat(said.text())
                    .contains(
                            "a library of the policy pack is broken or missing (java.lang.NoClassDefFoundError: io/grpc/stub/")
                    .contains("remove the folder .spillway beside the folder policies")
                    .contains("failed to start");
        }
    }

    @Test
    void anOldJavaStopsTheRun() throws IOException {
        try (EngineProject project = project()) {
            Path jdk = project.scratch().resolve("jdk-11");
            Files.createDirectories(jdk.resolve("bin"));
            Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n", UTF_8);
            Path java = Files.writeString(
                    jdk.resolve("bin/java"), "#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\nexit 1\n", UTF_8);
            assertThat(java.toFile().setExecutable(true)).isTrue();
            project.with("JAVA_HOME", jdk.toString());

            Said said = preview(project, EngineProject.policies());

            assertThat(said.text())
                    .contains("java: found version 11.0.2 in " + jdk)
                    .contains("a JDK of version 17 or newer is needed")
                    .contains("failed to start");
        }
    }

    @Test
    void aPackThatIsSlowToStartIsWaitedForAndStillStopsTheRun() throws IOException {
        try (EngineProject project = project()) {
            Path pack = Files.createDirectories(project.scratch().resolve("slow"));
            Files.copy(EngineProject.policies().resolve("PulumiPolicy.yaml"), pack.resolve("PulumiPolicy.yaml"));
            Path launcher = Files.writeString(
                    pack.resolve("mvn-pack"),
                    "#!/bin/sh\nsleep 4\nexec '" + EngineProject.policies().resolve("mvn-pack") + "' \"$@\"\n",
                    UTF_8);
            assertThat(launcher.toFile().setExecutable(true)).isTrue();

            Said said = preview(project, pack);

            assertThat(said.text()).contains("CX-007-retry-covers-shortfall");
        }
    }

    /** The incident, which a pack that works does not let pass either: only the words tell them apart. */
    private static EngineProject project() throws IOException {
        EngineProject project = EngineProject.fresh();
        project.edit("Pulumi.dev.yaml", "stacks/dev", "stacks/incident");
        project.pulumi("stack", "init", "dev").succeeded();
        return project;
    }

    private static Said preview(EngineProject project, Path pack) throws IOException {
        Said said = project.pulumi("preview", "-s", "dev", "--policy-pack", pack.toString())
                .failed();
        assertThat(CloudFile.of(project).resources()).isEmpty();
        return said;
    }

    /** The pack with the build that it starts, as somebody else would have them. */
    private static Path checkout(EngineProject project) throws IOException {
        // So that there is a build to take.
        project.pulumi(
                        "preview",
                        "-s",
                        "dev",
                        "--policy-pack",
                        EngineProject.policies().toString())
                .failed();
        // What is made in the background would still be written there while the project is removed.
        project.with("SPILLWAY_NO_ARCHIVE", "1");
        Path checkout = project.scratch().resolve("checkout");
        Files.createDirectories(checkout.resolve(".spillway"));
        for (String name : List.of("policies", "spillway")) {
            EngineProject.copy(EngineProject.ROOT.resolve(name), checkout.resolve(name));
        }
        for (String name : List.of("tools", "src", "pom.xml", ".mvn")) {
            Files.createSymbolicLink(checkout.resolve(name), EngineProject.ROOT.resolve(name));
        }
        Path build = build(EngineProject.ROOT);
        Path libraries = build.resolve("lib").toRealPath();
        for (Path part : List.of(build, libraries)) {
            Path copy = Files.createDirectory(checkout.resolve(".spillway").resolve(part.getFileName()));
            try (Stream<Path> files = Files.list(part)) {
                for (Path file : files.toList()) {
                    if (file.endsWith("spillway.jar") || Files.isSymbolicLink(file)) {
                        EngineProject.copy(file, copy.resolve(file.getFileName()));
                    } else {
                        Files.createSymbolicLink(copy.resolve(file.getFileName()), file);
                    }
                }
            }
        }
        return checkout;
    }

    /** The build that was used last. */
    private static Path build(Path checkout) throws IOException {
        try (Stream<Path> all = Files.list(checkout.resolve(".spillway"))) {
            return all.filter(path -> path.getFileName().toString().startsWith("build-"))
                    .filter(path -> Files.exists(path.resolve("used")))
                    .max(Comparator.comparingLong(
                            path -> path.resolve("used").toFile().lastModified()))
                    .orElseThrow();
        }
    }
}
