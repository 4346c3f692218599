package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.engine.EngineProject.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code make dist} leaves, unpacked where nothing else of ours is, with a program that is not in Java. */
@Tag("engine")
final class DistTest {
    private static final Path DIST = EngineProject.ROOT.resolve("target/dist");
    private static final List<String> HOST =
            List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "--no-transfer-progress", "compile", "exec:java");

    private static final Pattern COORDINATES = Pattern.compile("[^ :]+:([^ :]+):([^ :]+)");

    private static final String LOSSY = """
            name: somebody-elses
            runtime: yaml
            resources:
              group:
                type: azure-native:resources:ResourceGroup
                properties: {resourceGroupName: rg-lossy, location: westeurope}
              orders:
                type: azure-native:eventhub:Namespace
                properties:
                  resourceGroupName: ${group.name}
                  namespaceName: orders-lossy
                  location: westeurope
                  sku: {name: Standard, tier: Standard, capacity: 1}
              hub:
                type: azure-native:eventhub:EventHub
                properties:
                  resourceGroupName: ${group.name}
                  namespaceName: ${orders.name}
                  eventHubName: orders
                  partitionCount: 2
                  retentionDescription: {cleanupPolicy: Delete, retentionTimeInHours: 24}
            """;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void build() throws IOException {
        assertThat(run(Map.of(), EngineProject.ROOT, List.of("tools/dist/build.sh"))
                        .exit())
                .isZero();
    }

    @Test
    void violationsInAYamlProgramAreFoundWithNothingButTheFolder() throws IOException {
        Path pack = unpacked("a folder");
        Map<String, String> before = content(pack);
        EngineProject project = EngineProject.in(scratch).withYaml(LOSSY).with("SPILLWAY_NO_ARCHIVE", "1");
        project.pulumi("stack", "init", "dev").succeeded();

        Said preview = project.pulumi("preview", "-s", "dev", "--policy-pack", pack.toString())
                .failed();

        assertThat(preview.text())
                .contains("spillway@v0.1.0")
                .contains("EH-002-auto-inflate-on  (azure-native:eventhub:Namespace: orders)")
                .contains("EH-007-retention-floor  (azure-native:eventhub:EventHub: hub)")
                .doesNotContain("Maven");
        assertThat(content(pack)).isEqualTo(before);
    }

    @Test
    void theComponentsAreInItToo() throws IOException {
        Path folder = unpacked("components");
        EngineProject project = EngineProject.in(scratch)
                .withYaml(
                        "name: user\nruntime: yaml\npackages: {spillway: '" + folder + "'}\nresources:\n"
                                + "  orders:\n    type: spillway:index:EventHubsNamespace\n    properties: "
                                + "{resourceGroupName: rg, namespaceName: orders-user, location: westeurope, hubs: {orders: {}}}\n")
                .with("SPILLWAY_NO_ARCHIVE", "1");
        project.pulumi("stack", "init", "dev").succeeded();

        Said preview = project.pulumi("preview", "-s", "dev").succeeded();

        assertThat(preview.text()).contains("azure-native:eventhub:EventHub orders-orders");
    }

    @Test
    void anOldJavaGivesOneClearLine() throws IOException {
        Path old = Files.createDirectories(scratch.resolve("jdk11"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.22\"\n", UTF_8);
        Path java = Files.writeString(
                Files.createDirectories(old.resolve("bin")).resolve("java"), "#!/bin/sh\nexit 1\n", UTF_8);
        assertThat(java.toFile().setExecutable(true)).isTrue();

        Said refused = start(unpacked("old"), Map.of("JAVA_HOME", old.toString()));

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.text())
                .isEqualTo("spillway: java: found version 11.0.22 in " + old
                        + " (JAVA_HOME); a JDK of version 17 or newer is needed\n");
    }

    /** Whoever may write everywhere cannot write below a file. */
    @Test
    void classDataIsDoneWithoutWhereTheCacheCannotBeWritten() throws IOException {
        Path cache = Files.createFile(scratch.resolve("cache"));

        Said refused = start(
                unpacked("no cache"),
                Map.of("XDG_CACHE_HOME", cache.toString(), "SPILLWAY_VERBOSE", "1", "SPILLWAY_JAVA_OPTS", "-version"));

        assertThat(refused.exit()).isZero();
        assertThat(refused.text())
                .startsWith("spillway: class data: none, " + cache + "/spillway/class-data cannot be written\n");
    }

    @Test
    void theSameSourcesGiveTheSameBytes() throws IOException {
        long[] before = sizesAndSums();

        build();

        assertThat(sizesAndSums()).isEqualTo(before);
    }

    @Test
    void everyLibraryIsNamedWithItsLicence() throws IOException {
        List<String> named = Files.readAllLines(folder().resolve("NOTICES"), UTF_8).stream()
                .map(COORDINATES::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1) + "-" + line.group(2) + ".jar")
                .toList();

        try (Stream<Path> jars = Files.list(folder().resolve("lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()))
                    .hasSizeGreaterThan(50)
                    .containsExactlyInAnyOrderElementsOf(named);
        }
        assertThat(folder().resolve("LICENSE")).exists();
    }

    private static Said start(Path pack, Map<String, String> environment) {
        List<String> line = Stream.of(
                        List.of(pack.resolve("mvn-spillway").toString()),
                        HOST,
                        List.of("-f", pack.resolve("pom.xml").toString(), "-Dexec.args=127.0.0.1:1"))
                .flatMap(List::stream)
                .toList();
        return run(environment, pack, line);
    }

    /** The folder with a name of its own, out of the archive. */
    private Path unpacked(String name) throws IOException {
        Path home = Files.createDirectories(scratch.resolve(name));
        assertThat(run(Map.of(), home, List.of("tar", "-xzf", folder() + ".tar.gz"))
                        .exit())
                .isZero();
        return home.resolve(folder().getFileName());
    }

    private static Path folder() throws IOException {
        try (Stream<Path> folders = Files.list(DIST)) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static long[] sizesAndSums() throws IOException {
        long[] sums = new long[2];
        for (int at = 0; at < sums.length; at++) {
            var sum = new java.util.zip.CRC32();
            sum.update(Files.readAllBytes(Path.of(folder() + (at == 0 ? ".zip" : ".tar.gz"))));
            sums[at] = sum.getValue();
        }
        return sums;
    }

    /** Everything below a folder, with when it was last written. */
    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                content.put(path.toString(), Files.getLastModifiedTime(path) + " " + Files.size(path));
            }
        }
        return content;
    }

    private static Said run(Map<String, String> environment, Path folder, List<String> line) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Said(String.join(" ", line), process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while " + line.get(0) + " ran", e);
        }
    }
}
