package dev.spillway.rules;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.subscription;
import static dev.spillway.fixture.Stacks.topic;
import static dev.spillway.fixture.Stacks.twin;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.spillway.fixture.DeployedStacks;
import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
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

    @Test
    void idsAreLettersOfAnAreaAndThreeDigits() {
        assertThat(cards().map(RuleCard::id)).allMatch(id -> id.matches("(EG|EH|KW|CX|PU)-\\d{3}"));
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
                .importPackages("dev.spillway.rules").stream()
                        .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface())
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
        Judgement judgement = judge(brokenStack());

        assertThat(judgement.findings())
                .extracting(Finding::rule)
                .containsAll(cards().map(RuleCard::id).toList());
        assertThat(judgement.findings()).extracting(Finding::verdict).containsOnly("violation");
    }

    @Test
    void aStackThatBreaksNothingWakesNone() {
        Judgement judgement = judge(soundStack());

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.unknown()).isEmpty();
        assertThat(judgement.passed()).isGreaterThanOrEqualTo(Catalogue.rules().size());
    }

    @Test
    void aRuleThatClaimsToSeeOneResourceAloneSaysTheSameInAStack() {
        List<Rule<?>> alone = Catalogue.rules().stream()
                .filter(rule -> rule.card().reach() == Reach.ALONE)
                .toList();
        for (List<ResourceView> stack : List.of(brokenStack(), soundStack())) {
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
        Judgement straight = judge(brokenStack());
        for (long seed = 0; seed < 20; seed++) {
            List<ResourceView> shuffled = new ArrayList<>(brokenStack());
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
        List<ResourceView> stack = brokenStack();
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

    private static List<ResourceView> brokenStack() {
        return views(
                namespace("orders").with("location", "westus"),
                namespace("basic").tier("Basic"),
                namespace("cramped").capacity(3).inflateTo(4),
                namespace("grown").inflateTo(4).tag("spillway-profile", "dev"),
                hub("orders/orders").partitions(2).retentionHours(24),
                topic("events"),
                subscription("events", "notify").with("retryPolicy.eventTimeToLiveInMinutes", 120),
                twin("payments", "primary"),
                twin("payments", "secondary"),
                deployment("order-api")
                        .replicas(1)
                        .sendsTo("orders/orders")
                        .fact("max-events-per-second", "1200")
                        .fact("max-bytes-per-second", "1080000")
                        .fact("retry-budget-seconds", "23.2")
                        .fact("flush-seconds", "40")
                        .burst(1380, 120, 900),
                autoscaler("order-api", 1, 10),
                deployment("billing").replicas(3).readsFrom("orders/orders").fact("flush-seconds", "10"));
    }

    private static List<ResourceView> soundStack() {
        return views(
                namespace("orders")
                        .with("location", "westeurope")
                        .with("zoneRedundant", true)
                        .capacity(2)
                        .inflateTo(6)
                        .keptSafe(),
                hub("orders/orders").partitions(8).retentionHours(72).keptSafe(),
                topic("events").keptSafe(),
                subscription("events", "notify")
                        .with("deadLetterWithResourceIdentity.deadLetterDestination.blobContainerName", "dead-letters"),
                deployment("order-api")
                        .sendsTo("orders/orders")
                        .fact("max-events-per-second", "1200")
                        .fact("max-bytes-per-second", "1080000")
                        .fact("retry-budget-seconds", "160")
                        .fact("flush-seconds", "20")
                        .graceSeconds(45)
                        .burst(1380, 120, 900),
                autoscaler("order-api", 2, 4),
                deployment("billing").readsFrom("orders/orders").fact("flush-seconds", "10"),
                autoscaler("billing", 2, 8));
    }

    private static List<ResourceView> views(ResourceFixture... resources) {
        return Stacks.graph(resources).resources();
    }

    private static Judgement judge(List<ResourceView> resources) {
        return judge(Catalogue.rules(), resources);
    }

    private static Judgement judge(List<Rule<?>> rules, List<ResourceView> resources) {
        Deployed deployed = Deployed.of(List.of(
                DeployedStacks.units(namespace("grown").urn(), 2),
                DeployedStacks.units(namespace("orders").urn(), 2),
                DeployedStacks.asDeclared(twin("payments", "primary")),
                DeployedStacks.asDeclared(twin("payments", "secondary").with("publicNetworkAccess", "Disabled"))));
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
