package dev.spillway.config;

import dev.spillway.model.Problem;
import dev.spillway.model.Problems;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file. */
final class ProblemLog {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    ProblemLog(String file) {
        this.file = file;
    }

    void add(Place place, String path, String message) {
        problems.add(new Problem(file, place.line(), place.column(), path, message));
    }

    /** Whether something is wrong with what stands there, or in it. */
    boolean has(String path) {
        return problems.stream()
                .map(Problem::path)
                .anyMatch(other -> other.equals(path) || other.startsWith(path + ".") || other.startsWith(path + "["));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    Problems asProblems() {
        return new Problems(problems);
    }

    /** For what makes the rest of the file unreadable: this problem, together with those met before it. */
    Problems stopping(Place place, String path, String message) {
        add(place, path, message);
        return asProblems();
    }
}
