package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pods on nodes, and who reads what: the loss model, sections 6.2 and 6.3, step by step. */
final class PodsAndOwnersTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    @Test
    void aPodWithASlotIsReadyAfterItsStart() {
        var fleet = new PodFleet(1, PodStart.after(30));

        fleet.scaleTo(3, 100);

        assertThat(fleet.replicas()).isEqualTo(3);
        assertThat(fleet.readyBy(129.9)).isEqualTo(1);
        assertThat(fleet.nextReadyAfter(100)).isEqualTo(130);
        assertThat(fleet.readyBy(130)).isEqualTo(3);
        assertThat(fleet.nextReadyAfter(130)).isInfinite();
        assertThat(fleet.readyIds(130)).containsExactly(0, 1, 2);
    }

    @Test
    void theFirstPodWithoutASlotAsksForANodeAndTheNodeBringsSeveral() {
        var fleet = new PodFleet(1, new PodStart(30, 1, 2, 180, 10));

        fleet.scaleTo(5, 100);

        // One slot is free; a node after 10 + 180 s brings two, a further one two more at the same time.
        assertThat(fleet.readyBy(130)).isEqualTo(2);
        assertThat(fleet.readyBy(100 + 190 + 29.9)).isEqualTo(2);
        assertThat(fleet.readyBy(100 + 190 + 30)).isEqualTo(5);
    }

    @Test
    void theSlotsOfRemovedPodsAreUsedAgain() {
        var fleet = new PodFleet(2, new PodStart(30, 0, 1, 180, 10));

        fleet.scaleTo(1, 50);
        fleet.scaleTo(2, 60);

        assertThat(fleet.readyBy(90)).isEqualTo(2);
        assertThat(fleet.readyIds(90)).containsExactly(0, 2);
    }

    @Test
    void aSlotThatIsStillComingIsNotReadyEarlierBecauseItsPodWent() {
        var fleet = new PodFleet(1, new PodStart(30, 0, 1, 180, 10));
        fleet.scaleTo(2, 0);

        fleet.scaleTo(1, 20);
        fleet.scaleTo(2, 40);

        assertThat(fleet.nextReadyAfter(40)).isEqualTo(190 + 30);
    }

    @Test
    void partitionsBeginRoundRobin() {
        var ownership = new Ownership(5, new int[] {7, 9}, Consumers.Balancing.STANDARD);

        assertThat(owners(ownership)).containsExactly(7, 9, 7, 9, 7);
        assertThat(ownership.isBalanced(new int[] {7, 9})).isTrue();
        assertThat(ownership.nextReadAfter(0)).isInfinite();
        assertThat(ownership.partitions()).isEqualTo(5);
    }

    @Test
    void aNewPodStealsTheHighestPartitionOfTheRichestOneEachCycle() {
        var ownership = new Ownership(5, new int[] {0}, new Consumers.Balancing(Consumers.Strategy.BALANCED, 10, 2));
        var handovers = new ArrayList<Integer>();
        int[] pods = {0, 1};

        assertThat(ownership.isBalanced(pods)).isFalse();
        ownership.rebalance(10, pods, handovers::add);

        assertThat(owners(ownership)).containsExactly(0, 0, 0, 0, 1);
        assertThat(ownership.isRead(4, 11.9)).isFalse();
        assertThat(ownership.nextReadAfter(10)).isEqualTo(12);
        assertThat(ownership.isRead(4, 12)).isTrue();

        ownership.rebalance(20, pods, handovers::add);
        ownership.rebalance(30, pods, handovers::add);

        assertThat(owners(ownership)).containsExactly(0, 0, 0, 1, 1);
        assertThat(handovers).containsExactly(4, 3);
        assertThat(ownership.isBalanced(pods)).isTrue();
    }

    @Test
    void theGreedyOneTakesAllItIsEntitledToAtOnce() {
        var ownership = new Ownership(6, new int[] {0}, new Consumers.Balancing(Consumers.Strategy.GREEDY, 10, 2));
        var handovers = new ArrayList<Integer>();

        ownership.rebalance(10, new int[] {0, 1, 2}, handovers::add);

        assertThat(owners(ownership)).containsExactly(0, 0, 2, 1, 2, 1);
        assertThat(handovers).containsExactly(5, 4, 3, 2);
    }

    @Test
    void partitionsOfAPodThatWentAreClaimedByThePoorestFirst() {
        var ownership = new Ownership(5, new int[] {0, 1, 2}, Consumers.Balancing.STANDARD);
        var gone = new ArrayList<Integer>();
        var handovers = new ArrayList<Integer>();

        ownership.keepOnly(new int[] {1, 2}, gone::add);

        assertThat(gone).containsExactly(0, 3);
        assertThat(ownership.isRead(0, 99)).isFalse();
        assertThat(ownership.isBalanced(new int[] {1, 2})).isFalse();

        ownership.rebalance(20, new int[] {1, 2}, handovers::add);

        // Pod 1 held 1 and 4, pod 2 only 2: pod 1 is not the poorest, pod 2 claims partition 0.
        assertThat(owners(ownership)).containsExactly(2, 1, 2, -1, 1);
        assertThat(handovers).isEmpty();

        ownership.rebalance(30, new int[] {1, 2}, handovers::add);

        assertThat(owners(ownership)).containsExactly(2, 1, 2, 1, 1);
    }

    /** Pods 1 and 2 hold three each, and 0, 3 and 6 are free. */
    @Test
    void theGreedyOnesTakeWhatIsFreeInTurn() {
        var ownership =
                new Ownership(9, new int[] {0, 1, 2}, new Consumers.Balancing(Consumers.Strategy.GREEDY, 10, 2));
        ownership.keepOnly(new int[] {1, 2}, partition -> {});

        ownership.rebalance(10, new int[] {1, 2}, partition -> {});

        assertThat(owners(ownership)).containsExactly(1, 1, 2, 2, 1, 2, 1, 1, 2);
    }

    @Test
    void ofTwoEquallyRichPodsTheFirstOneGives() {
        var ownership = new Ownership(6, new int[] {0, 1}, Consumers.Balancing.STANDARD);

        ownership.rebalance(10, new int[] {0, 1, 2}, partition -> {});

        assertThat(owners(ownership)).containsExactly(0, 1, 0, 1, 2, 1);
    }

    @Test
    void theSamePodsMayBeginInAnotherNumber() {
        var cpu = Scaling.CpuAutoscaling.of(2, 5, 70);
        var lag = new Scaling.LagAutoscaling(0, 5, 64, 0.1, Behavior.documented());

        assertThat(new Scaling.Fixed(3).from(4)).isEqualTo(new Scaling.Fixed(4));
        assertThat(cpu.from(4)).isEqualTo(Scaling.CpuAutoscaling.of(4, 5, 70));
        assertThat(cpu.from(7)).isEqualTo(Scaling.CpuAutoscaling.of(7, 7, 70));
        assertThat(lag.from(7)).isEqualTo(new Scaling.LagAutoscaling(7, 7, 64, 0.1, Behavior.documented()));
        assertThat(new Scaling.Fixed(3).mostReplicas()).isEqualTo(3);
        assertThat(cpu.mostReplicas()).isEqualTo(5);
    }

    @Test
    void nobodyReadsWithoutPods() {
        var ownership = new Ownership(2, new int[0], Consumers.Balancing.STANDARD);

        assertThat(owners(ownership)).containsExactly(-1, -1);
        assertThat(ownership.isBalanced(new int[0])).isTrue();
        assertThat(ownership.isRead(0, 10)).isFalse();
    }

    @Test
    void whatIsSharedFillsTheSmallestDemandFirst() {
        assertThat(WeightedShares.of(900, new double[] {100, ENDLESS, ENDLESS}, new double[] {1, 1, 3}))
                .containsExactly(100, 200, 600);
        assertThat(WeightedShares.of(900, new double[] {100, 200, 300}, new double[] {1, 1, 1}))
                .containsExactly(100, 200, 300);
        assertThat(WeightedShares.of(300, new double[] {100, 200, 300}, new double[] {1, 1, 1}))
                .containsExactly(100, 100, 100);
        assertThat(WeightedShares.of(0, new double[] {0, ENDLESS}, new double[] {0, 1}))
                .containsExactly(0, 0);
        assertThat(WeightedShares.of(50, new double[] {80}, new double[] {1})).containsExactly(50);
    }

    @Test
    void equalTakersRiseToOneLevel() {
        assertThat(WeightedShares.evenLevel(1_000, new double[] {100, 900}, new double[] {4, 2}))
                .isEqualTo(300);
        assertThat(WeightedShares.evenLevel(1_000, new double[] {100, 300}, new double[] {4, 2}))
                .isInfinite();
    }

    private static List<Integer> owners(Ownership ownership) {
        var owners = new ArrayList<Integer>();
        for (int i = 0; i < ownership.partitions(); i++) {
            owners.add(ownership.owner(i));
        }
        return owners;
    }
}
