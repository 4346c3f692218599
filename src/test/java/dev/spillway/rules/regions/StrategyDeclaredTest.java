package dev.spillway.rules.regions;

import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Context;
import dev.spillway.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DR-001. */
class StrategyDeclaredTest {
    private final StrategyDeclared rule = new StrategyDeclared();
    private final ResourceFixture orders =
            namespace("orders").with("location", "westeurope").tag("spillway-critical", "true");

    @Test
    void aCriticalNamespaceAloneIsReportedWithWhatAnHourIsWorth() {
        ResourceFixture api = deployment("api").sendsTo("orders/orders").fact("max-events-per-second", "10");

        assertThat(Verdicts.of(rule, orders, hub("orders/orders"), api))
                .isEqualTo(Verdict.violation(
                                "location",
                                "one region, with nothing behind it",
                                "an alias, a replica or a twin in another region")
                        .withNote("Producers of the stack send up to 36,000 events in 1 hour"));
    }

    @Test
    void theProfileOfItsResourceGroupMarksItToo() {
        ResourceFixture group = azure("resources:ResourceGroup", "rg").tag("spillway-profile", "mission-critical");
        ResourceFixture plain = namespace("orders").with("resourceGroupName", "rg-orders");

        assertThat(Verdicts.of(rule, plain, group)).isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void aNamespaceThatNothingMarksIsNotJudged() {
        assertThat(Verdicts.of(rule, namespace("orders")))
                .isEqualTo(Verdict.notApplicable("nothing marks it as critical"));
    }

    @Test
    void aTwinElsewhereThatAProducerSendsToIsAStrategy() {
        List<Verdict> verdicts = twins("northeurope");

        assertThat(verdicts).contains(Verdict.pass());
    }

    @Test
    void aTwinInTheSameRegionIsNone() {
        List<Verdict> verdicts = twins("West Europe");

        assertThat(verdicts).noneMatch(Verdict.Pass.class::isInstance);
    }

    private List<Verdict> twins(String place) {
        ResourceFixture twin = namespace("orders-2").with("location", place);
        ResourceFixture api = deployment("api").sendsTo("orders-2/orders");
        var topology = Stacks.topology(orders, hub("orders/orders"), twin, second(), api);
        return rule.subjects(topology).stream()
                .map(one -> rule.check(one, Context.of(topology)))
                .toList();
    }

    private static ResourceFixture second() {
        return azure("eventhub:EventHub", "second")
                .with("namespaceName", "orders-2")
                .with("eventHubName", "orders");
    }
}
