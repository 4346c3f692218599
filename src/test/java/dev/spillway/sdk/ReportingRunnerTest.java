package dev.spillway.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.deployment.internal.EngineLogger;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReportingRunnerTest {
    private final Told told = new Told();
    private final ReportingRunner runner = new ReportingRunner(new PatientRunner(), told);

    @Test
    void aProgramThatEndsWellHasNothingToTell() {
        int code = runner.runAsync(() -> "done").join().exitCode();

        assertThat(code).isZero();
        assertThat(told.lines).isEmpty();
    }

    @Test
    void whatTheProgramSaysOfItsInputIsToldWithoutATrace() {
        int code = runner.runAsync(() -> {
                    throw new RunException("stack.yaml:3:1: load: nothing, wanted a figure");
                })
                .join()
                .exitCode();

        assertThat(code).isEqualTo(32);
        assertThat(told.lines).containsExactly("SEVERE stack.yaml:3:1: load: nothing, wanted a figure");
    }

    @Test
    void ofTasksThatFailTheFirstIsToldWithItsTraceAndAllAreWaitedFor() {
        List<String> ended = new ArrayList<>();
        int code = runner.runAsync(() -> {
                    runner.registerTask(
                            "first", CompletableFuture.failedFuture(new IllegalStateException("no such hub")));
                    runner.registerTask(
                            "second", CompletableFuture.failedFuture(new IllegalStateException("shut down")));
                    runner.registerTask("third", CompletableFuture.runAsync(() -> ended.add("third")));
                    return "done";
                })
                .join()
                .exitCode();

        assertThat(code).isEqualTo(32);
        assertThat(ended).containsExactly("third");
        assertThat(told.lines)
                .singleElement()
                .asString()
                .contains("IllegalStateException: no such hub", "at " + ReportingRunnerTest.class.getName());
    }

    @Test
    void errorsThatWereLoggedFailTheRun() {
        int code = runner.runAsync(() -> told.errorAsync("the namespace cannot be read"))
                .join()
                .exitCode();

        assertThat(code).isEqualTo(1);
    }

    @Test
    void whatTheSdkTracesOfItselfIsNotSent() {
        EngineLogger withoutTrace = new LoggerWithoutTrace(told);

        withoutTrace.debugAsync("Registering resource orders");
        withoutTrace.infoAsync("two units");
        withoutTrace.warnAsync("live capacity not read");

        assertThat(told.lines).containsExactly("INFO two units", "WARNING live capacity not read");
        assertThat(withoutTrace.hasLoggedErrors()).isFalse();
    }

    /** What the engine would be told. */
    private static final class Told implements EngineLogger {
        private final List<String> lines = new ArrayList<>();

        @Override
        public CompletableFuture<Void> logAsync(
                Level level,
                String message,
                @Nullable Resource resource,
                @Nullable Integer streamId,
                @Nullable Boolean ephemeral) {
            lines.add(level + " " + message);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public int getErrorCount() {
            return (int)
                    lines.stream().filter(line -> line.startsWith("SEVERE")).count();
        }

        @Override
        public boolean hasLoggedErrors() {
            return getErrorCount() > 0;
        }
    }
}
