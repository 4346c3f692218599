package dev.spillway.cli;

import static java.util.stream.Collectors.joining;

import dev.spillway.rule.Area;
import dev.spillway.units.InvalidValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a rule that is not written yet: class, test, folder, its lines in two lists; with gaps that the build refuses. */
final class NewRule {
    /** Marks what a person has to write. */
    static final String GAP = "GAP:";

    private static final Pattern ID = Pattern.compile("[A-Z]{2}-\\d{3}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern LAST_LINE = Pattern.compile("(new [A-Za-z]+\\(\\))\\);");
    private static final String REGISTRY = "src/main/java/dev/spillway/rules/Catalogue.java";
    private static final String IDS = "policies/ids.txt";
    private static final List<String> EXAMPLES = List.of("violating", "compliant", "unknown", "edge");

    private final String id;
    private final String name;
    private final Area area;
    private final Path home;
    private final List<String> given;

    private NewRule(String id, String name, Area area, Path home, List<String> given) {
        this.id = id;
        this.name = name;
        this.area = area;
        this.home = home;
        this.given = given;
    }

    /** Writes the files, and returns them; where anything stands in the way, nothing is written. */
    static List<Path> write(String id, String name, Path home) {
        List<String> problems = new ArrayList<>();
        if (!ID.matcher(id).matches()) {
            problems.add("ID: met " + id + ", give two letters and three digits such as EH-021");
        }
        if (!NAME.matcher(name).matches()) {
            problems.add("NAME: met " + name + ", give what is wanted in kebab case such as retention-floor");
        }
        for (String file : List.of(REGISTRY, IDS)) {
            if (!Files.isRegularFile(home.resolve(file))) {
                problems.add(home.resolve(file) + ": no such file, run this in the project");
            }
        }
        List<String> given = given(home);
        given.stream()
                .filter(line -> line.startsWith(id + " ") || line.endsWith(" " + name))
                .forEach(line ->
                        problems.add("ID: " + line + " is in " + IDS + ", ids and names are never given twice"));
        if (!problems.isEmpty()) {
            throw new Unusable(String.join("\n", problems));
        }
        try {
            return new NewRule(id, name, Area.of(id), home, given).write();
        } catch (InvalidValue unknownArea) {
            throw new Unusable("ID: " + unknownArea.getMessage());
        }
    }

    private List<Path> write() {
        String folder = "policies/" + area.folder() + "/" + id + "-" + name + "/";
        String room = "java/dev/spillway/rules/" + packageName() + "/";
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(Path.of("src/main/" + room + className() + ".java"), template("Rule.java"));
        files.put(Path.of("src/test/" + room + className() + "Test.java"), template("RuleTest.java"));
        files.put(Path.of(folder + "why.md"), template("why.md"));
        EXAMPLES.forEach(verdict -> files.put(Path.of(folder + verdict + ".json"), template("example.json")));
        files.keySet().stream()
                .map(home::resolve)
                .filter(Files::exists)
                .findFirst()
                .ifPresent(there -> {
                    throw new Unusable(there + ": is there already, give another name");
                });
        files.put(Path.of(REGISTRY), registered());
        files.put(
                Path.of(IDS),
                Stream.concat(given.stream(), Stream.of(id + " " + name))
                        .sorted()
                        .collect(joining("\n", "", "\n")));
        files.forEach((file, text) -> {
            try {
                Files.createDirectories(home.resolve(file).toAbsolutePath().getParent());
            } catch (IOException failure) {
                throw new Unusable(file + ": its folder cannot be made, run this where you may write");
            }
            WholeFile.write(home.resolve(file), text);
        });
        return List.copyOf(files.keySet());
    }

    /** Every id that a rule has or had, with its name; none where there is no such file. */
    private static List<String> given(Path home) {
        Path ids = home.resolve(IDS);
        if (!Files.isRegularFile(ids)) {
            return List.of();
        }
        try {
            return Files.readAllLines(ids);
        } catch (IOException unreadable) {
            throw new Unusable(IDS + ": cannot be read, run this in the project");
        }
    }

    /** The registry with one line more at its end; the order of rules is that of their ids only where someone sorts them. */
    private String registered() {
        try {
            String registry = Files.readString(home.resolve(REGISTRY));
            Matcher last = LAST_LINE.matcher(registry);
            if (!last.find()) {
                throw new Unusable(REGISTRY + ": the list of rules is not where it was, add the line by hand");
            }
            String type = "import dev.spillway.rules." + packageName() + "." + className() + ";\n";
            String with = last.replaceFirst("$1,\n            new " + className() + "());");
            return with.replaceFirst("import java.util.List;", type + "import java.util.List;");
        } catch (IOException unreadable) {
            throw new Unusable(REGISTRY + ": cannot be read, run this in the project");
        }
    }

    private String packageName() {
        return area.folder().replace("-", "");
    }

    private String className() {
        StringBuilder words = new StringBuilder();
        for (String word : name.split("-", -1)) {
            words.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return words.toString();
    }

    private String template(String file) {
        try (InputStream text = NewRule.class.getResourceAsStream("new-rule/" + file + ".txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@PACKAGE@", packageName())
                    .replace("@CLASS@", className())
                    .replace("@ID@", id)
                    .replace("@NAME@", name);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
