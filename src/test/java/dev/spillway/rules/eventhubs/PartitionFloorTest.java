package dev.spillway.rules.eventhubs;

import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Change;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Fact;
import dev.spillway.view.HubView;
import org.junit.jupiter.api.Test;

/** EH-008. */
class PartitionFloorTest {
    private final PartitionFloor rule = new PartitionFloor();
    private final ResourceFixture hub = hub("orders/orders");

    @Test
    void oneBelowTheFloorIsReported() {
        assertThat(Verdicts.of(rule, hub.partitions(3))).isEqualTo(tooFew("3 partitions", 4));
    }

    @Test
    void exactlyTheFloorPasses() {
        assertThat(Verdicts.of(rule, hub.partitions(4))).isEqualTo(Verdict.pass());
    }

    @Test
    void anAbsentCountIsUnknown() {
        assertThat(Verdicts.of(rule, hub)).isEqualTo(unknown(hub, "partitionCount", "not given"));
    }

    @Test
    void aCountKnownAfterDeploymentIsUnknown() {
        assertThat(Verdicts.of(rule, hub.unknown("partitionCount")))
                .isEqualTo(unknown(hub, "partitionCount", "known only after deployment"));
    }

    @Test
    void theFloorCanBeMoved() {
        assertThat(Verdicts.of(rule, context -> context.with(PartitionFloor.MINIMUM, 8), hub.partitions(4)))
                .isEqualTo(tooFew("4 partitions", 8));
    }

    private Verdict tooFew(String seen, int wanted) {
        return Verdict.violation("partitionCount", seen, "at least " + wanted + " partitions")
                .withChanges(Change.set(new HubView(hub.view(), Fact.absent("")), "partitionCount", wanted));
    }
}
