package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command itself: one command is built, and all are known. */
final class MainTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "preview",
                "check",
                "forecast",
                "size",
                "dead-letters",
                "loadtest",
                "explain",
                "rules",
                "schema",
                "new-rule",
                "docs"
            })
    void everyCommandIsInTheHelpAndHasItsOwn(String name) {
        assertThat(CommandLineRun.of("--help").out()).containsPattern("(?m)^  " + name + " ");
        assertThat(CommandLineRun.of(name, "--help").out()).startsWith("Usage: spillway " + name + " ");
        assertThat(CommandLineRun.of(name, "--help").exit()).isZero();
    }

    @Test
    void aMisspeltCommandIsAnsweredWithTheOneThatIsMeant() {
        CommandLineRun run = CommandLineRun.of("forcast", "incident");

        assertThat(run.exit()).isEqualTo(Exit.UNUSABLE);
        assertThat(run.err()).contains("forcast").contains("Did you mean: spillway forecast");
    }

    @Test
    void withoutACommandTheUsageIsShown() {
        CommandLineRun run = CommandLineRun.of();

        assertThat(run.exit()).isEqualTo(Exit.UNUSABLE);
        assertThat(run.err()).contains("Usage: spillway").contains("preview");
    }

    @Test
    void theReportOfALoadTestIsACommandOfItsOwn() {
        assertThat(CommandLineRun.of("loadtest", "report", "--help").out())
                .startsWith("Usage: spillway loadtest report ");
    }
}
