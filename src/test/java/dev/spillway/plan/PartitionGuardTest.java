package dev.spillway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.facts.Tier;
import dev.spillway.model.HubOptions;
import dev.spillway.model.HubSpec;
import dev.spillway.model.Ordering;
import dev.spillway.model.PartitionGrowth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the partitions of a hub that has eight already. */
final class PartitionGuardTest {
    private static final LivePartitions EIGHT = new LivePartitions.Count(8, "live");
    private static final String DRAINED = "billing at lag 0, 21:14, A. Meier";

    @ParameterizedTest
    @EnumSource(Tier.class)
    void fewerAreRefusedOnEveryTierWithTheNumberToWrite(Tier tier) {
        assertThat(change(hub(4), tier, Planned.given(4), EIGHT))
                .isEqualTo(new PartitionChange.Refused(
                        "4 where the hub has 8 (live): partitions are never taken away," + " write partitionCount: 8"));
    }

    @ParameterizedTest
    @EnumSource(names = {"BASIC", "STANDARD"})
    void moreAreRefusedWhereTheyAreForLife(Tier tier) {
        assertThat(change(hub(16), tier, Planned.given(16), EIGHT))
                .isEqualTo(new PartitionChange.Refused("16 where the hub has 8 (live): on " + tier.azureName()
                        + " partitions are for life, write partitionCount: 8, or declare another hub with 16 and move"
                        + " senders and readers to it"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PREMIUM", "DEDICATED"})
    void moreAreAllowedWhereTheyGrowAndNobodyReliesOnKeys(Tier tier) {
        assertThat(change(hub(16), tier, Planned.given(16), EIGHT))
                .isInstanceOfSatisfying(PartitionChange.Grows.class, grows -> {
                    assertThat(grows.from()).isEqualTo(8);
                    assertThat(grows.to()).isEqualTo(16);
                    assertThat(grows.runbook().title()).isEqualTo("Partitions of orders/audit: 8 to 16");
                });
        assertThat(change(hub(16, Ordering.NONE, Optional.empty()), tier, Planned.given(16), EIGHT))
                .isInstanceOf(PartitionChange.Grows.class);
    }

    @Test
    void orderedKeysAreNotMovedUntilTheHubIsConfirmedToBeEmpty() {
        assertThat(change(hub(16, Ordering.PER_KEY, Optional.empty()), Tier.PREMIUM, Planned.given(16), EIGHT))
                .isEqualTo(
                        new PartitionChange.Refused("16 where the hub has 8 (live) and ordering is perKey: keys would"
                                + " move and be read out of order; stop the senders, let the readers finish, and write"
                                + " partitionGrowth: { to: 16, drained: \"who saw the lag at 0, and when\" }, or write"
                                + " partitionCount: 8"));
    }

    @ParameterizedTest
    @CsvSource({"16, true", "12, false", "17, false"})
    void aConfirmationCountsForItsOwnGrowthAlone(int to, boolean allowed) {
        HubSpec hub = hub(16, Ordering.PER_KEY, Optional.of(new PartitionGrowth(to, DRAINED)));

        assertThat(change(hub, Tier.DEDICATED, Planned.given(16), EIGHT) instanceof PartitionChange.Grows)
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void theSameCountIsNoChange(Tier tier) {
        assertThat(change(hub(8), tier, Planned.given(8), EIGHT)).isEqualTo(PartitionChange.NONE);
        assertThat(guard(hub(8), tier, EIGHT).count(Planned.given(8))).isEqualTo(Planned.given(8));
    }

    @Test
    void aDerivedCountAdoptsWhatSomebodyElseHasAdded() {
        Planned<Integer> planned = Planned.derived(4, "for the load");

        assertThat(guard(derived(), Tier.PREMIUM, EIGHT).count(planned))
                .isEqualTo(new Planned<>(
                        8, Source.DEPLOYED, "live: 8, kept: partitions are never taken away; planned 4: for the load"));
        assertThat(change(derived(), Tier.PREMIUM, planned, EIGHT)).isEqualTo(PartitionChange.NONE);
    }

    @Test
    void aDerivedCountThatGrowsWithTheLoadLeavesTheHubAsItIs() {
        Planned<Integer> planned = Planned.derived(12, "for the load");

        assertThat(guard(derived(), Tier.STANDARD, EIGHT).count(planned))
                .isEqualTo(new Planned<>(
                        8, Source.DEPLOYED, "live: 8, kept: on Standard they are for life; wanted 12: for the load"));
        assertThat(guard(derived(), Tier.PREMIUM, EIGHT).count(planned))
                .isEqualTo(new Planned<>(
                        8,
                        Source.DEPLOYED,
                        "live: 8, kept: write partitionCount: 12 to grow; wanted 12: for the load"));
        assertThat(change(derived(), Tier.PREMIUM, planned, EIGHT)).isEqualTo(PartitionChange.NONE);
    }

    @Test
    void aHubThatIsNotThereGetsWhatWasPlanned() {
        assertThat(guard(hub(4), Tier.STANDARD, LivePartitions.NOT_CREATED).count(Planned.given(4)))
                .isEqualTo(Planned.given(4));
        assertThat(change(hub(4), Tier.STANDARD, Planned.given(4), LivePartitions.NOT_CREATED))
                .isEqualTo(PartitionChange.NONE);
        assertThat(change(hub(4), Tier.STANDARD, Planned.given(4), LivePartitions.NOBODY_ASKED))
                .isEqualTo(PartitionChange.NONE);
    }

    @Test
    void aFailedQuestionIsSaidAndDecidesNothing() {
        LivePartitions failed = new LivePartitions.NotRead("Status=403", true);

        assertThat(guard(hub(4), Tier.STANDARD, failed).count(Planned.given(4)).reason())
                .isEqualTo("as written; live partitions not read: Status=403");
        assertThat(change(hub(4), Tier.STANDARD, Planned.given(4), failed)).isEqualTo(PartitionChange.NONE);
    }

    private static PartitionChange change(HubSpec hub, Tier tier, Planned<Integer> planned, LivePartitions live) {
        return guard(hub, tier, live).change(planned, new GrowthRunbook("rg", "orders", hub, List.of()));
    }

    private static PartitionGuard guard(HubSpec hub, Tier tier, LivePartitions live) {
        return new PartitionGuard(hub, tier, live);
    }

    private static HubSpec hub(int partitions) {
        return hub(OptionalInt.of(partitions), Optional.empty(), Optional.empty());
    }

    private static HubSpec hub(int partitions, Ordering ordering, Optional<PartitionGrowth> growth) {
        return hub(OptionalInt.of(partitions), Optional.of(ordering), growth);
    }

    private static HubSpec derived() {
        return hub(OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    private static HubSpec hub(OptionalInt partitions, Optional<Ordering> ordering, Optional<PartitionGrowth> growth) {
        return new HubSpec(
                "audit",
                Optional.empty(),
                partitions,
                Optional.empty(),
                List.of(),
                HubOptions.NONE,
                ordering,
                growth,
                Optional.empty());
    }
}
