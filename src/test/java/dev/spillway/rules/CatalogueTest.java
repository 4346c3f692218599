package dev.spillway.rules;

import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.spillway.fixture.DeployedStacks;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.Profile;
import dev.spillway.rule.Area;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Finding;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Reach;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Settings;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue as a whole: rules, classes, tests and folders are the same set, and every rule can be woken. */
class CatalogueTest {
    @Test
    void idsAndNamesAreGivenOnce() {
        assertThat(cards().map(RuleCard::id)).doesNotHaveDuplicates();
        assertThat(cards().map(RuleCard::name)).doesNotHaveDuplicates();
    }

    /** The file only grows: a rule that goes leaves its id behind, with the word retired. */
    @Test
    void idsAreNeverGivenAgain() throws IOException {
        Map<String, String> given = Files.readAllLines(Path.of("policies/ids.txt")).stream()
                .collect(Collectors.toMap(line -> line.substring(0, 6), line -> line.substring(7)));

        assertThat(cards()).allSatisfy(card -> assertThat(given).containsEntry(card.id(), card.name()));
        Set<String> living = cards().map(RuleCard::id).collect(Collectors.toSet());
        assertThat(given)
                .allSatisfy((id, name) -> assertThat(living.contains(id)).isNotEqualTo(name.startsWith("retired")));
    }

    @Test
    void idsAreLettersOfAnAreaAndThreeDigits() {
        assertThat(cards().map(RuleCard::id)).allMatch(id -> id.matches("(EH|CP|DR|EG|EN|ST|AL|AK|KW|CX|PU)-\\d{3}"));
    }

    @Test
    void rulesAreRegisteredByName() {
        assertThat(Catalogue.rules())
                .extracting(rule -> rule.getClass().getSimpleName())
                .containsExactlyElementsOf(cards().map(RuleCard::name)
                        .map(CatalogueTest::camelCase)
                        .toList());
    }

    @Test
    void everyClassThatIsARuleIsRegistered() {
        Set<String> classes = new ClassFileImporter()
                .importPackages("dev.spillway.rules", "dev.spillway.rule").stream()
                        .filter(type -> type.isAssignableTo(Rule.class))
                        .filter(type -> type.getPackageName().startsWith("dev.spillway.rules."))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(ruleClasses()).isEqualTo(classes);
    }

    @Test
    void everyRuleHasATestBesideIt() {
        for (String rule : ruleClasses()) {
            Path test = Path.of("src/test/java", rule.replace('.', '/') + "Test.java");

            assertThat(test).exists();
        }
    }

