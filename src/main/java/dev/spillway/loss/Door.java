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

    Door(List<SenderLane> lanes, List<PartitionKind> kinds, double partitionEventsPerSecond, double[] laneWeights) {
        this.lanes = lanes;
        this.kinds = kinds;
        this.partitionEventsPerSecond = partitionEventsPerSecond;
        this.laneWeights = laneWeights;
        this.weights = new double[lanes.size() * kinds.size()];
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (int lane = 0; lane < lanes.size(); lane++) {
                weights[place(kind, lane)] = laneWeights[lane] * kinds.get(kind).trafficShare();
            }
        }
    }

    /** Fixes the rates of all rooms, and answers whether the namespace refuses what every partition would take. */
    boolean settle(double nowSeconds, double namespaceEventsPerSecond) {
        double[] wanted = wanted();
        double[] shares = WeightedShares.of(namespaceEventsPerSecond, wanted, weights);
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

    /** What is accepted each second for that kind of partitions. */
    double acceptedPerSecond(int kind) {
        double accepted = 0;
        for (SenderLane lane : lanes) {
            accepted += lane.acceptedPerSecond(kind);
        }
        return accepted;
    }

    /** What the partitions would take if the namespace had no limit. */
    private double[] wanted() {
        double[] wanted = new double[weights.length];
        for (int kind = 0; kind < kinds.size(); kind++) {
            double[] demands = new double[lanes.size()];
            for (int lane = 0; lane < demands.length; lane++) {
                demands[lane] = lanes.get(lane).demand(kind);
            }
            double limit = kinds.get(kind).count() * partitionEventsPerSecond;
            double[] taken = Double.isInfinite(limit) ? demands : WeightedShares.of(limit, demands, laneWeights);
            System.arraycopy(taken, 0, wanted, place(kind, 0), taken.length);
        }
        return wanted;
    }

    private int place(int kind, int lane) {
        return kind * lanes.size() + lane;
    }
}
