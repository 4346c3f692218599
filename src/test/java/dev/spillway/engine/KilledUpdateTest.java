package dev.spillway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.engine.KilledUpdate.Victim;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One kill of each process, with what has to be run afterwards; the soak test has more moments. */
@Tag("engine")
final class KilledUpdateTest {
    @Test
    void afterAKilledProgramTheUpdateIsRunAgain() throws IOException {
        try (EngineProject project = project()) {
            String said = new KilledUpdate(Victim.PROGRAM, 2, true).run(project);

            assertThat(said).contains("error");
            new Repair(project).updateAgain().assertNothingIsLostOrDoubled();
        }
    }

    @Test
    void afterAKilledPolicyPackTheUpdateIsRunAgain() throws IOException {
        try (EngineProject project = project()) {
            String said = new KilledUpdate(Victim.PACK, 3, true).run(project);

            assertThat(said).contains("error");
            new Repair(project).updateAgain().assertNothingIsLostOrDoubled();
        }
    }

    @Test
    void whatAKilledProviderHadDoneIsImported() throws IOException {
        try (EngineProject project = project()) {
            String said = new KilledUpdate(Victim.PROVIDER, 3, true).run(project);

            assertThat(said).contains("error");
            assertThat(project.pulumi("up", "-s", "dev", "--yes", "--skip-preview")
                            .failed()
                            .text())
                    .contains("already existing resource");
            new Repair(project).importWhatExists().updateAgain().assertNothingIsLostOrDoubled();
        }
    }

    @Test
    void aKilledEngineLeavesALockAndAPendingCreate() throws IOException {
        try (EngineProject project = project()) {
            new KilledUpdate(Victim.ENGINE, 2, true).run(project);

            assertThat(project.pulumi("up", "-s", "dev", "--yes", "--skip-preview")
                            .failed()
                            .text())
                    .contains("locked", "pulumi cancel");
            new Repair(project)
                    .unlock()
                    .forgetPendingCreates()
                    .importWhatExists()
                    .updateAgain()
                    .assertNothingIsLostOrDoubled();
        }
    }

    static EngineProject project() throws IOException {
        EngineProject project = Created.lean(EngineProject.fresh());
        project.pulumi("stack", "init", "dev").succeeded();
        return project;
    }
}
