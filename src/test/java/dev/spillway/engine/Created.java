package dev.spillway.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;

/** Projects with a stack that was created once for all tests; each test gets a copy. */
final class Created {
    private static final Path LEAN = Path.of("src/test/resources/dev/spillway/engine/lean-stack.yaml");

    private Created() {}

    /** The stack {@code dev}, which nothing protects. */
    static EngineProject dev() throws IOException {
        return Dev.PROJECT.copy();
    }

    /** A stack {@code dev} of few resources, in which a test can name each create. */
    static EngineProject lean() throws IOException {
        return Lean.PROJECT.copy();
    }

    /** The stack {@code dev} without its profile: everything that holds events is protected. */
    static EngineProject guarded() throws IOException {
        return Guarded.PROJECT.copy();
    }

    /** The stack's file without the line that leaves its resources unprotected. */
    static EngineProject withoutProfile(EngineProject project) {
        try {
            return project.edit("stacks/dev/stack.yaml", "profile: dev\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project whose stack has few resources. */
    static EngineProject lean(EngineProject project) {
        try {
            Files.copy(LEAN, project.folder().resolve("stacks/dev/stack.yaml"), StandardCopyOption.REPLACE_EXISTING);
            return project;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EngineProject create(UnaryOperator<EngineProject> change) {
        try {
            EngineProject project = change.apply(EngineProject.fresh());
            Runtime.getRuntime().addShutdownHook(new Thread(project::close));
            project.pulumi("stack", "init", "dev").succeeded();
            project.pulumi("up", "-s", "dev", "--yes", "--skip-preview").succeeded();
            return project;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Dev {
        private static final EngineProject PROJECT = create(UnaryOperator.identity());
    }

    private static final class Lean {
        private static final EngineProject PROJECT = create(Created::lean);
    }

    private static final class Guarded {
        private static final EngineProject PROJECT = create(Created::withoutProfile);
    }
}
