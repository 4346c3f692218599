package dev.spillway.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sorts partitions by what they went through and by what stands beside them in their pod: two partitions of one group, read by
 * pods that read the same, will go through the same from now on. Written with arrays, since it runs at every hand-over.
 */
final class LogSorting {
    private static final int UNREAD = -1;

    private final int[] histories;
    private final int[] readers;
    private final int[] groupOf;
    private final List<Integer> pods = new ArrayList<>();
    private final int[] podKinds;
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
        this.readers = readers;
        this.groupOf = new int[histories.length];
        for (int reader : readers) {
            if (reader != UNREAD && !pods.contains(reader)) {
                pods.add(reader);
            }
        }
        this.podKinds = podKinds();
        sort();
    }

    int groups() {
        return groups;
    }

    int groupOf(int partition) {
        return groupOf[partition];
    }

    /** What the pods of each kind read. */
    List<PodLoad> podLoads(LogGroup[] found) {
        var loads = new ArrayList<PodLoad>();
        for (int kind = 0; kind < kindsOfPods; kind++) {
            int sample = indexOfKind(kind);
            int[] counts = new int[found.length];
            for (int i = 0; i < groupOf.length; i++) {
                counts[groupOf[i]] += readers[i] == pods.get(sample) ? 1 : 0;
            }
            loads.add(PodLoad.of(found, counts));
        }
        return List.copyOf(loads);
    }

    /** The same number for pods that read the same. */
    private int[] podKinds() {
        int[] kinds = new int[pods.size()];
        int[][] read = new int[pods.size()][];
        for (int pod = 0; pod < kinds.length; pod++) {
            read[pod] = historiesRead(pods.get(pod));
            kinds[pod] = kindsOfPods;
            for (int other = 0; other < pod && kinds[pod] == kindsOfPods; other++) {
                kinds[pod] = Arrays.equals(read[other], read[pod]) ? kinds[other] : kindsOfPods;
            }
            kindsOfPods = Math.max(kindsOfPods, kinds[pod] + 1);
        }
        return kinds;
    }

    private int[] historiesRead(int pod) {
        int[] read = new int[histories.length];
        int count = 0;
        for (int i = 0; i < histories.length; i++) {
            if (readers[i] == pod) {
                read[count++] = histories[i];
            }
        }
        Arrays.sort(read, 0, count);
        return Arrays.copyOf(read, count);
    }

    private void sort() {
        int[] podKindOf = new int[histories.length];
        for (int i = 0; i < histories.length; i++) {
            podKindOf[i] = readers[i] == UNREAD ? UNREAD : podKinds[pods.indexOf(readers[i])];
            groupOf[i] = groups;
            for (int other = 0; other < i && groupOf[i] == groups; other++) {
                boolean alike = histories[other] == histories[i] && podKindOf[other] == podKindOf[i];
                groupOf[i] = alike ? groupOf[other] : groups;
            }
            groups = Math.max(groups, groupOf[i] + 1);
        }
    }

    private int indexOfKind(int kind) {
        int index = 0;
        while (podKinds[index] != kind) {
            index++;
        }
        return index;
    }
}
