package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Our project in a folder of its own, with a state of its own, driven by the real engine. No account, no cluster, no
 * network: Azure is a stand-in whose cloud is a file, and the Kubernetes provider writes its manifests to files.
 *
 * <p>The folder holds copies of the manifests and stacks, for a test to change; the launchers and the policy pack are the
 * project's own.
 */
public final class EngineProject {
    /** The project that is under test; Maven runs the tests in it. */
    public static final Path ROOT = Path.of("").toAbsolutePath();

    private static final String MANIFESTS = "  kubernetes:renderYamlToDirectory: manifests\n";

    private final Path scratch;
    private final Map<String, String> environment = new LinkedHashMap<>();

    private EngineProject(Path scratch) {
        this.scratch = scratch;
    }

    /** Arranges a project below an empty folder. Its stacks are still to be made with {@code stack init}. */
    public static EngineProject in(Path scratch) throws IOException {
        EngineProject project = new EngineProject(scratch);
        Path tools = enginePath();
        project.environment.put("SPILLWAY_STAND_IN", "1");
        project.environment.put("SPILLWAY_STAND_IN_CLOUD", project.cloud().toString());
        project.environment.put("PATH", tools + ":" + System.getenv("PATH"));
        project.environment.put("PULUMI_HOME", made(scratch.resolve("home")).toString());
        project.environment.put(
                "PULUMI_BACKEND_URL", made(scratch.resolve("state")).toUri().toString());
        project.environment.put("PULUMI_CONFIG_PASSPHRASE", "test");
        project.environment.put("PULUMI_SKIP_UPDATE_CHECK", "true");
        project.environment.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
        project.environment.put("PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS", "1");
        project.environment.put("NO_COLOR", "1");
        Files.createSymbolicLink(
                made(scratch.resolve("bin")).resolve("pulumi-resource-kubernetes"),
                tools.resolve("pulumi-resource-kubernetes"));
        project.arrangeFolder();
        return project;
    }

    private void arrangeFolder() throws IOException {
        made(folder());
        for (String name : List.of("Pulumi.yaml", "Pulumi.dev.yaml", "stacks")) {
            copy(ROOT.resolve(name), folder().resolve(name));
        }
        Files.createSymbolicLink(folder().resolve("tools"), ROOT.resolve("tools"));
        // Where plugins are is a matter of this folder alone, never of a tracked manifest.
        append(folder().resolve("Pulumi.yaml"), plugins());
        append(folder().resolve("Pulumi.dev.yaml"), MANIFESTS);
    }

    private static String plugins() {
        return "plugins:\n  providers:\n"
                + "    - { name: azure-native, path: '" + ROOT.resolve("tools/standin") + "' }\n"
                + "    - { name: kubernetes, path: ../bin }\n";
    }

    /** Makes the program's folder one that holds nothing but a YAML program. */
    public EngineProject withYaml(String program) throws IOException {
        try (Stream<Path> all = Files.walk(folder())) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        made(folder());
        Files.writeString(folder().resolve("Pulumi.yaml"), program + plugins(), UTF_8);
        Files.writeString(folder().resolve("Pulumi.dev.yaml"), "config:\n" + MANIFESTS, UTF_8);
        return this;
    }

    /** The program's folder. */
    public Path folder() {
        return scratch.resolve("work");
    }

    /** The file that is the stand-in's cloud. */
    public Path cloud() {
        return scratch.resolve("cloud.json");
    }

    /** The policy pack, as a user names it. */
    public static Path policies() {
        return ROOT.resolve("policies");
    }

    /** Sets a variable for everything that this project starts from now on. */
    public EngineProject with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs the command line in the program's folder until it ends. */
    public Said pulumi(String... arguments) {
        try {
            Path output = Files.createTempFile(scratch, "said", ".txt");
            Process process = command(arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            return new Said(String.join(" ", arguments), process.waitFor(), Files.readString(output, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the engine ran", e);
        }
    }

    /** The same, only that it is the caller who starts it and looks after it. */
    public ProcessBuilder command(String... arguments) {
        List<String> line = new ArrayList<>(List.of("pulumi", "--non-interactive"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder().toFile());
        builder.environment().keySet().removeAll(List.of("PULUMI_ACCESS_TOKEN", "PULUMI_STACK"));
        builder.environment().putAll(environment);
        // The path of the child decides what is started, and Java looks in its own.
        line.set(0, enginePath().resolve("pulumi").toString());
        return builder.command(line);
    }

    /** What a run printed and how it ended. */
    public record Said(String command, int exit, String text) {
        /** Fails with everything that was said, so that nobody has to run it again to see why. */
        public Said succeeded() {
            if (exit != 0) {
                throw new AssertionError("pulumi " + command + ": exit code " + exit + "\n" + text);
            }
            return this;
        }

        /** The other way round. */
        public Said failed() {
            if (exit == 0) {
                throw new AssertionError("pulumi " + command + ": succeeded, wanted a failure\n" + text);
            }
            return this;
        }
    }

    /** The folder that {@code make engine} fills. */
    static Path enginePath() {
        try {
            Process process = new ProcessBuilder(
                            ROOT.resolve("tools/engine/build.sh").toString(), "--path")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String path = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            if (process.waitFor() != 0 || path.isEmpty()) {
                throw new IllegalStateException("the engine is not built, `make engine` does it");
            }
            return Path.of(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while looking for the engine", e);
        }
    }

    private static Path made(Path folder) throws IOException {
        return Files.createDirectories(folder);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, Files.readString(file, UTF_8) + text, UTF_8);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
