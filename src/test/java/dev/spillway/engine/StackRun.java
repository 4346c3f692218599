package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.spillway.cli.CommandLineRun;
import dev.spillway.config.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One reference stack, once through everything that says something of it: the embedded monitor, the engine's preview with the
 * policy pack in it, an update, the exported state, and the pack over that state.
 */
final class StackRun {
    private static final String SCRIPT = """
            #!/bin/sh
            case "$*" in *Main*) echo '[]'; exit ;; esac
            exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' dev.spillway.engine.RecordingPack
            """;

    private final Path folder;
    private final String name;
    private final EngineProject project;

    private StackRun(Path folder, String name, EngineProject project) {
        this.folder = folder;
        this.name = name;
        this.project = project;
    }

    /**
     * Runs everything below an empty folder. The engine's stack is named as the file names it, and so are the URNs.
     *
     * @param stack name of its folder
     */
    static StackRun of(String stack, Path folder) throws IOException {
        Path file = Path.of("stacks", stack, "stack.yaml");
        String name = StackFile.read(file).name();
        StackRun run = new StackRun(folder, name, EngineProject.in(folder));
        run.arrange(stack);
        CommandLineRun.of("preview", file.toString(), "--graph", run.graph().toString());
        run.runPreview();
        run.project.pulumi("up", "-s", name, "--yes", "--skip-preview").succeeded();
        run.project
                .pulumi("stack", "export", "-s", name, "--file", run.state().toString())
                .succeeded();
        run.project.pulumi(
                "policy",
                "analyze",
                "--file",
                run.state().toString(),
                "--policy-pack",
                EngineProject.policies().toString());
        return run;
    }

    /** What {@code --graph} wrote. */
    Path graph() {
        return folder.resolve("graph.json");
    }

    /** What {@code pulumi preview --json} printed. */
    Path preview() {
        return folder.resolve("preview.json");
    }

    /** What {@code pulumi stack export} wrote. */
    Path state() {
        return folder.resolve("state.json");
    }

    /** What the pack reported of a phase. */
    Path report(String phase) {
        return reports().resolve("spillway-" + name + "-" + phase + ".json");
    }

    /** What the engine sent to the recording pack, one message after the other. */
    Path record(String file) {
        return folder.resolve("record").resolve(file);
    }

    private Path reports() {
        return folder.resolve("reports");
    }

    private void arrange(String stack) throws IOException {
        Path configuration = project.folder().resolve("Pulumi.dev.yaml");
        Files.writeString(
                project.folder().resolve("Pulumi." + name + ".yaml"),
                Files.readString(configuration, UTF_8).replace("stacks/dev/", "stacks/" + stack + "/"),
                UTF_8);
        Path recorder = Files.createDirectories(folder.resolve("recorder"));
        Files.writeString(
                recorder.resolve("PulumiPolicy.yaml"),
                "runtime: { name: java, options: { use-executor: ./mvn-record } }\n");
        Path script = recorder.resolve("mvn-record");
        Files.writeString(script, SCRIPT.replace("%s", classPath()), UTF_8);
        if (!script.toFile().setExecutable(true)) {
            throw new IOException(script + " cannot be made executable");
        }
        project.with(
                        RecordingPack.FOLDER,
                        Files.createDirectories(folder.resolve("record")).toString())
                .with("SPILLWAY_REPORT_DIR", reports().toString());
        project.pulumi("stack", "init", name).succeeded();
    }

    /** A stack with findings fails its preview, which is then complete all the same. */
    private void runPreview() throws IOException {
        List<String> packs = List.of(
                EngineProject.policies().toString(), folder.resolve("recorder").toString());
        Process process = project.command(
                        "preview",
                        "-s",
                        name,
                        "--json",
                        "--show-sames",
                        "--policy-pack",
                        packs.get(0),
                        "--policy-pack",
                        packs.get(1))
                .redirectOutput(preview().toFile())
                .redirectError(folder.resolve("preview.err").toFile())
                .start();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the engine ran", e);
        }
    }

    private static String classPath() throws IOException {
        Path target = EngineProject.ROOT.resolve("target");
        return String.join(
                ":",
                target.resolve("test-classes").toString(),
                target.resolve("classes").toString(),
                Files.readString(target.resolve("standin.classpath"), UTF_8).strip());
    }
}
