package dev.spillway.rules.options;

import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.spillway.fixture.DeployedStacks;
import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Change;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** PU-003. */
class InflateNotRevertedTest {
    private final InflateNotReverted rule = new InflateNotReverted();
    private final ResourceFixture orders = namespace("orders").capacity(2).inflateTo(6);

    @Test
    void aDeclarationBelowTheDeployedUnitsIsReported() {
        assertThat(withDeployed(3))
                .isEqualTo(Verdict.violation("sku.capacity", "2 units declared, 3 deployed", "at least 3 units")
                        .withChanges(new Change(orders.urn(), "sku.capacity", IntNode.valueOf(3))));
    }

    @Test
    void exactlyTheDeployedUnitsPass() {
        assertThat(withDeployed(2)).isEqualTo(Verdict.pass());
    }

    @Test
    void anAbsentDeclarationIsOneUnit() {
        orders.without("sku.capacity");

        assertThat(withDeployed(2))
                .isEqualTo(Verdict.violation("sku.capacity", "1 unit declared, 2 deployed", "at least 2 units")
                        .withChanges(new Change(orders.urn(), "sku.capacity", IntNode.valueOf(2))));
    }

    @Test
    void withoutTheDeployedStateItIsUnknown() {
        assertThat(Verdicts.of(rule, orders))
                .isEqualTo(unknown(orders, "sku.capacity", "the deployed number of units is not at hand"));
    }

    @Test
    void whatIsNotDeployedYetHasNothingToRevert() {
        var elsewhere = DeployedStacks.withUnits(namespace("payments").urn(), 9);

        assertThat(Verdicts.of(rule, context -> context.with(elsewhere), orders))
                .isEqualTo(Verdict.notApplicable("it is not deployed yet"));
    }

    @Test
    void aStateThatDoesNotSayTheUnitsIsUnknown() {
        var silent = DeployedStacks.keptSafe(namespace("orders").without("sku"));

        assertThat(Verdicts.of(rule, context -> context.with(silent), orders))
                .isEqualTo(unknown(orders, "sku.capacity", "the deployed state does not say how many units there are"));
    }

    @Test
    void ignoringChangesIsNoCure() {
        orders.ignoringChanges("sku.capacity");

        assertThat(withDeployed(3)).isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void aCapacityKnownAfterDeploymentIsUnknown() {
        orders.unknown("sku.capacity");

        assertThat(withDeployed(3)).isEqualTo(unknown(orders, "sku.capacity", "known only after deployment"));
    }

    @Test
    void withoutAutoInflateThereIsNothingToRevert() {
        assertThat(Verdicts.of(rule, namespace("orders"))).isEqualTo(Verdict.notApplicable("auto-inflate is off"));
    }

    private Verdict withDeployed(int units) {
        var deployed = DeployedStacks.withUnits(orders.urn(), units);
        return Verdicts.of(rule, context -> context.with(deployed), orders);
    }
}
