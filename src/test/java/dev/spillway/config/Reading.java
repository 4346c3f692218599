package dev.spillway.config;

import dev.spillway.model.Problem;
import dev.spillway.model.Problems;
import dev.spillway.model.StackSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads text as a stack file named {@code stack.yaml}. */
final class Reading {
    private static final String FILE = "stack.yaml";

    private Reading() {}

    static StackSpec spec(String yaml) {
        return StackFile.parse(FILE, yaml.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> problems(String yaml) {
        return problems(yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** The problems as lines; empty for a file without any. */
    static List<String> problems(byte[] content) {
        try {
            StackFile.parse(FILE, content);
            return List.of();
        } catch (Problems met) {
            return met.problems().stream().map(Problem::toString).toList();
        }
    }
}
