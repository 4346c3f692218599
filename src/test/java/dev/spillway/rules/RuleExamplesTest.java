package dev.spillway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ExampleGraph;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.Profile;
import dev.spillway.rule.Change;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Rule;
import dev.spillway.view.EventTopology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example file of every rule gives the verdict that it is named after; an edge is where the rule just passes. */
class RuleExamplesTest {
    private static final Map<String, String> EXPECTED = Map.of(
            "violating.json", "violation",
            "compliant.json", "pass",
            "edge.json", "pass",
            "unknown.json", "unknown",
            "not-applicable.json", "not applicable");

    @TestFactory
    Stream<DynamicTest> examplesGiveTheVerdictInTheirName() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Rule<?> rule : Catalogue.rules()) {
            for (Path file : examples(rule)) {
                tests.add(DynamicTest.dynamicTest(rule.card().id() + " " + file.getFileName(), () -> run(rule, file)));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> everyRuleShowsTheThreeVerdicts() {
        return Catalogue.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.card().id(),
                        () -> assertThat(examples(rule))
                                .extracting(file -> file.getFileName().toString())
                                .contains("violating.json", "compliant.json", "unknown.json")));
    }

    @TestFactory
    Stream<DynamicTest> changesCureWhatTheyAreProposedFor() {
        return Catalogue.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.card().id(), () -> cure(rule)));
    }

    /** Advice that cannot be written as a value, such as another tier, has nothing to prove. */
    private static void cure(Rule<?> rule) {
        ExampleGraph broken = ExampleGraph.read(Path.of(rule.card().folder(), "violating.json"));
        List<Change> changes = judge(rule, broken).findings().stream()
                .flatMap(finding -> finding.changes().stream())
                .toList();
        if (changes.isEmpty() && rule.card().fixClass() == FixClass.NONE) {
            return;
        }

        Judgement cured = judge(rule, broken.with(changes));

        assertThat(verdictOf(cured)).isEqualTo("pass");
    }

    private static Judgement judge(Rule<?> rule, ExampleGraph example) {
        return Judge.judge(List.of(rule), EventTopology.of(example.graph()), example.deployed(), Profile.BASELINE);
    }

    private static void run(Rule<?> rule, Path file) {
        ExampleGraph example = ExampleGraph.read(file);

        Judgement judgement = judge(rule, example);

        assertThat(verdictOf(judgement))
                .isEqualTo(EXPECTED.get(file.getFileName().toString()));
    }

    /** What a judgement comes down to when it speaks with one voice. */
    private static String verdictOf(Judgement judgement) {
        Set<String> voices = new TreeSet<>();
        judgement.findings().forEach(finding -> voices.add(finding.verdict()));
        judgement.unknown().forEach(undecided -> voices.add("unknown"));
        judgement.notApplicable().forEach(reason -> voices.add("not applicable"));
        if (judgement.passed() > 0) {
            voices.add("pass");
        }
        return String.join(", ", voices);
    }

    private static List<Path> examples(Rule<?> rule) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(rule.card().folder()))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
