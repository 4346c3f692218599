package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.rules.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewRuleTest {
    private static final String REGISTRY = "src/main/java/dev/spillway/rules/Catalogue.java";
    private static final String IDS = "policies/ids.txt";

    @TempDir
    private Path home;

    @BeforeEach
    void copyRegistry() throws IOException {
        for (String file : List.of(REGISTRY, IDS)) {
            Files.createDirectories(home.resolve(file).getParent());
            Files.copy(Path.of(file), home.resolve(file));
        }
    }

    @Test
    void classTestFolderAndLineOfTheRegistryAreWrittenAndCompile() throws IOException {
        CommandLineRun run = CommandLineRun.at(home, "new-rule", "EH-890", "room-for-all");

        assertThat(run.exit()).isZero();
        assertThat(files()).contains("RoomForAll.java", "RoomForAllTest.java", "why.md", "violating.json");
        assertThat(Files.readString(home.resolve(REGISTRY))).contains("new RoomForAll());");
        assertThat(Files.readAllLines(home.resolve(IDS)))
                .contains("EH-890 room-for-all")
                .containsAll(Files.readAllLines(Path.of(IDS)))
                .isSorted();
        assertThat(compiles()).isTrue();
    }

    @Test
    void anIdThatARuleHadIsNotGivenAgain() throws IOException {
        Files.writeString(home.resolve(IDS), "EH-890 retired room-for-some\n");

        CommandLineRun run = CommandLineRun.at(home, "new-rule", "EH-890", "room-for-all");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("EH-890 retired room-for-some is in policies/ids.txt");
    }

    @Test
    void everyGapIsMarked() throws IOException {
        CommandLineRun.at(home, "new-rule", "EH-890", "room-for-all");

        assertThat(gaps(home)).isNotEmpty();
    }

    /** The build fails here as long as a new rule is not filled in. */
    @Test
    void noGapIsLeftOpen() throws IOException {
        assertThat(gaps(Path.of(""))).isEmpty();
    }

    @Test
    void whatStandsInTheWayIsNamedAndNothingIsWritten() throws IOException {
        String taken = Catalogue.rules().get(0).card().id();

        CommandLineRun run = CommandLineRun.at(home, "new-rule", taken, "Room For All");
        CommandLineRun area = CommandLineRun.at(home, "new-rule", "ZZ-001", "room");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("NAME: met Room For All").contains("ID: " + taken);
        assertThat(area.exit()).isEqualTo(2);
        assertThat(area.err()).contains("ID: ");
        assertThat(files()).containsExactlyInAnyOrder("Catalogue.java", "ids.txt");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private boolean compiles() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-d", home.resolve("out").toString(), "-cp", System.getProperty("java.class.path")));
        try (Stream<Path> all = Files.walk(home)) {
            all.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        return compiler.run(null, null, null, arguments.toArray(String[]::new)) == 0;
    }

    private static List<String> gaps(Path root) throws IOException {
        List<String> gaps = new ArrayList<>();
        for (String folder :
                List.of("src/main/java/dev/spillway/rules", "src/test/java/dev/spillway/rules", "policies")) {
            if (!Files.isDirectory(root.resolve(folder))) {
                continue;
            }
            try (Stream<Path> all = Files.walk(root.resolve(folder))) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    if (Files.readString(file).contains(NewRule.GAP)) {
                        gaps.add(file.toString());
                    }
                }
            }
        }
        return gaps;
    }
}
