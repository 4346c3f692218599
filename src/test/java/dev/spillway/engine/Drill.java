package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One list of the page of drills, as steps: the fenced blocks of its section, in their order. */
record Drill(String title, List<Step> steps) {
    static final String INFLATE = "The way back down after an inflate";
    static final String IDENTITIES = "From keys to identities without a gap";
    static final String FAILOVER = "Region failover and back";
    static final String PARTITIONS = "More partitions";

    private static final Path PAGE = Path.of("docs/runbooks/drills.md");
    private static final String BY_HAND = " # by hand";
    private static final String FENCE = "```";
    private static final String FILE = "--- ";

    Drill {
        steps = List.copyOf(steps);
    }

    /** What a block asks for. */
    sealed interface Step {}

    /** A line of a shell that is played. */
    record Command(String line) implements Step {}

    /** A line of a shell that nothing here can play. */
    record ByHand(String line) implements Step {}

    /** Lines of a file and what they become. */
    record Edit(String file, String before, String after) implements Step {}

    /** Lines that the last command printed, whatever stands around them. */
    record Printed(List<String> lines) implements Step {}

    /** All of the page, in its order; fails on a block that is none of these. */
    static List<Drill> all() throws IOException {
        List<Drill> drills = new ArrayList<>();
        Optional<List<String>> block = Optional.empty();
        for (String line : Files.readAllLines(PAGE, UTF_8)) {
            String text = line.strip();
            if (text.startsWith(FENCE) && block.isEmpty()) {
                block = Optional.of(new ArrayList<>(List.of(line)));
            } else if (text.equals(FENCE)) {
                drills.set(drills.size() - 1, drills.get(drills.size() - 1).with(steps(block.orElseThrow())));
                block = Optional.empty();
            } else if (block.isPresent()) {
                block.get().add(line);
            } else if (line.startsWith("## ")) {
                drills.add(new Drill(line.substring("## ".length()), List.of()));
            }
        }
        return drills;
    }

    /** One by its title. */
    static Drill titled(String title) throws IOException {
        return all().stream()
                .filter(drill -> drill.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(PAGE + " has no drill: " + title));
    }

    private Drill with(List<Step> more) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(more);
        return new Drill(title, all);
    }

    /** The steps of a block, whose first line is its fence. */
    private static List<Step> steps(List<String> block) {
        int indent = block.get(0).indexOf(FENCE);
        List<String> lines = block.stream()
                .skip(1)
                .map(line -> line.substring(Math.min(indent, line.length())))
                .toList();
        String kind = block.get(0).strip().substring(FENCE.length());
        return switch (kind) {
            case "sh" -> commands(lines);
            case "text" -> List.of(new Printed(lines));
            case "diff" -> List.of(edit(lines));
            default -> throw new AssertionError(PAGE + ": a block of " + kind + ", give sh, text or diff");
        };
    }

    private static List<Step> commands(List<String> lines) {
        List<Step> steps = new ArrayList<>();
        for (String line : String.join("\n", lines).replace(" \\\n", " ").split("\n", -1)) {
            String command = line.strip().replaceAll(" +", " ");
            steps.add(
                    command.endsWith(BY_HAND)
                            ? new ByHand(command.substring(0, command.length() - BY_HAND.length()))
                            : new Command(command));
        }
        return steps;
    }

    private static Edit edit(List<String> lines) {
        if (!lines.get(0).startsWith(FILE)) {
            throw new AssertionError(PAGE + ": a diff that does not name its file: " + lines);
        }
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (String line : lines.subList(1, lines.size())) {
            String text = line.substring(1) + "\n";
            switch (line.charAt(0)) {
                case '-' -> before.append(text);
                case '+' -> after.append(text);
                case ' ' -> {
                    before.append(text);
                    after.append(text);
                }
                default -> throw new AssertionError(PAGE + ": not a line of a diff: " + line);
            }
        }
        return new Edit(lines.get(0).substring(FILE.length()), before.toString(), after.toString());
    }
}
