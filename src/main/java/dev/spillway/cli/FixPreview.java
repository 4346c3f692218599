package dev.spillway.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.spillway.assess.Secrets;
import dev.spillway.config.StackFile;
import dev.spillway.judge.Judgement;
import dev.spillway.model.Problems;
import dev.spillway.model.StackSpec;
import dev.spillway.rule.Change;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Finding;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.RuleCard;
import dev.spillway.view.ResourceGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The safe fixes of a stack as a patch of its {@code stack.yaml}, judged again before it is shown. What may only be set when a
 * resource is created is left alone wherever the resource may be there already.
 */
final class FixPreview {
    private final Path home;
    private final Judging judging;
    private final Against against;
    private final Optional<String> stack;
    private final Secrets secrets = new Secrets();

    /** @param stack the STACK that the user named; where there is none, the file is looked for by the stack's name */
    FixPreview(Path home, Judging judging, Against against, Optional<String> stack) {
        this.home = home;
        this.judging = judging;
        this.against = against;
        this.stack = stack;
    }

    /** Notes as comments, and then the patch, so that the whole may be given to {@code git apply}. */
    String of(String stackName, ResourceGraph graph, Judgement judgement, Deployed deployed) {
        Map<String, FixClass> classes =
                Policies.cards().stream().collect(Collectors.toMap(RuleCard::id, RuleCard::fixClass));
        List<Finding> open = judgement.findings().stream()
                .filter(finding ->
                        finding.suppressedBy().isEmpty() && !finding.changes().isEmpty())
                .toList();
        List<Finding> safe = open.stream()
                .filter(finding -> isSafe(classes.getOrDefault(finding.rule(), FixClass.NONE), finding, deployed))
                .toList();
        List<String> notes = new ArrayList<>();
        graph.resources().forEach(resource -> secrets.learn(resource.inputs()));
        open.stream()
                .filter(finding -> !safe.contains(finding))
                .forEach(finding -> notes.add(finding.rule() + " " + finding.urn()
                        + ": no safe fix, it could replace what is deployed or is advice alone"));
        Optional<Path> file = file(stackName);
        if (file.isEmpty()) {
            safe.forEach(finding -> finding.changes()
                    .forEach(change -> notes.add(finding.rule() + " " + change.urn() + ": " + words(change))));
            return text(notes, List.of());
        }
        return patched(file.get(), new StackEdits(graph), safe, notes);
    }

    private static boolean isSafe(FixClass fix, Finding finding, Deployed deployed) {
        return switch (fix) {
            case IN_PLACE -> true;
            case AT_CREATION ->
                deployed.isKnown()
                        && finding.changes().stream()
                                .allMatch(change -> deployed.find(change.urn()).isEmpty());
            case NONE -> false;
        };
    }

    private String patched(Path file, StackEdits edits, List<Finding> safe, List<String> notes) {
        Map<String, StackEdit> strongest = new TreeMap<>();
        Set<String> touched = new TreeSet<>();
        for (Finding finding : safe) {
            List<StackEdit> own = new ArrayList<>();
            for (Change change : finding.changes()) {
                edits.of(change)
                        .ifPresentOrElse(
                                own::add,
                                () -> notes.add(finding.rule() + " " + change.urn() + ": not from " + file + ": "
                                        + words(change)));
            }
            if (own.size() == finding.changes().size()) {
                own.forEach(edit -> strongest.merge(String.join(".", edit.key()), edit, StackEdit::stronger));
                touched.add(finding.rule() + " " + finding.urn());
            }
        }
        String before = read(file);
        String after = StackText.edited(before, strongest.values());
        if (after.equals(before)) {
            return text(notes, List.of());
        }
        left(file, after, touched).forEach(rule -> notes.add(rule + ": the patch alone does not mend it"));
        return text(notes, diff(file, before, after));
    }

    /** What is still found of what the patch is to mend, when the patched stack is declared and judged anew. */
    private Collection<String> left(Path file, String after, Set<String> touched) {
        try {
            Path trial = Files.createTempFile("spillway", ".yaml");
            try {
                Files.writeString(trial, after);
                byte[] bytes = after.getBytes(StandardCharsets.UTF_8);
                StackSpec spec = StackFile.parse(file.toString(), bytes);
                Judging fresh = new Judging(
                        judging.policy(), judging.failOn(), judging.maxLossRatio(), Optional.empty(), judging.today());
                Set<String> names = names(touched);
                return Preview.of(trial, bytes, spec, new Preview.Options(fresh, against)).report().findings().stream()
                        .map(found -> found.finding().rule() + " "
                                + name(found.finding().urn()))
                        .filter(names::contains)
                        .collect(Collectors.toCollection(TreeSet::new));
            } finally {
                Files.deleteIfExists(trial);
            }
        } catch (IOException failure) {
            throw new Unusable("a patched copy of " + file + " cannot be written (" + failure.getMessage() + ")");
        } catch (Problems refused) {
            return List.of(refused.problems().get(0).message());
        }
    }

    /** Project and stack may be called otherwise in the engine; types and names are the same. */
    private static Set<String> names(Set<String> touched) {
        return touched.stream()
                .map(one -> one.substring(0, one.indexOf(' ') + 1) + name(one.substring(one.indexOf(' ') + 1)))
                .collect(Collectors.toSet());
    }

    private static String name(String urn) {
        String[] parts = urn.split("::", 3);
        return parts[parts.length - 1];
    }

    private Optional<Path> file(String stackName) {
        if (stack.isPresent()) {
            return Optional.of(StackLocator.find(stack.get(), home));
        }
        for (Path stacks : List.of(Path.of("stacks"), home.resolve("stacks"))) {
            try (var folders = Files.isDirectory(stacks) ? Files.list(stacks) : java.util.stream.Stream.<Path>empty()) {
                Optional<Path> found = folders.map(folder -> folder.resolve("stack.yaml"))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .filter(file -> isOf(file, stackName))
                        .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            } catch (IOException unreadable) {
                throw new Unusable(stacks + ": cannot be read, name the stack with --stack");
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(Path file, String stackName) {
        try {
            return file.endsWith(Path.of(stackName, "stack.yaml"))
                    || StackFile.read(file).name().equals(stackName);
        } catch (Problems | InvalidPathException broken) {
            return false;
        }
    }

    private static List<String> diff(Path file, String before, String after) {
        List<String> old = before.lines().toList();
        String name = file.toString().replace('\\', '/');
        return UnifiedDiffUtils.generateUnifiedDiff(
                "a/" + name, "b/" + name, old, DiffUtils.diff(old, after.lines().toList()), 3);
    }

    private String text(List<String> notes, List<String> diff) {
        StringBuilder text = new StringBuilder();
        text.append(diff.isEmpty() ? "# no safe fix for a stack.yaml\n" : "# safe fixes, for git apply\n");
        notes.stream()
                .sorted()
                .distinct()
                .forEach(note -> text.append("# ").append(secrets.hide(note)).append('\n'));
        diff.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static String words(Change change) {
        return change.path() + " = " + change.value().asText();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Unusable(file + ": cannot be read, give a readable file");
        }
    }
}
