package dev.spillway.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds the file behind the STACK argument: a stack's name, its folder, or the file itself. */
final class StackLocator {
    private static final String FILE = "stack.yaml";

    private StackLocator() {}

    static Path find(String stack, Path home) {
        Path asGiven = path(stack);
        if (Files.isRegularFile(asGiven)) {
            return asGiven;
        }
        if (Files.isRegularFile(asGiven.resolve(FILE))) {
            return asGiven.resolve(FILE);
        }
        Path here = Path.of("stacks").resolve(asGiven).resolve(FILE);
        if (Files.isRegularFile(here)) {
            return here;
        }
        Path atHome = home.resolve("stacks").resolve(asGiven).resolve(FILE);
        if (Files.isRegularFile(atHome)) {
            return atHome;
        }
        throw new Unusable(stack + ": no such stack, give the name of a folder under stacks/ that holds a " + FILE
                + ", or a path to such a file");
    }

    private static Path path(String stack) {
        try {
            return Path.of(stack);
        } catch (InvalidPathException unusable) {
            throw new Unusable(stack + ": not a path, give the name of a stack or a path to its " + FILE);
        }
    }
}
