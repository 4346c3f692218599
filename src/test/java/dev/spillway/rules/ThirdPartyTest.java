package dev.spillway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.intake.ResourceFile;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.Profile;
import dev.spillway.rule.Deployed;
import dev.spillway.testsupport.Golden;
import dev.spillway.view.EventTopology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What public repositories declare, judged against what was written down before. */
class ThirdPartyTest {
    private static final Path FOLDER = Path.of("src/test/resources/third-party");
    private static final Set<String> BUILT =
            Catalogue.rules().stream().map(rule -> rule.card().id()).collect(Collectors.toSet());

    /** Rules that only a Pulumi program can break, and the inputs that are one. */
    private static final Map<String, Set<String>> ONLY = Map.of("PU-001", Set.of("pulumi-stream-analytics"));

    private record Wanted(String input, String rule, String resource) implements Comparable<Wanted> {
        @Override
        public int compareTo(Wanted other) {
            return toString().compareTo(other.toString());
        }

        String line() {
            return "| " + input + " | " + rule + " | " + resource + " |";
        }
    }

    @Test
    void missesAndFalseAlarmsAreTheApprovedOnes() throws IOException {
        Set<Wanted> expected = expected();
        Set<Wanted> found = new TreeSet<>();
        Set<Wanted> unknown = new TreeSet<>();
        for (String input : inputs()) {
            judge(input, found, unknown);
        }

        Golden.assertMatches(Path.of("docs/precision.md"), page(expected, found, unknown));
    }

    @Test
    void everyDifferenceIsLookedInto() throws IOException {
        assertThat(Files.readString(Path.of("docs/precision.md"))).doesNotContain("not looked into yet");
    }

    @Test
    void everyInputHasAnOriginAndEveryExpectationAnInput() throws IOException {
        Set<String> origins =
                rows("origins.csv").stream().map(row -> row.get(0)).collect(Collectors.toSet());

        assertThat(inputs()).hasSizeGreaterThanOrEqualTo(15).containsExactlyInAnyOrderElementsOf(origins);
        assertThat(expected()).extracting(Wanted::input).isSubsetOf(origins);
        assertThat(expected()).extracting(Wanted::rule).isSubsetOf(considered());
    }

    private static void judge(String input, Set<Wanted> found, Set<Wanted> unknown) {
        var file = ResourceFile.read(FOLDER.resolve(input + ".json"));
        Judgement judgement =
                Judge.judge(Catalogue.rules(), EventTopology.of(file.graph()), Deployed.NOTHING_KNOWN, Profile.STRICT);
        judgement.findings().forEach(one -> found.add(new Wanted(input, one.rule(), name(one.urn()))));
        judgement.unknown().forEach(one -> unknown.add(new Wanted(input, one.rule(), name(one.urn()))));
    }

    private static String page(Set<Wanted> expected, Set<Wanted> found, Set<Wanted> unknown) throws IOException {
        Set<Wanted> wanted = expected.stream()
                .filter(one -> BUILT.contains(one.rule()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Wanted> hits = new TreeSet<>(wanted);
        hits.retainAll(found);
        Set<Wanted> missed = new TreeSet<>(wanted);
        missed.removeAll(found);
        Set<String> rules = new TreeSet<>(considered());
        Set<Wanted> alarms = found.stream()
                .filter(one -> rules.contains(one.rule())
                        && ONLY.getOrDefault(one.rule(), Set.of(one.input())).contains(one.input())
                        && !expected.contains(one))
                .collect(Collectors.toCollection(TreeSet::new));
        StringBuilder page =
                new StringBuilder("<!-- Written by `make golden TESTS=ThirdPartyTest`. -->\n\n# Precision\n\n");
        page.append(
                "What " + inputs().size()
                        + " declarations of public repositories get from the rules, held against what was written down\n"
                        + "before any of them was judged. [How they came about](../src/test/resources/third-party/README.md).\n\n");
        page.append("| | |\n| --- | ---: |\n");
        page.append("| violations that they deserve, of rules that are built | " + wanted.size() + " |\n");
        page.append("| found | " + hits.size() + " |\n");
        page.append("| missed, or unknown | " + missed.size() + " |\n");
        page.append("| false alarms | " + alarms.size() + " |\n");
        page.append("| deserved, of rules that are not built yet | " + (expected.size() - wanted.size()) + " |\n\n");
        byRule(page, rules, wanted, found, alarms);
        Map<Wanted, String> explained = explained();
        list(
                page,
                "Missed",
                missed.stream()
                        .map(one -> why(one, unknown) + explained(one, explained))
                        .toList());
        list(
                page,
                "False alarms",
                alarms.stream()
                        .map(one -> one.line() + " found |" + explained(one, explained))
                        .toList());
        return page.toString();
    }

    private static void byRule(
            StringBuilder page, Set<String> rules, Set<Wanted> wanted, Set<Wanted> found, Set<Wanted> alarms) {
        page.append("| Rule | Deserved | Found | False alarms |\n| --- | ---: | ---: | ---: |\n");
        for (String rule : rules) {
            if (!BUILT.contains(rule)) {
                continue;
            }
            Map<Boolean, Long> hits = wanted.stream()
                    .filter(one -> one.rule().equals(rule))
                    .collect(Collectors.partitioningBy(found::contains, Collectors.counting()));
            long alarm = alarms.stream().filter(one -> one.rule().equals(rule)).count();
            long hit = hits.getOrDefault(true, 0L);
            long missed = hits.getOrDefault(false, 0L);
            page.append("| " + rule + " | " + (hit + missed) + " | " + hit + " | " + alarm + " |\n");
        }
    }

    private static String why(Wanted one, Set<Wanted> unknown) {
        return one.line() + (unknown.contains(one) ? " unknown |" : " no verdict on it |");
    }

    private static String explained(Wanted one, Map<Wanted, String> explained) {
        return " " + explained.getOrDefault(one, "not looked into yet") + " |";
    }

    /** What was looked into, and why it is as it is. */
    private static Map<Wanted, String> explained() throws IOException {
        return rows("explained.csv").stream()
                .collect(Collectors.toMap(
                        row -> new Wanted(row.get(0), row.get(1), row.get(2)),
                        row -> String.join(",", row.subList(3, row.size()))));
    }

    private static void list(StringBuilder page, String title, List<String> lines) {
        page.append("\n## " + title + "\n\n");
        if (lines.isEmpty()) {
            page.append("None.\n");
            return;
        }
        page.append("| Input | Rule | Resource | Verdict | Why |\n| --- | --- | --- | --- | --- |\n");
        lines.forEach(line -> page.append(line).append('\n'));
    }

    private static Set<Wanted> expected() throws IOException {
        return rows("expected.csv").stream()
                .map(row -> new Wanted(row.get(0), row.get(1), row.get(2)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> considered() throws IOException {
        return Files.readAllLines(FOLDER.resolve("README.md")).stream()
                .filter(line -> line.matches("- [A-Z]{2}-\\d{3}"))
                .map(line -> line.substring(2))
                .toList();
    }

    private static List<String> inputs() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    private static List<List<String>> rows(String file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(file))) {
            rows.add(List.of(line.split(",", -1)));
        }
        return rows.subList(1, rows.size());
    }

    private static String name(String urn) {
        return urn.substring(urn.lastIndexOf("::") + 2);
    }
}
