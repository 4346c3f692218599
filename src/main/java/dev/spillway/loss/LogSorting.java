package dev.spillway.loss;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
     * @param histories the same number for partitions that went through the same
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
    List<PodLoad> podLoads(LogGroup[] found) {
        return IntStream.range(0, kindsOfPods)
                .mapToObj(kind -> podLoad(found, firstOfKind(kind)))
                .toList();
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
        for (int i = 0; i < readers.length; i++) {
            podOf[i] = readers[i] == UNREAD ? UNREAD : pods;
            for (int other = 0; other < i && podOf[i] == pods; other++) {
                podOf[i] = readers[other] == readers[i] ? podOf[other] : pods;
            }
            pods = Math.max(pods, podOf[i] + 1);
        }
    }

    /** Gives the same number to pods that read the same. */
    private void sortPods() {
        int[][] read = new int[pods][];
        podKinds = new int[pods];
        for (int pod = 0; pod < pods; pod++) {
            read[pod] = historiesRead(pod);
            podKinds[pod] = kindsOfPods;
            for (int other = 0; other < pod && podKinds[pod] == kindsOfPods; other++) {
                podKinds[pod] = Arrays.equals(read[other], read[pod]) ? podKinds[other] : kindsOfPods;
            }
            kindsOfPods = Math.max(kindsOfPods, podKinds[pod] + 1);
        }
    }

    private int[] historiesRead(int pod) {
        int[] read = new int[histories.length];
        int count = 0;
        for (int i = 0; i < histories.length; i++) {
            if (podOf[i] == pod) {
                read[count++] = histories[i];
            }
        }
        Arrays.sort(read, 0, count);
        return Arrays.copyOf(read, count);
    }

    private void sortPartitions() {
        for (int i = 0; i < histories.length; i++) {
            groupOf[i] = groups;
            for (int other = 0; other < i && groupOf[i] == groups; other++) {
                boolean alike = histories[other] == histories[i] && podKindOf(other) == podKindOf(i);
                groupOf[i] = alike ? groupOf[other] : groups;
            }
            groups = Math.max(groups, groupOf[i] + 1);
        }
    }

    private int podKindOf(int partition) {
        return podOf[partition] == UNREAD ? UNREAD : podKinds[podOf[partition]];
    }

    private int firstOfKind(int kind) {
        int pod = 0;
        while (podKinds[pod] != kind) {
            pod++;
        }
        return pod;
    }
}
