package dev.spillway.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenTest {
    @Test
    void equalTextPasses(@TempDir Path folder) throws IOException {
        Path approved = Files.writeString(folder.resolve("plan.approved.txt"), "one\ntwo\n");

        Golden.assertMatches(approved, "one\ntwo\n", false, "hint");

        assertThat(approved).hasContent("one\ntwo\n");
    }

    @Test
    void firstDifferenceIsNamedWithItsLineAndWhatFollows(@TempDir Path folder) throws IOException {
        Path approved = Files.writeString(folder.resolve("plan.approved.txt"), "one\ntwo\nthree\n");

        assertThatThrownBy(() -> Golden.assertMatches(approved, "one\n2\nthree\n", false, "make golden"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(approved + ":2: differs (4 lines approved, 4 met)\n"
                        + "  approved: two\n"
                        + "  met:      2\n"
                        + "            three\n"
                        + "If this is wanted: make golden");
    }

    @Test
    void missingLineEndIsADifference(@TempDir Path folder) throws IOException {
        Path approved = Files.writeString(folder.resolve("plan.approved.txt"), "one\n");

        assertThatThrownBy(() -> Golden.assertMatches(approved, "one", false, "make golden"))
                .hasMessageContaining(":2: differs")
                .hasMessageContaining("met:      (the end)");
    }

    @Test
    void missingFileFailsUnlessItIsWritten(@TempDir Path folder) {
        Path approved = folder.resolve("stack/plan.approved.txt");

        assertThatThrownBy(() -> Golden.assertMatches(approved, "one\n", false, "make golden"))
                .hasMessage(approved + ": there is no approved file yet\nIf this is wanted: make golden");
        Golden.assertMatches(approved, "one\n", true, "make golden");

        assertThat(approved).content().isEqualTo("one\n");
        assertThat(approved.getParent()).isDirectoryContaining(approved::equals);
    }

    @Test
    void hintNamesTheTestThatFailed(@TempDir Path folder) {
        assertThatThrownBy(() -> Golden.assertMatches(folder.resolve("absent"), "one\n"))
                .hasMessageEndingWith("make golden TESTS=" + GoldenTest.class.getName());
    }
}
