package dev.spillway.rules.eventhubs;

import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Change;
import dev.spillway.rule.Verdict;
import dev.spillway.view.NamespaceView;
import org.junit.jupiter.api.Test;

/** EH-006. */
class ZoneRedundancyTest {
    private final ZoneRedundancy rule = new ZoneRedundancy();
    private final ResourceFixture orders = namespace("orders").with("location", "westeurope");

    @Test
    void anExplicitFalseIsReported() {
        assertThat(Verdicts.of(rule, orders.with("zoneRedundant", false))).isEqualTo(notRedundant("false"));
    }

    @Test
    void aRegionWithoutZonesIsReportedWhateverTheFlagSays() {
        assertThat(Verdicts.of(rule, orders.with("location", "West US").with("zoneRedundant", true)))
                .isEqualTo(Verdict.violation("location", "westus, a region without zones", "a region with zones"));
    }

    @Test
    void anExplicitTruePasses() {
        assertThat(Verdicts.of(rule, orders.with("zoneRedundant", true))).isEqualTo(Verdict.pass());
    }

    @Test
    void anExplicitTruePassesInARegionThatIsNotKnown() {
        assertThat(Verdicts.of(rule, orders.unknown("location").with("zoneRedundant", true)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void absencePassesWithANoteWhereTheRegionHasZones() {
        assertThat(Verdicts.of(rule, orders))
                .isEqualTo(Verdict.pass(
                        "zoneRedundant is not given; Azure spreads new namespaces over the zones of westeurope"));
    }

    @Test
    void absenceIsUnknownWhereTheRegionIs() {
        assertThat(Verdicts.of(rule, orders.unknown("location")))
                .isEqualTo(unknown(orders, "location", "known only after deployment"));
    }

    @Test
    void aRegionThatTheTableDoesNotHaveIsUnknown() {
        assertThat(Verdicts.of(rule, orders.with("location", "moonbase")))
                .isEqualTo(unknown(orders, "location", "met \"moonbase\", which our table of regions does not have"));
    }

    @Test
    void aFlagKnownAfterDeploymentIsUnknown() {
        assertThat(Verdicts.of(rule, orders.unknown("zoneRedundant")))
                .isEqualTo(unknown(orders, "zoneRedundant", "known only after deployment"));
    }

    @Test
    void theFlagCanBeAskedFor() {
        assertThat(Verdicts.of(rule, context -> context.with(ZoneRedundancy.EXPLICIT, true), orders))
                .isEqualTo(notRedundant("not given"));
    }

    private Verdict notRedundant(String seen) {
        return Verdict.violation("zoneRedundant", seen, "true")
                .withChanges(Change.set(new NamespaceView(orders.view()), "zoneRedundant", true));
    }
}
