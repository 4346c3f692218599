package dev.spillway.loss;

import java.util.ArrayDeque;

/** The wishes of the last minutes, from which the stabilisation windows choose the most careful one. */
final class WishHistory {
    private final double upWindowSeconds;
    private final double downWindowSeconds;
    private final ArrayDeque<Wish> wishes = new ArrayDeque<>();

    WishHistory(Behavior behavior) {
        this.upWindowSeconds = behavior.scaleUp().stabilizationWindowSeconds();
        this.downWindowSeconds = behavior.scaleDown().stabilizationWindowSeconds();
    }

    void note(double nowSeconds, int replicas) {
        wishes.addLast(new Wish(nowSeconds, replicas));
        double oldest = nowSeconds - Math.max(upWindowSeconds, downWindowSeconds);
        while (wishes.size() > 1 && wishes.getFirst().atSeconds <= oldest + Simulation.INSTANT_SECONDS) {
            wishes.removeFirst();
        }
    }

    /** The replicas nearest to the current ones that the wishes inside both windows allow. */
    int stabilized(double nowSeconds, int current) {
        int floor = wishes.getLast().replicas;
        int ceiling = floor;
        for (Wish wish : wishes) {
            if (wish.isYoungerThan(upWindowSeconds, nowSeconds)) {
                floor = Math.min(floor, wish.replicas);
            }
            if (wish.isYoungerThan(downWindowSeconds, nowSeconds)) {
                ceiling = Math.max(ceiling, wish.replicas);
            }
        }
        return Math.min(Math.max(current, floor), ceiling);
    }

    /** Every wish that still counts is the same. */
    boolean isUnanimous() {
        int last = wishes.getLast().replicas;
        for (Wish wish : wishes) {
            if (wish.replicas != last) {
                return false;
            }
        }
        return true;
    }

    /** The last wish was repeated at every sync until then, which was not worth computing. */
    void repeatLastAt(double seconds) {
        if (seconds > wishes.getLast().atSeconds) {
            note(seconds, wishes.getLast().replicas);
        }
    }

    private record Wish(double atSeconds, int replicas) {
        boolean isYoungerThan(double windowSeconds, double nowSeconds) {
            return atSeconds > nowSeconds - windowSeconds + Simulation.INSTANT_SECONDS;
        }
    }
}
