package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code spillway loadtest} and its report, as they are called. */
final class LoadTestCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aTestIsWrittenAndItsResultsAreJudged() throws IOException {
        Path test = folder.resolve("new/test");
        CommandLineRun written = CommandLineRun.of("loadtest", "dev", "--out", test.toString());
        Path results = Files.writeString(
                folder.resolve("r.jtl"), "timeStamp,elapsed,label,responseCode,success\n1,5,orders,201,true\n");

        CommandLineRun report =
                CommandLineRun.of("loadtest", "report", test.toString(), "--results", results.toString());

        assertThat(written.exit()).isZero();
        assertThat(written.out()).isEqualTo("10 files written to " + test + "\n");
        assertThat(report.exit()).isZero();
        assertThat(report.out()).contains("The test passes.");
    }

    @Test
    void everyMissingFileOfAReportIsNamed() {
        CommandLineRun report =
                CommandLineRun.of("loadtest", "report", folder.toString(), "--results", "r.jtl", "--metrics", "m.json");

        assertThat(report.exit()).isEqualTo(2);
        assertThat(report.err())
                .isEqualTo(folder + "/loadtest.json: cannot be read (NoSuchFileException), give a readable file\n"
                        + "r.jtl: cannot be read (NoSuchFileException), give a readable file\n"
                        + "m.json: cannot be read (NoSuchFileException), give a readable file\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loadtest dev | loadtest: STACK or --out DIR is missing, give both",
                "loadtest --out x | loadtest: STACK or --out DIR is missing, give both",
                "loadtest dev --out x --shorten 0 | --shorten: 0.0 is not possible, give a number of 1 or more",
                "loadtest dev --out x --shorten NaN | --shorten: NaN is not possible, give a number of 1 or more",
            })
    void impossibleArgumentsAreNamed(String arguments, String message) {
        CommandLineRun run = CommandLineRun.of(arguments.split(" ", -1));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isEqualTo(message + "\n");
    }

    @Test
    void aStackWithoutALoadCannotBeTested() throws IOException {
        Path stack = Files.writeString(
                folder.resolve("stack.yaml"),
                "apiVersion: spillway.dev/v1\nname: a\nlocation: westeurope\neventHubs: { orders: { tier: Standard, hubs:"
                        + " { orders: {} } } }\n");

        CommandLineRun run = CommandLineRun.of("loadtest", stack.toString(), "--out", folder.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(stack + ": no sender with a declared load, give a load and a workload of role producer\n");
    }
}
