package dev.spillway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds every file of the repository to what a reader may expect of it, whatever room it belongs to. */
final class TidyTest {
    private static final int LONGEST_METHOD = 60;
    private static final long LARGEST_FILE = 1 << 20;
    private static final String MAIN = "src/main/java/";

    // Joined here, so that this file does not hold what it looks for.
    private static final Pattern MARKER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.])/(work|root|home|Users)" + "/");
    private static final Pattern REGISTRY = Pattern.compile(String.join(
            "|",
            "\\brepo1?\\.maven\\." + "(apache\\.)?org",
            "\\b(central|oss)\\.sonatype\\." + "(com|org)",
            "\\bregistry\\.(npmjs|yarnpkg)\\." + "(org|com)",
            "\\bpypi\\." + "org",
            "\\bpythonhosted\\." + "org",
            "\\b(proxy|sum)\\.golang\\." + "org",
            "\\b(index|static)?\\.?crates\\." + "io",
            "\\b(deb|security)\\.debian\\." + "org",
            "\\bplugins\\.gradle\\." + "org"));

    /** What the sources must not say, where they may, and what they should say instead. */
    private static final List<Banned> BANNED = List.of(
            // The engine finds a process of ours by the port that it prints.
            new Banned("System.out", Set.of("cli", "plugin"), "return text and let cli print it"),
            new Banned("System.err", Set.of("cli"), "return a Problem and let cli print it"),
            new Banned("System.exit", Set.of("cli"), "return the exit code to cli.Main"),
            new Banned("System.getenv", Set.of("cli", "program", "pack", "monitor"), "take the value as a parameter"),
            new Banned("System.currentTimeMillis", Set.of(), "take a java.time.Clock as a parameter"),
            new Banned("Instant.now()", Set.of(), "take a java.time.Clock as a parameter"),
            new Banned("LocalDate.now()", Set.of(), "LocalDate.now(clock), with the clock as a parameter"),
            new Banned("LocalDateTime.now()", Set.of(), "Instant.now(clock), with the clock as a parameter"),
            new Banned("ZonedDateTime.now()", Set.of(), "Instant.now(clock), with the clock as a parameter"),
            new Banned("OffsetDateTime.now()", Set.of(), "Instant.now(clock), with the clock as a parameter"),
            new Banned("new Date()", Set.of(), "Instant.now(clock), with the clock as a parameter"),
            new Banned("Math.random", Set.of(), "take a seeded generator as a parameter"),
            new Banned("new Random()", Set.of(), "take a seeded generator as a parameter"),
            new Banned("Thread.sleep", Set.of(), "wait for the event itself (CompletableFuture, CountDownLatch)"),
            new Banned(".printStackTrace", Set.of(), "throw, or return a Problem"),
            new Banned(".toUpperCase()", Set.of(), "toUpperCase(Locale.ROOT)"),
            new Banned(".toLowerCase()", Set.of(), "toLowerCase(Locale.ROOT)"),
            new Banned(".formatted", Set.of(), "String.format(Locale.ROOT, ...)"),
            new Banned("Collectors.toList", Set.of(), "Stream.toList(), which cannot be changed afterwards"));

    private static final List<TextFile> TEXTS = texts();

    @Test
    void javaSourcesAreAscii() {
        assertThat(lines(file -> file.is("java"), line -> !line.chars().allMatch(c -> c < 128)))
                .as("write \\uXXXX, so that no editor's charset decides what a string says")
                .isEmpty();
    }

    @Test
    void filesEndWithALineEnd() {
        assertThat(paths(file -> !file.isGivenToUs()
                        && !file.text().isEmpty()
                        && !file.text().endsWith("\n")))
                .isEmpty();
    }

    @Test
    void javaAndYamlHoldNoTab() {
        assertThat(lines(file -> file.is("java", "yaml", "yml"), line -> line.contains("\t")))
                .isEmpty();
    }

    @Test
    void linesHaveNoTrailingBlanks() {
        assertThat(lines(
                        file -> !file.isGivenToUs(),
                        line -> line.endsWith(" ") || line.endsWith("\t") || line.endsWith("\r")))
                .isEmpty();
    }

    @Test
    void everyPageHasOneTitle() {
        // Markdown below src and approved reports are data of tests, not pages.
        assertThat(paths(file -> file.is("md")
                        && !file.path().startsWith("src")
                        && !file.path().toString().endsWith(".approved.md")
                        && titles(file.text()) != 1))
                .isEmpty();
    }

    @Test
    void noMarkerIsLeftOver() {
        assertThat(lines(file -> !file.isGivenToUs(), MARKER.asPredicate()))
                .as("work for later is an issue, not a marker")
                .isEmpty();
    }

    @Test
    void noFileNamesAMachineOrARegistry() {
        assertThat(lines(file -> !file.isGivenToUs(), MACHINE_PATH.asPredicate().or(REGISTRY.asPredicate())))
                .as("the clients know their registries, and every machine has its own folders")
                .isEmpty();
    }

    @Test
    void filesAreSmallEnoughToBeRead() {
        assertThat(paths(file -> !file.isGivenToUs() && file.size() > LARGEST_FILE))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        Set<Path> described = new TreeSet<>();
        Set<Path> used = new TreeSet<>();
        for (TextFile file : TEXTS) {
            Path folder = file.path().getParent();
            if (file.is("java") && file.path().startsWith("src") && folder != null) {
                used.add(packageOf(folder));
                if (file.path().endsWith("package-info.java")) {
                    described.add(packageOf(folder));
                }
            }
        }

        used.removeAll(described);
        assertThat(used).as("packages without package-info.java").isEmpty();
    }

    @Test
    void noMethodIsTooLongToSeeAtOnce() {
        List<String> found = new ArrayList<>();
        scanMain((source, tree) -> {
            if (tree instanceof MethodTree method && source.lengthOf(method) > LONGEST_METHOD) {
                found.add(source.place(method) + " " + method.getName() + ": " + source.lengthOf(method)
                        + " lines, wanted at most " + LONGEST_METHOD);
            }
        });

        assertThat(found).isEmpty();
    }

    @Test
    void bannedCallsAreNotMade() {
        List<String> found = new ArrayList<>();
        scanMain((source, tree) -> {
            for (String call : spellings(tree)) {
                for (Banned banned : BANNED) {
                    if (banned.matches(call) && !banned.rooms().contains(source.room())) {
                        found.add(source.place(tree) + " " + call + ": " + banned.instead());
                    }
                }
            }
            if (tree instanceof MethodInvocationTree call && formatsByTheMachinesLocale(call)) {
                found.add(source.place(tree) + " String.format: String.format(Locale.ROOT, ...)");
            }
        });

        assertThat(found).isEmpty();
    }

    @Test
    void thereIsSomethingToTidy() {
        List<String> methods = new ArrayList<>();
        scanMain((source, tree) -> {
            if (tree instanceof MethodTree method) {
                methods.add(method.getName().toString());
            }
        });

        assertThat(methods).contains("toString");
        assertThat(paths(file -> file.is("java"))).hasSizeGreaterThan(30);
    }

    private static int titles(String page) {
        boolean inCode = false;
        int titles = 0;
        for (String line : page.lines().toList()) {
            if (line.startsWith("```")) {
                inCode = !inCode;
            } else if (!inCode && line.startsWith("# ")) {
                titles++;
            }
        }
        return titles;
    }

    /** The package's folder, whether it is looked at in main, test or anywhere else below src. */
    private static Path packageOf(Path folder) {
        return folder.subpath(Math.min(3, folder.getNameCount() - 1), folder.getNameCount());
    }

    private static List<String> lines(Predicate<TextFile> files, Predicate<String> wrong) {
        List<String> found = new ArrayList<>();
        for (TextFile file : TEXTS) {
            if (files.test(file)) {
                int number = 0;
                for (String line : file.text().split("\n", -1)) {
                    number++;
                    if (wrong.test(line)) {
                        found.add(file.path() + ":" + number + ": " + line.strip());
                    }
                }
            }
        }
        return found;
    }

    private static List<Path> paths(Predicate<TextFile> wrong) {
        return TEXTS.stream().filter(wrong).map(TextFile::path).toList();
    }

    // ---- what a tree says, as the source spells it: "System.out", ".toUpperCase()", "new Date()"

    private static List<String> spellings(Tree tree) {
        if (tree instanceof MemberSelectTree select) {
            return List.of(lastTwo(select), "." + select.getIdentifier());
        }
        if (tree instanceof MemberReferenceTree reference) {
            String owner = reference.getQualifierExpression() + ".";
            // String::toUpperCase calls as much as toUpperCase() does.
            return Stream.of(owner, ".")
                    .flatMap(start -> Stream.of(start + reference.getName(), start + reference.getName() + "()"))
                    .toList();
        }
        if (tree instanceof NewClassTree made && made.getArguments().isEmpty()) {
            return List.of("new " + made.getIdentifier() + "()");
        }
        if (tree instanceof MethodInvocationTree call
                && call.getArguments().isEmpty()
                && call.getMethodSelect() instanceof MemberSelectTree select) {
            return List.of(lastTwo(select) + "()", "." + select.getIdentifier() + "()");
        }
        return List.of();
    }

    /** {@code java.time.Instant.now} and {@code Instant.now} are the same to us. */
    private static String lastTwo(MemberSelectTree select) {
        ExpressionTree owner = select.getExpression();
        String name =
                owner instanceof MemberSelectTree outer ? outer.getIdentifier().toString() : owner.toString();
        return name + "." + select.getIdentifier();
    }

    private static boolean formatsByTheMachinesLocale(MethodInvocationTree call) {
        return call.getMethodSelect().toString().equals("String.format")
                && !call.getArguments()
                        .get(0)
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .contains("locale");
    }

    private static void scanMain(BiConsumer<Source, Tree> visitor) {
        List<Path> sources = paths(file -> file.is("java") && file.path().startsWith(Path.of(MAIN)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Visits(visitor).scan(unit, new Source(unit, positions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- the files

    private static List<TextFile> texts() {
        List<TextFile> texts = new ArrayList<>();
        for (Path path : tracked().orElseGet(TidyTest::walked)) {
            // A file that was deleted and not yet committed is still listed.
            if (Files.isRegularFile(path)) {
                text(path).ifPresent(texts::add);
            }
        }
        return texts;
    }

    /** What git tracks or would, by its own list; empty where there is no git or no repository. */
    private static Optional<List<Path>> tracked() {
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String names = new String(git.getInputStream().readAllBytes(), UTF_8);
            return git.waitFor() == 0
                    ? Optional.of(Pattern.compile("\0")
                            .splitAsStream(names)
                            .filter(name -> !name.isEmpty())
                            .map(Path::of)
                            .toList())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while git was listing the files", e);
        }
    }

    private static List<Path> walked() {
        Set<String> skipped = Set.of("target", ".git", ".spillway", ".idea", ".vscode", "__pycache__");
        Path here = Path.of("");
        try (Stream<Path> all = Files.walk(here)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> Stream.iterate(path, p -> p != null, Path::getParent)
                            .noneMatch(part -> skipped.contains(String.valueOf(part.getFileName()))))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<TextFile> text(Path path) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(new TextFile(path, text, bytes.length));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    private record TextFile(Path path, String text, long size) {
        boolean is(String... endings) {
            return Stream.of(endings).anyMatch(ending -> path.toString().endsWith("." + ending));
        }

        /** Published by Azure or written by our own programs: judged by other tests. */
        boolean isGivenToUs() {
            String name = path.toString().replace('\\', '/');
            return name.startsWith("tools/arm/schemas/")
                    || name.equals("tools/arm/examples.json")
                    || path.getFileName().toString().contains(".approved.");
        }
    }

    private record Banned(String call, Set<String> rooms, String instead) {
        boolean matches(String spelling) {
            return spelling.equals(call);
        }
    }

    private record Source(CompilationUnitTree unit, SourcePositions positions) {
        String room() {
            String name =
                    unit.getPackageName() == null ? "" : unit.getPackageName().toString();
            return name.replaceFirst("^dev\\.spillway\\.?", "").replaceFirst("\\..*", "");
        }

        long lengthOf(Tree tree) {
            return line(positions.getEndPosition(unit, tree)) - line(positions.getStartPosition(unit, tree)) + 1;
        }

        String place(Tree tree) {
            return Path.of("")
                            .toAbsolutePath()
                            .relativize(Path.of(unit.getSourceFile().toUri())) + ":"
                    + line(positions.getStartPosition(unit, tree));
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }

    /** Shows every tree of a source to a visitor. */
    private static final class Visits extends TreeScanner<Void, Source> {
        private final BiConsumer<Source, Tree> visitor;

        Visits(BiConsumer<Source, Tree> visitor) {
            this.visitor = visitor;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, Source source) {
            if (tree != null) {
                visitor.accept(source, tree);
            }
            return super.scan(tree, source);
        }
    }
}
