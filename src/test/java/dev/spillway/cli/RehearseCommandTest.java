package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RehearseCommandTest {
    /** Class data used to be written of a run that had failed at once, and sped up nothing. */
    @Test
    void theRehearsalLoadsWhatAPreviewAndTheEnginesProgramLoad() {
        CommandLineRun run = CommandLineRun.of("rehearse");

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("EventHubsNamespace");
    }
}
