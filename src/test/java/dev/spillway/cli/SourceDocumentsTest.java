package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.testsupport.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the documents that this project began with recommend, judged: retention in days, 4 partitions, a ceiling of 20. */
final class SourceDocumentsTest {
    private static final Path FOLDER = Path.of("src/test/resources/documents");

    @Test
    void theirSampleGetsTheFindingsThatItDeserves() {
        CommandLineRun run =
                CommandLineRun.of("check", FOLDER.resolve("arm-sample.json").toString(), "--rules", "strict");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("EH-007", "messageRetentionInDays: 24 hours", "PU-001");
        Golden.assertMatches(FOLDER.resolve("arm-sample.approved.txt"), run.out());
    }

    /** A ceiling of 20 and 4 partitions are no faults by themselves: the service takes 40, and 4 partitions can be enough. */
    @Test
    void aCeilingBelowTheServicesLimitIsNoFault() {
        String out = CommandLineRun.of(
                        "check", FOLDER.resolve("arm-sample.json").toString())
                .out();

        assertThat(out).doesNotContain("EH-003", "EH-008");
    }
}
