package dev.spillway.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Where the programs are that {@code make engine} builds for a control plane. */
final class KubeTools {
    /** The project's own folder; Maven runs the tests in it. */
    static final Path HERE = Path.of("").toAbsolutePath().resolve("tools").resolve("kube");

    private KubeTools() {}

    /** A program or a folder of the cache. */
    static Path named(String name) {
        return Found.FOLDER.resolve(name);
    }

    /** What a script prints when it is asked for its {@code --path}. */
    static Path pathOf(String script) {
        try {
            Process process = new ProcessBuilder(HERE.resolve(script).toString(), "--path")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String path = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            if (process.waitFor() != 0 || path.isEmpty()) {
                throw new IllegalStateException("tools/kube/" + script + " has not built anything yet");
            }
            return Path.of(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while looking for the tools", e);
        }
    }

    /** Asked for once: finding the folder takes a sum over all of its sources. */
    private static final class Found {
        private static final Path FOLDER = pathOf("build.sh");
    }
}
