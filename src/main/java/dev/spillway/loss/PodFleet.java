package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;

/** The pods of a workload, oldest first, by the moment each is or will be ready. */
final class PodFleet {
    private final NodeSlots slots;
    private final double podStartSeconds;
    private final List<Pod> pods = new ArrayList<>();
    private int nextId;

    PodFleet(int replicas, PodStart start) {
        this.slots = new NodeSlots(start);
        this.podStartSeconds = start.podStartSeconds();
        for (int i = 0; i < replicas; i++) {
            pods.add(new Pod(nextId++, 0, 0));
        }
    }

    int replicas() {
        return pods.size();
    }

    /** Pods that are ready at that moment. */
    int readyBy(double seconds) {
        int ready = 0;
        for (Pod pod : pods) {
            if (pod.isReadyBy(seconds)) {
                ready++;
            }
        }
        return ready;
    }

    /** The numbers of the pods that are ready at that moment, oldest first; no number is given twice. */
    int[] readyIds(double seconds) {
        int[] ids = new int[readyBy(seconds)];
        int found = 0;
        for (Pod pod : pods) {
            if (pod.isReadyBy(seconds)) {
                ids[found++] = pod.id;
            }
        }
        return ids;
    }

    double nextReadyAfter(double nowSeconds) {
        double next = Double.POSITIVE_INFINITY;
        for (Pod pod : pods) {
            if (!pod.isReadyBy(nowSeconds)) {
                next = Math.min(next, pod.readyAtSeconds);
            }
        }
        return next;
    }

    /** New pods start now, on a new node where no slot is free; surplus pods go, the newest first. */
    void scaleTo(int replicas, double nowSeconds) {
        while (replicas() > replicas) {
            slots.give(pods.remove(replicas() - 1).slotAtSeconds);
        }
        while (replicas() < replicas) {
            double slotAt = slots.take(nowSeconds);
            pods.add(new Pod(nextId++, slotAt, Math.max(nowSeconds, slotAt) + podStartSeconds));
        }
    }

    private record Pod(int id, double slotAtSeconds, double readyAtSeconds) {
        boolean isReadyBy(double seconds) {
            return readyAtSeconds <= seconds + Simulation.INSTANT_SECONDS;
        }
    }
}