    @Test
    void everyRuleHasAFolderAndEveryFolderARule() throws IOException {
        Set<String> folders = new TreeSet<>();
        for (Area area : Area.values()) {
            try (Stream<Path> rules = Files.list(Path.of("policies", area.folder()))) {
                rules.forEach(folder -> folders.add(folder.toString().replace('\\', '/')));
            }
        }

        assertThat(folders).isEqualTo(cards().map(RuleCard::folder).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyReasonHasTheSameHeadings() throws IOException {
        for (RuleCard card : cards().toList()) {
            List<String> headings = Files.readAllLines(Path.of(card.folder(), "why.md")).stream()
                    .filter(line -> line.startsWith("#"))
                    .toList();

            assertThat(headings)
                    .containsExactly(
                            "# " + card.id() + " " + card.name(),
                            "## How events are lost",
                            "## When this does not apply",
                            "## Sources");
        }
    }

    @Test
    void noFixNamesAParameterThatIsNotThere() {
        assertThat(Catalogue.rules())
                .allSatisfy(
                        rule -> assertThat(rule.card().fix(Settings.STANDARD)).doesNotContain("{"));
    }

    @Test
    void aStackThatBreaksEverythingWakesEveryRule() {
        Judgement judgement = judge(CatalogueStacks.broken());

        assertThat(judgement.findings())
                .extracting(Finding::rule)
                .containsAll(cards().map(RuleCard::id).toList());
        assertThat(judgement.findings()).extracting(Finding::verdict).containsOnly("violation");
    }

    @Test
    void aStackThatBreaksNothingWakesNone() {
        Judgement judgement = judge(CatalogueStacks.sound());

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.unknown()).isEmpty();
        assertThat(judgement.passed()).isGreaterThanOrEqualTo(Catalogue.rules().size());
        assertThat(judgement.notApplicable())
                .as("rules that met nothing of their kind")
                .noneMatch(reason -> reason.urn().isEmpty());
    }

    @Test
    void aRuleThatClaimsToSeeOneResourceAloneSaysTheSameInAStack() {
        List<Rule<?>> alone = Catalogue.rules().stream()
                .filter(rule -> rule.card().reach() == Reach.ALONE)
                .toList();
        for (List<ResourceView> stack : List.of(CatalogueStacks.broken(), CatalogueStacks.sound())) {
            List<Finding> apart = stack.stream()
                    .flatMap(resource -> judge(alone, List.of(resource)).findings().stream())
                    .toList();

            assertThat(alone).isNotEmpty();
            assertThat(apart)
                    .containsExactlyInAnyOrderElementsOf(judge(alone, stack).findings());
        }
    }

    @Test
    void theOrderOfResourcesDoesNotMatter() {
        Judgement straight = judge(CatalogueStacks.broken());
        for (long seed = 0; seed < 20; seed++) {
            List<ResourceView> shuffled = new ArrayList<>(CatalogueStacks.broken());
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(judge(shuffled)).as("seed " + seed).isEqualTo(straight);
        }
    }

    @Test
    void everyRuleOfACatalogueThatMeetsNothingSaysSo() {
        Judgement judgement = judge(List.of());

        assertThat(judgement.notApplicable())
                .hasSize(Catalogue.rules().size())
                .allSatisfy(reason -> assertThat(reason.why()).matches("no .+ in the stack"));
    }

    @Test
    void safeFixesOfABrokenStackAreChangesOfItsOwnResources() {
        List<ResourceView> stack = CatalogueStacks.broken();
        Set<String> urns = stack.stream().map(ResourceView::urn).collect(Collectors.toSet());
        Set<String> safe = cards().filter(card -> card.fixClass() == FixClass.IN_PLACE)
                .map(RuleCard::id)
                .collect(Collectors.toSet());

        assertThat(judge(stack).findings())
                .filteredOn(finding -> safe.contains(finding.rule()))
                .allSatisfy(finding -> assertThat(finding.changes())
                        .isNotEmpty()
                        .allSatisfy(change -> assertThat(urns).contains(change.urn())));
    }

    private static Judgement judge(List<ResourceView> resources) {
        return judge(Catalogue.rules(), resources);
    }

    private static Judgement judge(List<Rule<?>> rules, List<ResourceView> resources) {
        Deployed deployed = Deployed.of(List.of(
                DeployedStacks.units(namespace("grown").urn(), 2),
                DeployedStacks.units(namespace("orders").urn(), 2),
                DeployedStacks.asDeclared(CatalogueStacks.partner("equal", "primary")),
                DeployedStacks.asDeclared(CatalogueStacks.partner("equal", "secondary")),
                DeployedStacks.asDeclared(CatalogueStacks.partner("drifted", "primary")),
                DeployedStacks.asDeclared(
                        CatalogueStacks.partner("drifted", "secondary").with("publicNetworkAccess", "Disabled"))));
        return Judge.judge(rules, EventTopology.of(new ResourceGraph(resources)), deployed, Profile.BASELINE);
    }

    private static Stream<RuleCard> cards() {
        return Catalogue.rules().stream().map(Rule::card);
    }

    private static Set<String> ruleClasses() {
        return Catalogue.rules().stream()
                .map(rule -> rule.getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String camelCase(String name) {
        return Stream.of(name.split("-", -1))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
