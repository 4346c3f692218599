package dev.spillway.harness;

import static dev.spillway.harness.SpillwayRules.harness;
import static dev.spillway.harness.SpillwayRules.secret;
import static dev.spillway.harness.SpillwayRules.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.rule.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoomToInflateTest {
    private final RoomToInflate rule = new RoomToInflate();

    @Test
    void oneUnitIsReported() {
        assertThat(units(1).verdict(rule, "orders")).contains(Verdict.violation("sku.capacity", "1 units", "2 units"));
    }

    @Test
    void twoUnitsPass() {
        assertThat(units(2).verdict(rule, "orders")).contains(Verdict.pass());
    }

    @Test
    void theParameterMovesTheEdge() {
        assertThat(units(2).parameter(RoomToInflate.FEWEST, 3).verdict(rule, "orders"))
                .contains(Verdict.violation("sku.capacity", "2 units", "3 units"));
    }

    @Test
    void whatIsKnownOnlyAfterDeploymentIsUnknown() {
        assertThat(units(unknown()).verdict(rule, "orders").orElseThrow()).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aSecretIsJudgedByWhatIsInside() {
        assertThat(units(secret(2)).verdict(rule, "orders")).contains(Verdict.pass());
    }

    private static RuleHarness units(Object units) {
        return harness()
                .resource("azure-native:eventhub:Namespace", "orders", Map.of("sku", Map.of("capacity", units)));
    }
}
