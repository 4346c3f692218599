package dev.spillway.loss;

import java.util.Arrays;

/**
 * Sorts partitions by what they went through and by what stands beside them in their pod: two partitions of one history, read
 * by pods that read the same, will go through the same from now on. Written with arrays, since it runs at every hand-over.
 */
final class LogSorting {
    private static final int UNREAD = -1;

    private final int[] histories;
    private final int[] podOf;
    private final int[] groupOf;
    private int pods;
    private int[] podKinds = {};
    private int kindsOfPods;
    private int groups;

    /**
     * Sorts.
     *
     * @param histories the same number for partitions that went through the same; zero or more
     * @param readers the pod that reads each; -1 where none does
     */
    LogSorting(int[] histories, int[] readers) {
        this.histories = histories;
        this.podOf = new int[histories.length];
        this.groupOf = new int[histories.length];
        numberPods(readers);
        sortPods();
        sortPartitions();
    }

    int groups() {
        return groups;
    }

    int groupOf(int partition) {
        return groupOf[partition];
    }

    /** What the pods of each kind read. */
    PodLoad[] podLoads(LogGroup[] found) {
        int[] example = new int[kindsOfPods];
        for (int pod = pods - 1; pod >= 0; pod--) {
            example[podKinds[pod]] = pod;
        }
        PodLoad[] loads = new PodLoad[kindsOfPods];
        for (int kind = 0; kind < kindsOfPods; kind++) {
            loads[kind] = podLoad(found, example[kind]);
        }
        return loads;
    }

    private PodLoad podLoad(LogGroup[] found, int pod) {
        int[] counts = new int[found.length];
        for (int i = 0; i < groupOf.length; i++) {
            if (podOf[i] == pod) {
                counts[groupOf[i]]++;
            }
        }
        return PodLoad.of(found, counts);
    }

    private void numberPods(int[] readers) {
        int[] known = new int[readers.length];
        for (int i = 0; i < readers.length; i++) {
            int pod = readers[i] == UNREAD ? UNREAD : 0;
            while (pod >= 0 && pod < pods && known[pod] != readers[i]) {
                pod++;
            }
            if (pod == pods) {
                known[pods++] = readers[i];
            }
            podOf[i] = pod;
        }
    }

    /** Gives the same number to pods that read the same. */
    private void sortPods() {
        int[][] read = historiesRead();
        podKinds = new int[pods];
        for (int pod = 0; pod < pods; pod++) {
            podKinds[pod] = kindsOfPods;
            for (int other = 0; other < pod && podKinds[pod] == kindsOfPods; other++) {
                podKinds[pod] = Arrays.equals(read[other], read[pod]) ? podKinds[other] : kindsOfPods;
            }
            kindsOfPods = Math.max(kindsOfPods, podKinds[pod] + 1);
        }
    }

    /** The histories of what each pod reads, in order. */
    private int[][] historiesRead() {
        int[] counts = new int[pods];
        for (int pod : podOf) {
            if (pod != UNREAD) {
                counts[pod]++;
            }
        }
        int[][] read = new int[pods][];
        for (int pod = 0; pod < pods; pod++) {
            read[pod] = new int[counts[pod]];
        }
        for (int i = 0; i < podOf.length; i++) {
            if (podOf[i] != UNREAD) {
                read[podOf[i]][--counts[podOf[i]]] = histories[i];
            }
        }
        for (int[] some : read) {
            Arrays.sort(some);
        }
        return read;
    }

    private void sortPartitions() {
        int most = 0;
        for (int history : histories) {
            most = Math.max(most, history);
        }
        int[] numbers = new int[(most + 1) * (kindsOfPods + 1)];
        for (int i = 0; i < histories.length; i++) {
            int podKind = podOf[i] == UNREAD ? kindsOfPods : podKinds[podOf[i]];
            int place = histories[i] * (kindsOfPods + 1) + podKind;
            if (numbers[place] == 0) {
                numbers[place] = ++groups;
            }
            groupOf[i] = numbers[place] - 1;
        }
    }
}
