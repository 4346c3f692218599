package dev.spillway.loss;

import java.util.List;

/** Shares what the namespace lets in over its senders and partitions, in proportion to their traffic. */
final class Door {
    private static final double ROUNDING = 1e-12;

    private final List<SenderLane> lanes;
    private final List<PartitionKind> kinds;
    private final double partitionEventsPerSecond;
    private final double[] laneWeights;
    private final double[] weights;
    private final double[] wanted;
    private final double[] shares;
    private final double[] freshShares;
    private final double[] demands;
    private final double[] taken;
    private double excessPerSecond;

    Door(List<SenderLane> lanes, List<PartitionKind> kinds, double partitionEventsPerSecond, double[] laneWeights) {
        this.lanes = lanes;
        this.kinds = kinds;
        this.partitionEventsPerSecond = partitionEventsPerSecond;
        this.laneWeights = laneWeights;
        int places = lanes.size() * kinds.size();
        this.weights = new double[places];
        this.wanted = new double[places];
        this.shares = new double[places];
        this.freshShares = new double[places];
        this.demands = new double[lanes.size()];
        this.taken = new double[lanes.size()];
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (int lane = 0; lane < lanes.size(); lane++) {
                weights[place(kind, lane)] = laneWeights[lane] * kinds.get(kind).trafficShare();
            }
        }
    }

    /** Fixes the rates of all rooms, and answers whether the namespace refuses what every partition would take. */
    boolean settle(double nowSeconds, double namespaceEventsPerSecond) {
        settleExcess(namespaceEventsPerSecond);
        share(SenderLane::demand, namespaceEventsPerSecond, shares);
        boolean namespaceBinds = false;
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (int lane = 0; lane < lanes.size(); lane++) {
                int place = place(kind, lane);
                lanes.get(lane).settleRoom(nowSeconds, kind, shares[place], namespaceEventsPerSecond);
                namespaceBinds |= shares[place] < wanted[place] * (1 - ROUNDING);
            }
        }
        return namespaceBinds;
    }

    /** What arrives each second beyond what would be let in if nobody waited: without any retry all of it is lost. */
    double excessPerSecond() {
        return excessPerSecond;
    }

    private void settleExcess(double namespaceEventsPerSecond) {
        share(SenderLane::arrivingPerSecond, namespaceEventsPerSecond, freshShares);
        excessPerSecond = 0;
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (int lane = 0; lane < lanes.size(); lane++) {
                excessPerSecond += lanes.get(lane).arrivingPerSecond(kind) - freshShares[place(kind, lane)];
            }
        }
    }

    /** What is accepted each second for that kind of partitions. */
    double acceptedPerSecond(int kind) {
        double accepted = 0;
        for (SenderLane lane : lanes) {
            accepted += lane.acceptedPerSecond(kind);
        }
        return accepted;
    }

    /** Shares the capacity over what the partitions would take of each demand if the namespace had no limit. */
    private void share(Demand demand, double namespaceEventsPerSecond, double[] into) {
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (int lane = 0; lane < demands.length; lane++) {
                demands[lane] = demand.of(lanes.get(lane), kind);
            }
            WeightedShares.share(kinds.get(kind).count() * partitionEventsPerSecond, demands, laneWeights, taken);
            System.arraycopy(taken, 0, wanted, place(kind, 0), taken.length);
        }
        WeightedShares.share(namespaceEventsPerSecond, wanted, weights, into);
    }

    private int place(int kind, int lane) {
        return kind * lanes.size() + lane;
    }

    /** What a sender asks for at the partitions of one kind. */
    @FunctionalInterface
    private interface Demand {
        double of(SenderLane lane, int kind);
    }
}
