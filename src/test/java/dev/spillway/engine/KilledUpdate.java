package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.spillway.standin.AzureStandIn;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An update in whose middle a process is killed with no chance to say goodbye, while Azure is busy with a create.
 *
 * @param call the create that is under way, from 1
 * @param azureGoesOn whether that create is done by Azure all the same, as when the request had arrived
 */
record KilledUpdate(Victim victim, int call, boolean azureGoesOn) {
    /** Group, namespace, hub, consumer group. */
    static final int CREATES = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    /** Who is killed. */
    enum Victim {
        PROGRAM("dev.spillway.program.Main"),
        PACK("dev.spillway.pack.PackServer"),
        PROVIDER("dev.spillway.standin.AzureStandIn"),
        ENGINE("");

        private final String mainClass;

        Victim(String mainClass) {
            this.mainClass = mainClass;
        }
    }

    /** Runs the update until it is over, one way or the other, and returns what it said. */
    String run(EngineProject project) throws IOException {
        Path script = Files.writeString(project.scratch().resolve("faults.json"), script(), UTF_8);
        project.with(AzureStandIn.FAULTS, script.toString());
        File said = project.scratch().resolve("killed.txt").toFile();
        Process engine = project.command(
                        "up",
                        "-s",
                        "dev",
                        "--yes",
                        "--skip-preview",
                        "--policy-pack",
                        EngineProject.policies().toString())
                .redirectErrorStream(true)
                .redirectOutput(said)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        List<ProcessHandle> family = List.of();
        try {
            CloudFile cloud = CloudFile.of(project);
            until("create " + call + " is under way", () -> !engine.isAlive() || cloud.met(0) >= call);
            family = engine.descendants().toList();
            strike(engine, family);
            if (!engine.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the engine did not end after the kill");
            }
            if (azureGoesOn) {
                until("Azure has done create " + call, () -> cloud.resources().size() >= call);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the engine ran", e);
        } finally {
            engine.destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
            project.without(AzureStandIn.FAULTS);
        }
        return Files.readString(said.toPath(), UTF_8);
    }

    /** A create is held for a while; a provider that has done its work and dies before it can say so does that by itself. */
    private String script() {
        return victim == Victim.PROVIDER && azureGoesOn
                ? "[{\"fault\": \"crashAfter\", \"operation\": \"create\", \"call\": " + call + "}]"
                : "[{\"fault\": \"slow\", \"operation\": \"create\", \"milliseconds\": 2500, \"call\": " + call + "}]";
    }

    private void strike(Process engine, List<ProcessHandle> family) throws IOException {
        if (victim == Victim.PROVIDER && azureGoesOn) {
            return;
        }
        Map<String, ProcessHandle> byMain = new HashMap<>();
        for (ProcessHandle process : family) {
            byMain.put(words(process), process);
        }
        if (victim == Victim.ENGINE) {
            engine.destroyForcibly();
        }
        byMain.forEach((words, process) -> {
            boolean isMeant = victim != Victim.ENGINE && words.contains(victim.mainClass);
            boolean dropsTheRequest =
                    victim == Victim.ENGINE && !azureGoesOn && words.contains(Victim.PROVIDER.mainClass);
            if (isMeant || dropsTheRequest) {
                process.destroyForcibly();
            }
        });
        if (victim != Victim.ENGINE && byMain.keySet().stream().noneMatch(words -> words.contains(victim.mainClass))) {
            throw new AssertionError("there is no " + victim + " to kill");
        }
    }

    /** The whole command line; Java's own view of it ends in the middle of a class path. */
    private static String words(ProcessHandle process) throws IOException {
        Path words = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        return Files.exists(words)
                ? Files.readString(words, UTF_8).replace('\0', ' ')
                : process.info().commandLine().orElse("");
    }

    /** What is waited for. */
    private interface Event {
        boolean hasHappened() throws IOException;
    }

    private static void until(String what, Event event) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!event.hasHappened()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }
}
