package dev.spillway.rules.regions;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DR-009. */
class GeoReplicationLagTest {
    private static final String LAG = "geoDataReplication.maxReplicationLagDurationInSeconds";

    private final GeoReplicationLag rule = new GeoReplicationLag();
    private final ResourceFixture orders = namespace("orders");

    @Test
    void aLongLagIsReportedWithWhatItIsWorth() {
        ResourceFixture api = deployment("api").sendsTo("orders/orders").fact("max-events-per-second", "10");

        assertThat(Verdicts.of(rule, orders.with(LAG, 301), api))
                .isEqualTo(Verdict.violation(LAG, "301 s", "300 s or less")
                        .withChanges(orders.cure(LAG, 300))
                        .withNote("Producers of the stack send up to 3,010 events in 301 s"));
    }

    @Test
    void exactlyTheAcceptedLagPasses() {
        assertThat(Verdicts.of(rule, orders.with(LAG, 300))).isEqualTo(Verdict.pass());
    }

    @Test
    void synchronousCopiesNeedAnAcceptance() {
        orders.with(LAG, 0);

        assertThat(Verdicts.of(rule, orders))
                .isEqualTo(Verdict.violation(
                                LAG, "0, so that a failed secondary stops every send", "300 s, or an acceptance")
                        .withChanges(orders.cure(LAG, 300)));
        assertThat(Verdicts.of(rule, context -> context.with(GeoReplicationLag.SYNCHRONOUS, true), orders))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void theAcceptedLagCanBeMoved() {
        assertThat(Verdicts.of(rule, context -> context.with(GeoReplicationLag.ACCEPTED, 600), orders.with(LAG, 600)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void aLagThatIsNotGivenIsUnknown() {
        assertThat(Verdicts.of(rule, orders.with("geoDataReplication.locations", List.of())))
                .isEqualTo(unknown(orders, LAG, "not given"));
    }
}
