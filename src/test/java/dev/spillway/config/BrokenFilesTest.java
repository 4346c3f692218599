package dev.spillway.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake, in every section: the whole list of problems, word for word. */
final class BrokenFilesTest {
    @ParameterizedTest
    @MethodSource("dev.spillway.config.BrokenFile#all")
    void mistakesAreNamedWithTheirPlaceAndWhatWouldBeRight(BrokenFile file) {
        var problems = Reading.problems(file.yaml());

        assertThat(problems).isNotEmpty().isEqualTo(file.printedProblems());
    }

    @Test
    void noMessageEndsWithAPeriod() {
        assertThat(BrokenFile.all().flatMap(file -> file.problems().stream())).noneMatch(line -> line.endsWith("."));
    }

    @Test
    void everyCaseHasANameOfItsOwn() {
        assertThat(BrokenFile.all().map(BrokenFile::claim))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(200);
    }
}
