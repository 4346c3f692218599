package dev.spillway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.cli.CommandLineRun;
import dev.spillway.docgen.ComponentPages;
import dev.spillway.docgen.RulePages;
import dev.spillway.docgen.RunbookPages;
import dev.spillway.testsupport.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every claim of the docs is executed or compared. */
class DocsTest {
    private static final Pattern SESSION =
            Pattern.compile("```console\n\\$ \\./spillway ([^\n]*)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./spillway ((?:preview dev|check)[^#\n]*)");
    private static final Pattern FILE = Pattern.compile(".*\\.(json|sarif|md)");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CHECK = Pattern.compile("\\./spillway (check [^\n]*)");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)\\)");
    private static final Pattern RULE_ID = Pattern.compile("\\b(?:EH|CP|DR|EG|EN|ST|AL|AK|KW|CX|PU)-[0-8]\\d{2}\\b");

    @Test
    void generatedPagesAreWhatTheCodeSays() {
        RulePages.render(Path.of("")).forEach((page, text) -> Golden.assertMatches(Path.of(page), text));
        RunbookPages.render().forEach((page, text) -> Golden.assertMatches(Path.of(page), text));
        ComponentPages.render(Path.of("")).forEach((page, text) -> Golden.assertMatches(Path.of(page), text));
    }

    @Test
    void sessionsInTheReadmePrintWhatTheReadmeShows() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Matcher session = SESSION.matcher(readme);
        StringBuilder now = new StringBuilder();
        while (session.find()) {
            String out = CommandLineRun.of(session.group(1).split(" ", -1)).out();
            session.appendReplacement(
                    now, Matcher.quoteReplacement("```console\n$ ./spillway " + session.group(1) + "\n" + out + "```"));
        }
        session.appendTail(now);

        assertThat(now.toString()).contains("22,400 of 2,253,600");
        Golden.assertMatches(Path.of("README.md"), now.toString());
    }

    @Test
    void commandsInTheReadmeRun() throws IOException {
        Matcher command = COMMAND.matcher(Files.readString(Path.of("README.md")));
        int commands = 0;
        while (command.find()) {
            String[] args = Arrays.stream(command.group(1).strip().split("\\s+"))
                    .map(arg -> FILE.matcher(arg).matches() ? "target/readme-" + arg : arg)
                    .toArray(String[]::new);

            assertThat(CommandLineRun.of(args).exit()).as(command.group()).isZero();
            commands++;
        }
        assertThat(commands).isGreaterThanOrEqualTo(5);
    }

    @Test
    void pipelinesInTheDocsAreYamlAndTheirCommandsRun() throws IOException {
        String page = Files.readString(Path.of("docs/ci.md"));
        Files.createDirectories(Path.of("target/logs"));
        List<Object> pipelines = new ArrayList<>();
        for (Matcher block = YAML.matcher(page); block.find(); ) {
            pipelines.add(new Load(LoadSettings.builder().build()).loadFromString(block.group(1)));
        }
        int commands = 0;
        for (Matcher command = CHECK.matcher(page); command.find(); commands++) {
            String[] args = Arrays.stream(command.group(1).split(" ", -1))
                    .map(arg -> arg.equals("preview.json") ? "stacks/dev/plan.approved.json" : arg)
                    .map(arg -> arg.startsWith("stacks/") || !FILE.matcher(arg).matches() ? arg : "target/" + arg)
                    .toArray(String[]::new);

            assertThat(CommandLineRun.of(args).exit()).as(command.group()).isZero();
        }
        assertThat(pipelines)
                .hasSize(2)
                .allSatisfy(pipeline -> assertThat(pipeline).isInstanceOf(Map.class));
        assertThat(commands).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksInsideTheRepositoryResolve(Path page) throws IOException {
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            assertThat(page.resolveSibling(link.group(1)))
                    .as("link in %s", page)
                    .exists();
        }
    }

    @Test
    void noPageNamesARuleThatDoesNotExist() throws IOException {
        Set<String> known = dev.spillway.rules.Catalogue.rules().stream()
                .map(rule -> rule.card().id())
                .collect(Collectors.toCollection(TreeSet::new));
        for (Path page : pages()) {
            Set<String> named = new TreeSet<>();
            Matcher id = RULE_ID.matcher(Files.readString(page));
            while (id.find()) {
                named.add(id.group());
            }

            assertThat(known).as("rules named in %s", page).containsAll(named);
        }
    }

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> top = Files.list(Path.of(""))) {
            top.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        for (String folder : List.of("docs", "policies", "stacks")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages.stream().sorted().toList();
    }
}
