package dev.spillway.rules.alerts;

import static dev.spillway.fixture.Stacks.alert;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Context;
import dev.spillway.rule.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AL-005. */
class IngressSilenceTest {
    private static final String ORDERS = "Microsoft.EventHub/namespaces/orders";

    private final IngressSilence rule = new IngressSilence();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders");

    @Test
    void aHubThatNobodyWatchesIsReported() {
        assertThat(Verdicts.of(rule, orders, hub)).isEqualTo(missing());
    }

    @Test
    void theInverseDoesNotHelp() {
        assertThat(Verdicts.of(rule, orders, hub, alert("IncomingMessages", id(ORDERS))))
                .isEqualTo(missing());
    }

    @Test
    void theNameOfAnotherHubDoesNotHelp() {
        assertThat(Verdicts.of(rule, orders, hub, silence(List.of("audit")))).isEqualTo(missing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "*"})
    void theNameOfTheHubPasses(String name) {
        assertThat(Verdicts.of(rule, orders, hub, silence(List.of(name)))).isEqualTo(Verdict.pass());
    }

    @Test
    void withoutDimensionAHubHasToBeAlone() {
        var together = Stacks.topology(orders, hub, hub("orders/audit"), silence(List.of()));

        assertThat(Verdicts.of(rule, orders, hub, silence(List.of()))).isEqualTo(Verdict.pass());
        assertThat(rule.subjects(together).stream().map(one -> rule.check(one, Context.of(together))))
                .containsOnly(missing());
    }

    private static ResourceFixture silence(List<String> names) {
        Map<String, Object> criterion =
                new HashMap<>(Map.of("metricName", "IncomingMessages", "operator", "LessThan", "threshold", 1));
        if (!names.isEmpty()) {
            criterion.put("dimensions", List.of(Map.of("name", "EntityName", "operator", "Include", "values", names)));
        }
        return alert("", id(ORDERS)).with("criteria.allOf", List.of(criterion));
    }

    private static Verdict missing() {
        return Verdict.violation(
                "", "no alert on IncomingMessages below 1", "an alert that names the hub in EntityName");
    }
}
