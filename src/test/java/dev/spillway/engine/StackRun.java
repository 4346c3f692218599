package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.spillway.cli.CommandLineRun;
import dev.spillway.config.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One reference stack, once through everything that says something of it: the embedded monitor, the engine's preview with the
 * policy pack in it, an update, the exported state, a preview of no change, and the pack over that state.
 */
final class StackRun implements AutoCloseable {
    private static final String SCRIPT = """
            #!/bin/sh
            case "$*" in *Main*) echo '[]'; exit ;; esac
            exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' dev.spillway.engine.RecordingPack
            """;

    private static final String REPORTS = "SPILLWAY_REPORT_DIR";
    private static final String AGAINST = "SPILLWAY_AGAINST";

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
        StackRun run = new StackRun(folder, name, EngineProject.in(folder).withNeighbours());
        run.arrange(stack);
        CommandLineRun.of("preview", file.toString(), "--graph", run.graph().toString());
        run.export(run.nothingDeployed());
        run.previewAs(run.preview(), run.reports());
        run.update();
        run.export(run.state());
        run.previewAs(run.previewOfNoChange(), run.reportsOfNoChange());
        run.analyze(run.nothingDeployed(), run.reports());
        run.analyze(run.state(), run.reportsOfNoChange());
        return run;
    }

    /** Removes everything, of links the links alone. */
    @Override
    public void close() {
        project.close();
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

    /** The state before the update, in which there is nothing. */
    Path nothingDeployed() {
        return folder.resolve("nothing.json");
    }

    /** What {@code pulumi preview --json} printed after the update, when there was nothing left to change. */
    Path previewOfNoChange() {
        return folder.resolve("no-change.json");
    }

    /** What the pack reported of a phase, where nothing was deployed. */
    Path report(String phase) {
        return report(reports(), phase, "json");
    }

    /** The same in another format. */
    Path report(String phase, String extension) {
        return report(reports(), phase, extension);
    }

    /** What the pack reported of a phase, where all was deployed as it is declared. */
    Path reportOfNoChange(String phase) {
        return report(reportsOfNoChange(), phase, "json");
    }

    /** What the engine sent to the recording pack, one message after the other. */
    Path record(String file) {
        return record().resolve(file);
    }

    private Path report(Path reports, String phase, String extension) {
        return reports.resolve("spillway-" + name + "-" + phase + "." + extension);
    }

    private Path record() {
        return folder.resolve("record");
    }

    private Path reports() {
        return folder.resolve("reports");
    }

    private Path reportsOfNoChange() {
        return folder.resolve("reports-of-no-change");
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
        project.with(RecordingPack.FOLDER, record().toString());
        project.pulumi("stack", "init", name).succeeded();
    }

    private void export(Path file) {
        project.pulumi("stack", "export", "-s", name, "--file", file.toString()).succeeded();
    }

    /** A stack with findings fails its preview, which is then complete all the same. What the engine sends is recorded once. */
    private void previewAs(Path output, Path reports) throws IOException {
        List<String> line = new ArrayList<>(List.of("preview", "-s", name, "--json", "--show-sames"));
        line.addAll(List.of("--policy-pack", policies()));
        if (Files.notExists(record())) {
            Files.createDirectory(record());
            line.addAll(List.of("--policy-pack", folder.resolve("recorder").toString()));
        }
        project.with(REPORTS, reports.toString());
        Process process = project.command(line.toArray(String[]::new))
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("preview.err").toFile())
                .start();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the engine ran", e);
        }
    }

    /** With the pack in it, which may only advise, for otherwise a stack with findings would not be deployed. */
    private void update() throws IOException {
        Path advise = Files.writeString(folder.resolve("advise.json"), "{\"all\": \"advisory\"}");
        project.with(AGAINST, nothingDeployed().toString());
        project.pulumi(
                        "up",
                        "-s",
                        name,
                        "--yes",
                        "--skip-preview",
                        "--policy-pack",
                        policies(),
                        "--policy-pack-config",
                        advise.toString())
                .succeeded();
        project.with(AGAINST, "");
    }

    private void analyze(Path against, Path reports) {
        project.with(AGAINST, against.toString()).with(REPORTS, reports.toString());
        project.pulumi("policy", "analyze", "--file", state().toString(), "--policy-pack", policies());
    }

    private static String policies() {
        return EngineProject.policies().toString();
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
