package dev.spillway.harness;

import static dev.spillway.harness.SpillwayRules.harness;
import static dev.spillway.harness.SpillwayRules.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.judge.Judgement;
import dev.spillway.rule.Finding;
import dev.spillway.rule.Rule;
import dev.spillway.rule.Verdict;
import dev.spillway.rules.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RuleHarnessTest {
    private static final String NAMESPACE = "azure-native:eventhub:Namespace";
    private static final String HUB = "azure-native:eventhub:EventHub";
    private static final Pattern CODE = Pattern.compile("```java\n// (\\S+)\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExampleOfThePageIsTheOneThatIsExecutedHere() throws IOException {
        Matcher code = CODE.matcher(Files.readString(Path.of("docs/write-your-own-rule.md")));
        int examples = 0;
        for (; code.find(); examples++) {
            String source = Files.readString(Path.of("src/test/java/dev/spillway/harness", code.group(1)));

            assertThat(source).contains(code.group(2));
        }

        assertThat(examples).isEqualTo(2);
    }

    @Test
    void aRuleOfTheCatalogueIsTestedLikeAnyOther() {
        Judgement judgement = harness()
                .resource(NAMESPACE, "orders", Map.of("namespaceName", "orders", "sku", Map.of("tier", "Basic")))
                .judgement(rule("EH-001"));

        assertThat(judgement.findings()).extracting(Finding::rule).containsExactly("EH-001");
    }

    @Test
    void anUnknownNameIsJoinedOverItsDependency() {
        RuleHarness stack = harness()
                .resource(NAMESPACE, "orders", Map.of("namespaceName", unknown(), "sku", Map.of("tier", "Basic")))
                .resource(HUB, "hub", Map.of("namespaceName", unknown(), "messageRetentionInDays", 1));

        assertThat(stack.verdict(rule("EH-007"), "hub").orElseThrow()).isInstanceOf(Verdict.Unknown.class);
        assertThat(stack.dependsOn("namespaceName", NAMESPACE, "orders")
                        .verdict(rule("EH-007"), "hub")
                        .orElseThrow())
                .isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void whatIsAddedLeavesTheHarnessBeforeAsItWas() {
        RuleHarness empty = harness();

        empty.resource(NAMESPACE, "orders", Map.of());

        assertThat(empty.verdicts(rule("EH-001"))).isEmpty();
    }

    @Test
    void aGraphOfAStackIsTakenWhole() throws IOException {
        RuleHarness stack = harness().graph(Files.readString(Path.of("stacks/incident/plan.approved.json")));

        assertThat(stack.verdicts(rule("EH-002"))).hasSize(1);
        assertThat(stack.judgement(rule("EH-002")).findings()).hasSize(1);
    }

    private static Rule<?> rule(String id) {
        List<Rule<?>> found = Catalogue.rules().stream()
                .filter(rule -> rule.card().id().equals(id))
                .toList();
        return found.get(0);
    }
}
