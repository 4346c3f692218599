package dev.spillway.loss;

import java.util.PriorityQueue;

/** Places for pods on nodes, by the moment each can be used; a pod that finds none asks for a further node. */
final class NodeSlots {
    private final PodStart start;
    private final PriorityQueue<Double> freeFromSeconds = new PriorityQueue<>();
    private double freeAtOnce;

    NodeSlots(PodStart start) {
        this.start = start;
        this.freeAtOnce = start.freePodSlots();
    }

    /** Takes the slot that can be used first, and answers from when on. */
    double take(double nowSeconds) {
        if (freeAtOnce >= 1) {
            freeAtOnce--;
            return 0;
        }
        if (freeFromSeconds.isEmpty()) {
            double arrives = nowSeconds + start.nodeSeconds();
            for (int i = 0; i < start.podsPerNode(); i++) {
                freeFromSeconds.add(arrives);
            }
        }
        return freeFromSeconds.remove();
    }

    void give(double fromSeconds) {
        if (start.mayNeedNodes()) {
            freeFromSeconds.add(fromSeconds);
        }
    }
}
