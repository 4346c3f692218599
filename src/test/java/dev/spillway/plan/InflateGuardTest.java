package dev.spillway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is declared where a namespace has units already; two are planned. */
final class InflateGuardTest {
    private static final String UNITS = "eventHubs.n.throughputUnits";
    private static final String CEILING = "eventHubs.n.maximumThroughputUnits";
    private static final LiveCapacity TWELVE = new LiveCapacity.Units(12, "live");

    @Test
    void whatInflateHasAddedStays() {
        PlannedStack stack = PlannedStack.beside(TWELVE, "");

        assertThat(stack.setting(UNITS)).isEqualTo("12 TU deployed");
        assertThat(stack.reason(UNITS)).isEqualTo("live: 12, above the planned 2; resetInflatedCapacity takes it back");
    }

    @Test
    void givenUnitsTakeNothingBackEither() {
        PlannedStack stack = PlannedStack.beside(TWELVE, "throughputUnits: 3");

        assertThat(stack.setting(UNITS)).isEqualTo("12 TU deployed");
        assertThat(stack.reason(UNITS)).startsWith("live: 12, above the planned 3");
    }

    @Test
    void plannedUnitsAboveTheLiveOnesWin() {
        PlannedStack stack = PlannedStack.beside(TWELVE, "throughputUnits: 16, maximumThroughputUnits: 20");

        assertThat(stack.setting(UNITS)).isEqualTo("16 TU given");
        assertThat(stack.reason(UNITS)).isEqualTo("as written; live: 12");
    }

    @Test
    void exactlyTheLiveUnitsAreNoGrowth() {
        assertThat(PlannedStack.beside(TWELVE, "throughputUnits: 12").setting(UNITS))
                .isEqualTo("12 TU given");
    }

    @Test
    void liveUnitsDoNotRaiseTheDerivedCeiling() {
        // Twice what grew would be grown into and doubled again, up to the tier's limit.
        PlannedStack before = PlannedStack.beside(LiveCapacity.NOT_CREATED, "");
        int planned = before.namespace().maximumThroughputUnits().value();

        PlannedStack grown = PlannedStack.beside(new LiveCapacity.Units(planned, "live"), "");

        assertThat(grown.namespace().maximumThroughputUnits())
                .isEqualTo(before.namespace().maximumThroughputUnits());
    }

    @Test
    void aCeilingBelowTheLiveUnitsIsRaisedToThem() {
        PlannedStack stack = PlannedStack.beside(TWELVE, "throughputUnits: 2, maximumThroughputUnits: 6");

        assertThat(stack.setting(CEILING)).isEqualTo("12 TU deployed");
        assertThat(stack.reason(CEILING))
                .isEqualTo("live: 12, above the ceiling of 6, which Azure would refuse; resetInflatedCapacity takes it"
                        + " back");
    }

    @Test
    void aResetDeclaresWhatIsPlanned() {
        PlannedStack stack = PlannedStack.beside(TWELVE, "maximumThroughputUnits: 6, resetInflatedCapacity: true");

        assertThat(stack.setting(UNITS)).isEqualTo("2 TU derived");
        assertThat(stack.reason(UNITS)).endsWith("; resetInflatedCapacity: whatever is live");
        assertThat(stack.setting(CEILING)).isEqualTo("6 TU given");
    }

    @Test
    void withoutInflateNothingGrewByItself() {
        PlannedStack stack = PlannedStack.beside(TWELVE, "autoInflate: false");

        assertThat(stack.setting(UNITS)).isEqualTo("2 TU derived");
        assertThat(stack.reason(UNITS)).doesNotContain("live");
    }

    @Test
    void whatIsNotReadIsSaid() {
        assertThat(PlannedStack.beside(LiveCapacity.NOBODY_ASKED, "").reason(UNITS))
                .endsWith("a unit; live capacity not read");
        assertThat(PlannedStack.beside(new LiveCapacity.NotRead("Status=403", true), "")
                        .reason(UNITS))
                .endsWith("a unit; live capacity not read: Status=403");
        assertThat(PlannedStack.beside(LiveCapacity.NOT_CREATED, "").reason(UNITS))
                .endsWith("a unit; not created yet");
    }

    @Test
    void theForecastStartsWithTheUnitsThatAreThere() {
        PlannedStack stack = PlannedStack.beside(TWELVE, "");

        assertThat(PlannedFigures.admission(stack.namespace()).orElseThrow().throughputUnits())
                .isEqualTo(12);
    }
}
