package dev.spillway.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who owns which partition, in the second method. */
final class SteppedOwners {
    final int[] owner;
    final double[] readFrom;
    private final Consumers.Balancing balancing;

    SteppedOwners(int partitions, int pods, Consumers.Balancing balancing) {
        this.owner = new int[partitions];
        this.readFrom = new double[partitions];
        this.balancing = balancing;
        for (int i = 0; i < partitions; i++) {
            owner[i] = i % pods;
        }
    }

    /** The partitions whose pod is gone. */
    List<Integer> leave(List<Integer> alive) {
        var left = new ArrayList<Integer>();
        for (int i = 0; i < owner.length; i++) {
            if (owner[i] >= 0 && !alive.contains(owner[i])) {
                owner[i] = -1;
                left.add(i);
            }
        }
        return left;
    }

    /** The partitions that were taken from a pod that is there. */
    List<Integer> cycle(double now, List<Integer> alive) {
        var stolen = new ArrayList<Integer>();
        double cycles = now / balancing.intervalSeconds();
        if (cycles < 0.5 || Math.abs(cycles - Math.rint(cycles)) > 1e-6) {
            return stolen;
        }
        int claims = 1;
        while (claims > 0) {
            claims = 0;
            for (int pod : alive) {
                claims += claim(now, pod, alive, stolen) ? 1 : 0;
            }
            if (balancing.strategy() == Consumers.Strategy.BALANCED) {
                break;
            }
        }
        return stolen;
    }

    private boolean claim(double now, int pod, List<Integer> alive, List<Integer> stolen) {
        long mine = count(pod);
        long fewest = alive.stream().mapToLong(this::count).min().orElseThrow();
        int target = -1;
        for (int i = owner.length - 1; i >= 0; i--) {
            target = owner[i] == -1 ? i : target;
        }
        if (target < 0 || mine > fewest) {
            target = -1;
            long most = alive.stream().mapToLong(this::count).max().orElseThrow();
            int rich = alive.stream()
                    .filter(other -> count(other) == most)
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; most - mine >= 2 && i < owner.length; i++) {
                target = owner[i] == rich ? i : target;
            }
            if (target < 0) {
                return false;
            }
            stolen.add(target);
        }
        owner[target] = pod;
        readFrom[target] = now + balancing.handoverPauseSeconds();
        return true;
    }

    private long count(int pod) {
        return Arrays.stream(owner).filter(one -> one == pod).count();
    }
}
