package dev.spillway.loss;

import java.io.IOException;

/** Opens the files that a scenario names; this room opens none itself. */
@FunctionalInterface
public interface FilesBeside {
    /** The whole text of a file, named as the scenario names it. */
    String text(String name) throws IOException;
}
