package dev.spillway.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Why a finding stands, from a line of {@code tools/kube/explained.txt}.
 *
 * @param where a kind of object, a kind in one stack ({@code incident/Deployment}), or {@code *}
 */
record Explanation(String tool, String check, String where, String reason) {
    private static final Path FILE = KubeTools.HERE.resolve("explained.txt");
    private static final int PARTS = 4;

    static List<Explanation> all() {
        try {
            return Files.readAllLines(FILE, UTF_8).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Explanation::in)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Explanation in(String line) {
        String[] parts = line.split(" +", PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException(FILE + ": met \"" + line + "\", wanted tool, finding, where and reason");
        }
        return new Explanation(parts[0], parts[1], parts[2], parts[3]);
    }

    boolean explains(String stack, Finding finding) {
        return tool.equals(finding.tool())
                && check.equals(finding.check())
                && List.of("*", finding.kind(), stack + "/" + finding.kind()).contains(where);
    }
}
