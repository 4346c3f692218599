package dev.spillway.loss;

/** Which pod reads which partition, and since when. Pods are known by numbers that are never given twice. */
final class Ownership {
    private static final int NOBODY = -1;

    private final Consumers.Balancing balancing;
    private final int[] owners;
    private final double[] readFromSeconds;

    Ownership(int partitions, int[] pods, Consumers.Balancing balancing) {
        this.balancing = balancing;
        this.owners = new int[partitions];
        this.readFromSeconds = new double[partitions];
        for (int i = 0; i < partitions; i++) {
            owners[i] = pods.length == 0 ? NOBODY : pods[i % pods.length];
        }
    }

    int partitions() {
        return owners.length;
    }

    int owner(int partition) {
        return owners[partition];
    }

    boolean isRead(int partition, double nowSeconds) {
        return owners[partition] != NOBODY && readFromSeconds[partition] <= nowSeconds + Simulation.INSTANT_SECONDS;
    }

    /** When the next claimed partition begins to be read. */
    double nextReadAfter(double nowSeconds) {
        double next = Double.POSITIVE_INFINITY;
        for (double from : readFromSeconds) {
            if (from > nowSeconds + Simulation.INSTANT_SECONDS) {
                next = Math.min(next, from);
            }
        }
        return next;
    }

    /** Takes the partitions from all pods but these. */
    void keepOnly(int[] pods, Handover handover) {
        for (int i = 0; i < owners.length; i++) {
            if (owners[i] != NOBODY && indexOf(pods, owners[i]) < 0) {
                owners[i] = NOBODY;
                handover.of(i);
            }
        }
    }

    /** No pod would claim anything. */
    boolean isBalanced(int[] pods) {
        if (pods.length == 0) {
            return true;
        }
        int all = 0;
        int most = 0;
        int fewest = owners.length;
        for (int held : held(pods)) {
            all += held;
            most = Math.max(most, held);
            fewest = Math.min(fewest, held);
        }
        return all == owners.length && most - fewest < 2;
    }

    /** One look of every pod at who owns what, in the order of the pods. */
    void rebalance(double nowSeconds, int[] pods, Handover handover) {
        int[] held = held(pods);
        boolean claimed;
        do {
            claimed = false;
            for (int pod = 0; pod < pods.length; pod++) {
                claimed |= claims(pod, pods, held, nowSeconds, handover);
            }
        } while (claimed && balancing.strategy() == Consumers.Strategy.GREEDY);
    }

    private boolean claims(int pod, int[] pods, int[] held, double nowSeconds, Handover handover) {
        int free = lowestOf(NOBODY);
        if (free >= 0 && isFewest(held, pod)) {
            give(free, pods[pod], nowSeconds);
            held[pod]++;
            return true;
        }
        int richest = 0;
        for (int other = 1; other < held.length; other++) {
            richest = held[other] > held[richest] ? other : richest;
        }
        if (held[richest] - held[pod] < 2) {
            return false;
        }
        int stolen = highestOf(pods[richest]);
        handover.of(stolen);
        give(stolen, pods[pod], nowSeconds);
        held[richest]--;
        held[pod]++;
        return true;
    }

    private static boolean isFewest(int[] held, int pod) {
        for (int other : held) {
            if (other < held[pod]) {
                return false;
            }
        }
        return true;
    }

    private void give(int partition, int pod, double nowSeconds) {
        owners[partition] = pod;
        readFromSeconds[partition] = nowSeconds + balancing.handoverPauseSeconds();
    }

    private int lowestOf(int owner) {
        for (int i = 0; i < owners.length; i++) {
            if (owners[i] == owner) {
                return i;
            }
        }
        return NOBODY;
    }

    private int highestOf(int owner) {
        int i = owners.length - 1;
        while (owners[i] != owner) {
            i--;
        }
        return i;
    }

    /** How many partitions each of these pods has. */
    private int[] held(int[] pods) {
        int[] held = new int[pods.length];
        for (int owner : owners) {
            int pod = indexOf(pods, owner);
            if (pod >= 0) {
                held[pod]++;
            }
        }
        return held;
    }

    private static int indexOf(int[] pods, int pod) {
        for (int i = 0; i < pods.length; i++) {
            if (pods[i] == pod) {
                return i;
            }
        }
        return NOBODY;
    }

    /** Is told which partition leaves a pod that reads it. */
    @FunctionalInterface
    interface Handover {
        void of(int partition);
    }
}
