package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.spillway.standin.AzureStandIn;
import dev.spillway.standin.StandInJar;
import io.grpc.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Our project in a folder of its own, with a state of its own, driven by the real engine. No account, no cluster, no
 * network: Azure is a stand-in whose cloud is a file, and the Kubernetes provider writes its manifests to files.
 *
 * <p>The engine attaches to a stand-in in this process, which spares each command the start of two. Where something is to go
 * wrong with it, the engine starts it as it starts any provider.
 *
 * <p>The folder holds copies of the manifests and stacks, for a test to change; the launchers and the policy pack are the
 * project's own. Closing removes it.
 */
public final class EngineProject implements AutoCloseable {
    /** The project that is under test; Maven runs the tests in it. */
    public static final Path ROOT = Path.of("").toAbsolutePath();

    private static final List<String> ARRANGED = List.of("bin", "home");
    private static final String MANIFESTS = "  kubernetes:renderYamlToDirectory: manifests\n";

    private final Path scratch;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Optional<Server> standIn = Optional.empty();

    private EngineProject(Path scratch) {
        this.scratch = scratch;
    }

    /** Arranges a project. Its stacks are still to be made with {@code stack init}. */
    public static EngineProject fresh() throws IOException {
        return in(Files.createTempDirectory("spillway-engine"));
    }

    /** Arranges a project below a folder that somebody else removes. */
    public static EngineProject in(Path scratch) throws IOException {
        EngineProject project = new EngineProject(scratch);
        project.arrangeEnvironment();
        made(project.scratch.resolve("state"));
        project.arrangeFolder();
        return project;
    }

    /** The same project once more, with its stacks, its state and its cloud as they are now. */
    public EngineProject copy() throws IOException {
        EngineProject copy = new EngineProject(Files.createTempDirectory("spillway-engine"));
        copy.arrangeEnvironment();
        try (Stream<Path> all = Files.list(scratch)) {
            for (Path path : all.toList()) {
                if (!ARRANGED.contains(path.getFileName().toString())) {
                    copy(path, copy.scratch.resolve(path.getFileName()));
                }
            }
        }
        return copy;
    }

    /** Removes everything; of a link the link alone. */
    @Override
    public void close() {
        standIn.ifPresent(Server::shutdownNow);
        try (Stream<Path> all = Files.walk(scratch)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void arrangeEnvironment() throws IOException {
        Path tools = enginePath();
        environment.put("SPILLWAY_STAND_IN", "1");
        environment.put("SPILLWAY_STAND_IN_CLOUD", cloud().toString());
        environment.put(StandInJar.VARIABLE, StandInJar.made().toString());
        environment.put("PATH", tools + ":" + System.getenv("PATH"));
        environment.put("PULUMI_HOME", made(scratch.resolve("home")).toString());
        environment.put("PULUMI_BACKEND_URL", scratch.resolve("state").toUri().toString());
        environment.put("PULUMI_CONFIG_PASSPHRASE", "test");
        environment.put("PULUMI_SKIP_UPDATE_CHECK", "true");
        environment.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
        environment.put("PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS", "1");
        // Lets --event-log be used, which tells what was done without the words for people.
        environment.put("PULUMI_DEBUG_COMMANDS", "1");
        environment.put("NO_COLOR", "1");
        Files.createSymbolicLink(
                made(scratch.resolve("bin")).resolve("pulumi-resource-kubernetes"),
                tools.resolve("pulumi-resource-kubernetes"));
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

    /** With what the stack {@code event-grid} delivers to, which belongs to other teams and is there already. */
    EngineProject withNeighbours() throws IOException {
        Files.copy(ROOT.resolve("src/test/resources/dev/spillway/engine/neighbours.json"), cloud());
        return this;
    }

    /** What everything of this project lies in. */
    public Path scratch() {
        return scratch;
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

    /** The other way round. */
    public EngineProject without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** Writes a file below the program's folder. */
    public EngineProject write(String file, String text) throws IOException {
        Files.writeString(folder().resolve(file), text, UTF_8);
        return this;
    }

    /** Replaces one text in a file of the program's folder; fails where it is not there. */
    public EngineProject edit(String file, String before, String after) throws IOException {
        Path path = folder().resolve(file);
        String text = Files.readString(path, UTF_8);
        if (!text.contains(before)) {
            throw new AssertionError(path + " does not hold: " + before);
        }
        Files.writeString(path, text.replace(before, after), UTF_8);
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
            int exit = process.waitFor();
            String text = Files.readString(output, UTF_8);
            Files.delete(output);
            return new Said(String.join(" ", arguments), exit, text);
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
        if (!environment.containsKey(AzureStandIn.FAULTS)) {
            builder.environment()
                    .put("PULUMI_DEBUG_PROVIDERS", "azure-native:" + standIn().getPort());
        }
        // The path of the child decides what is started, and Java looks in its own.
        line.set(0, enginePath().resolve("pulumi").toString());
        return builder.command(line);
    }

    private synchronized Server standIn() {
        if (standIn.isEmpty()) {
            try {
                standIn = Optional.of(AzureStandIn.attachable(cloud()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return standIn.orElseThrow();
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
        return Engine.PATH;
    }

    /** Asked for once: finding the folder takes a sum over all of its sources. */
    private static final class Engine {
        private static final Path PATH = path();

        private static Path path() {
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
    }

    private static Path made(Path folder) throws IOException {
        return Files.createDirectories(folder);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, Files.readString(file, UTF_8) + text, UTF_8);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(
                        path,
                        to.resolve(from.relativize(path).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
