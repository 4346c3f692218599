package dev.spillway.standin;

import static dev.spillway.standin.StandInRun.GROUP;
import static dev.spillway.standin.StandInRun.NAMESPACE;
import static dev.spillway.standin.StandInRun.group;
import static dev.spillway.standin.StandInRun.namespace;
import static dev.spillway.standin.StandInRun.namespaceId;
import static dev.spillway.standin.StandInRun.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong on a script. */
final class FaultsTest {
    @TempDir
    private Path folder;

    @Test
    void anErrorThatHappensOnceIsGoneAtTheNextCall() {
        try (StandInRun run = StandInRun.withFaults(
                folder, "[{'fault': 'serverError', 'operation': 'create', 'type': '" + NAMESPACE + "'}]")) {
            run.create(GROUP, group());

            assertThat(refusal(() -> run.create(NAMESPACE, namespace("orders-dev"))))
                    .contains("Status=500 Code=\"InternalServerError\"");
            assertThat(run.create(NAMESPACE, namespace("orders-dev")).getId()).isEqualTo(namespaceId("orders-dev"));
        }
    }

    @Test
    void theNthCallIsMeant() {
        try (StandInRun run = StandInRun.withFaults(
                folder,
                "[{'fault': 'throttled', 'operation': 'create', 'call': 2}, {'fault': 'inTransition',"
                        + " 'operation': 'update', 'call': 0}]")) {
            run.create(GROUP, group());

            assertThat(refusal(() -> run.create(NAMESPACE, namespace("orders-dev"))))
                    .contains("Status=429 Code=\"TooManyRequests\"");
            run.create(NAMESPACE, namespace("orders-dev"));
            for (int i = 0; i < 2; i++) {
                assertThat(refusal(() -> run.updated(NAMESPACE, namespaceId("orders-dev"), namespace("orders-dev"))))
                        .contains("Status=409 Code=\"Conflict\"")
                        .contains("in transition");
            }
        }
    }

    @Test
    void aSlowCallTakesItsTime() {
        try (StandInRun run =
                StandInRun.withFaults(folder, "[{'fault': 'slow', 'operation': 'create', 'milliseconds': 200}]")) {
            long begin = System.nanoTime();

            run.create(GROUP, group());

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void aCrashBeforeTheChangeLeavesNothing() {
        try (StandInRun run = StandInRun.withFaults(
                folder, "[{'fault': 'crashBefore', 'operation': 'create', 'type': '" + NAMESPACE + "'}]")) {
            run.create(GROUP, group());

            assertThat(refusal(() -> run.create(NAMESPACE, namespace("orders-dev"))))
                    .contains("crashed");

            assertThat(run.ids()).hasSize(1);
        }
        try (StandInRun again = StandInRun.in(folder)) {
            assertThat(again.create(NAMESPACE, namespace("orders-dev")).getId()).isNotEmpty();
        }
    }

    @Test
    void aCrashAfterTheChangeLeavesItWhole() {
        try (StandInRun run = StandInRun.withFaults(
                folder, "[{'fault': 'crashAfter', 'operation': 'create', 'type': '" + NAMESPACE + "'}]")) {
            run.create(GROUP, group());

            assertThat(refusal(() -> run.create(NAMESPACE, namespace("orders-dev"))))
                    .contains("crashed");

            assertThat(run.ids()).hasSize(2);
        }
        try (StandInRun again = StandInRun.in(folder)) {
            assertThat(again.read(NAMESPACE, namespaceId("orders-dev"), Json.object(), Json.object())
                            .getId())
                    .isEqualTo(namespaceId("orders-dev"));
        }
    }

    @Test
    void aFaultNobodyKnowsStopsTheStart() throws IOException {
        Path script = Files.writeString(folder.resolve("faults.json"), "[{\"fault\": \"explode\"}]");

        assertThatThrownBy(() -> Faults.script(script)).hasMessageContaining("no fault is called \"explode\"");
    }

    @Test
    void manyAtOnceLoseNothing() throws InterruptedException {
        try (StandInRun run = StandInRun.in(folder)) {
            run.create(GROUP, group());
            Thread[] callers = new Thread[8];
            for (int i = 0; i < callers.length; i++) {
                String name = "orders-" + i;
                callers[i] = new Thread(() -> run.create(NAMESPACE, namespace(name)));
                callers[i].start();
            }
            for (Thread caller : callers) {
                caller.join(TimeUnit.SECONDS.toMillis(60));
            }

            assertThat(run.ids()).hasSize(9);
        }
    }
}
