package dev.spillway.rules.gridnamespaces;

import static dev.spillway.fixture.Stacks.azure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Context;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** EN-007. */
class SecondNamespaceTest {
    private final SecondNamespace rule = new SecondNamespace();
    private final ResourceFixture grid =
            azure("eventgrid:Namespace", "grid").with("namespaceName", "grid").with("location", "westeurope");

    @Test
    void aCriticalNamespaceAloneIsReported() {
        assertThat(Verdicts.of(rule, grid.tag("spillway-critical", "true")))
                .isEqualTo(Verdict.violation(
                        "location", "one region, with nothing behind it", "a twin in another region"));
    }

    @Test
    void aNamespaceThatNothingMarksIsNotJudged() {
        assertThat(Verdicts.of(rule, grid)).isEqualTo(Verdict.notApplicable("nothing marks it as critical"));
    }

    @Test
    void aTwinNeedsTopicsOfTheSameNames() {
        ResourceFixture north = azure("eventgrid:Namespace", "north")
                .with("namespaceName", "north")
                .with("location", "northeurope");
        ResourceFixture orders = azure("eventgrid:NamespaceTopic", "orders")
                .with("namespaceName", "grid")
                .with("topicName", "orders");
        ResourceFixture copy = azure("eventgrid:NamespaceTopic", "copy")
                .with("namespaceName", "north")
                .with("topicName", "orders");
        grid.tag("spillway-critical", "true");

        assertThat(first(grid, north, orders)).isInstanceOf(Verdict.Violation.class);
        assertThat(first(grid, north, orders, copy)).isEqualTo(Verdict.pass());
    }

    private Verdict first(ResourceFixture... stack) {
        var topology = Stacks.topology(stack);
        return rule.check(rule.subjects(topology).get(0), Context.of(topology));
    }
}
