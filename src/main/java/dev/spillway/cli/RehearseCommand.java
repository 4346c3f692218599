package dev.spillway.cli;

import dev.spillway.provider.ComponentProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code spillway rehearse}: loads what its runs load, of which the launcher has class data written: a preview, and calls over a
 * port such as the program makes under the real engine.
 */
@Command(name = "rehearse", description = "Load what other commands load; for the launcher.", hidden = true)
final class RehearseCommand implements Callable<Integer> {
    private static final String STACK = "dev";

    private final Main.Console console;
    private final Path home;

    RehearseCommand(Main.Console console, Path home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        ComponentProvider.rehearse();
        int exit = Main.run(console, home, "preview", STACK);
        return exit == Exit.FINDINGS ? Exit.CLEAN : exit;
    }
}
