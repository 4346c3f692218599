package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;

/** The pods of a sender, oldest first, by the moment each is or will be ready. */
final class PodFleet {
    private final double podStartSeconds;
    private final List<Double> readyAtSeconds = new ArrayList<>();

    PodFleet(int replicas, double podStartSeconds) {
        this.podStartSeconds = podStartSeconds;
        for (int i = 0; i < replicas; i++) {
            readyAtSeconds.add(0.0);
        }
    }

    int replicas() {
        return readyAtSeconds.size();
    }

    /** Pods that are ready at that moment. */
    int readyBy(double seconds) {
        int ready = 0;
        for (double readyAt : readyAtSeconds) {
            if (readyAt <= seconds + Simulation.INSTANT_SECONDS) {
                ready++;
            }
        }
        return ready;
    }

    double nextReadyAfter(double nowSeconds) {
        double next = Double.POSITIVE_INFINITY;
        for (double readyAt : readyAtSeconds) {
            if (readyAt > nowSeconds + Simulation.INSTANT_SECONDS) {
                next = Math.min(next, readyAt);
            }
        }
        return next;
    }

    /** New pods start now; surplus pods go, the newest first. */
    void scaleTo(int replicas, double nowSeconds) {
        while (replicas() < replicas) {
            readyAtSeconds.add(nowSeconds + podStartSeconds);
        }
        while (replicas() > replicas) {
            readyAtSeconds.remove(replicas() - 1);
        }
    }
}
