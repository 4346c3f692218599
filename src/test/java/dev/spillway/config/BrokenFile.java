package dev.spillway.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file with mistakes and the problems it must give, as written in {@code resources/config/broken}. */
record BrokenFile(String claim, String yaml, List<String> problems) {
    private static final String PROBLEM = "> ";
    private static final String PIECE = "@";

    static Stream<BrokenFile> all() {
        return Stream.of(
                        "syntax",
                        "stack",
                        "load",
                        "eventHubs",
                        "namespaceOptions",
                        "capture",
                        "eventGrid",
                        "workloads",
                        "monitoring")
                .flatMap(BrokenFile::in);
    }

    private static Stream<BrokenFile> in(String table) {
        return Arrays.stream(Resources.text("broken/" + table + ".txt").split("(?m)^## "))
                .filter(text -> !text.isBlank())
                .map(BrokenFile::of);
    }

    private static BrokenFile of(String text) {
        var claim = text.lines().findFirst().orElseThrow();
        var body = text.strip().lines().skip(1).toList();
        var yaml = body.stream()
                .filter(line -> !line.startsWith(PROBLEM))
                .map(BrokenFile::expanded)
                .collect(Collectors.joining());
        var problems = body.stream()
                .filter(line -> line.startsWith(PROBLEM))
                .map(line -> line.substring(PROBLEM.length()))
                .toList();
        return new BrokenFile(claim, yaml, problems);
    }

    private static String expanded(String line) {
        return line.startsWith(PIECE)
                ? Resources.text("pieces/" + line.substring(PIECE.length()) + ".yaml")
                : line + "\n";
    }

    /** The problems as the reader prints them: a place follows the file's name directly, a message after a space. */
    List<String> printedProblems() {
        return problems.stream()
                .map(line -> Character.isDigit(line.charAt(0)) ? "stack.yaml:" + line : "stack.yaml: " + line)
                .toList();
    }

    @Override
    public String toString() {
        return claim;
    }
}
