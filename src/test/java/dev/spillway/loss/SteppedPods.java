package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;

/** Pods with their autoscaler, one second method of their own: every sync is worked out from the recorded past. */
final class SteppedPods {
    private static final double SYNC = 15;
    private static final double NEAR = 1e-6;

    private final Scaling scaling;
    private final PodStart start;
    private final double podRate;
    private final List<double[]> pods = new ArrayList<>(); // id, ready
    private final List<double[]> wishes = new ArrayList<>(); // at, pods
    private final List<double[]> changes = new ArrayList<>(); // at, pods more
    private final List<double[]> past = new ArrayList<>(); // from, served volume, capacity volume
    private final List<Double> slots = new ArrayList<>();
    private int ids;
    int most;

    SteppedPods(Scaling scaling, PodStart start, double podRate) {
        this.scaling = scaling;
        this.start = start;
        this.podRate = podRate;
        for (int i = 0; i < scaling.initialReplicas(); i++) {
            pods.add(new double[] {ids++, 0});
        }
        for (int i = 0; i < start.freePodSlots() && i < 100; i++) {
            slots.add(0.0);
        }
        most = pods.size();
    }

    List<Integer> ready(double now) {
        var ready = new ArrayList<Integer>();
        for (double[] pod : pods) {
            if (pod[1] <= now + NEAR) {
                ready.add((int) pod[0]);
            }
        }
        return ready;
    }

    double capacity(double now) {
        return podRate * ready(now).size();
    }

    void record(double from, double served, double capacity) {
        past.add(new double[] {from, served, capacity});
    }

    /** Whether replicas changed. */
    boolean sync(double now, double lag) {
        if (!(scaling instanceof Scaling.Autoscaling auto)
                || now < NEAR
                || Math.abs(now / SYNC - Math.rint(now / SYNC)) > NEAR) {
            return false;
        }
        int n = pods.size();
        double wish = auto instanceof Scaling.CpuAutoscaling cpu
                ? cpuWish(now, cpu)
                : lagWish(lag, (Scaling.LagAutoscaling) auto);
        if (wish < 0) {
            return false;
        }
        wishes.add(new double[] {now, wish});
        double target = limited(now, n, stabilised(now, n, auto.behavior()), auto.behavior());
        target = Math.max(auto.minReplicas(), Math.min(auto.maxReplicas(), target));
        if (target == n) {
            return false;
        }
        changes.add(new double[] {now, target - n});
        while (pods.size() > target) {
            pods.remove(pods.size() - 1);
            slots.add(0.0);
        }
        while (pods.size() < target) {
            pods.add(new double[] {ids++, readyOfNext(now)});
        }
        most = Math.max(most, pods.size());
        return true;
    }

    private double readyOfNext(double now) {
        if (slots.isEmpty() && Double.isFinite(start.freePodSlots())) {
            double node = now + start.clusterAutoscalerScanSeconds() + start.nodeProvisionSeconds();
            for (int i = 0; i < start.podsPerNode(); i++) {
                slots.add(node);
            }
        }
        double slot = slots.isEmpty()
                ? 0
                : slots.remove(slots.indexOf(slots.stream().min(Double::compare).get()));
        return Math.max(now, slot) + start.podStartSeconds();
    }

    private double cpuWish(double now, Scaling.CpuAutoscaling cpu) {
        double to = now - cpu.metricsDelaySeconds();
        double from = to - cpu.metricsWindowSeconds();
        double served = 0;
        double capacity = 0;
        for (int i = past.size() - 1; i >= 0 && past.get(i)[0] > from - NEAR; i--) {
            if (past.get(i)[0] < to - NEAR) {
                served += past.get(i)[1];
                capacity += past.get(i)[2];
            }
        }
        long measured = pods.stream().filter(pod -> pod[1] <= from + NEAR).count();
        int n = pods.size();
        if (from < -NEAR || measured == 0) {
            return -1;
        }
        double r = served / capacity * cpu.utilizationAtCapacityPercent() / cpu.targetAverageUtilization();
        if (measured == n || r <= 1) {
            return Math.abs(1 - r) <= cpu.tolerance() ? n : Math.ceil(r * measured - 1e-9);
        }
        double r2 = r * measured / n;
        return Math.abs(1 - r2) <= cpu.tolerance() || r2 < 1 ? n : Math.max(n, Math.ceil(r2 * n - 1e-9));
    }

    private double lagWish(double lag, Scaling.LagAutoscaling settings) {
        int n = pods.size();
        double r = lag / (settings.unprocessedEventThreshold() * n);
        return Math.abs(1 - r) <= settings.tolerance()
                ? n
                : Math.ceil(lag / settings.unprocessedEventThreshold() - 1e-9);
    }

    private double stabilised(double now, int n, Behavior behavior) {
        double up = Double.POSITIVE_INFINITY;
        double down = Double.NEGATIVE_INFINITY;
        for (double[] wish : wishes) {
            if (wish[0] > now - behavior.scaleUp().stabilizationWindowSeconds() + NEAR || wish[0] == now) {
                up = Math.min(up, wish[1]);
            }
            if (wish[0] > now - behavior.scaleDown().stabilizationWindowSeconds() + NEAR || wish[0] == now) {
                down = Math.max(down, wish[1]);
            }
        }
        return n < up ? up : Math.min(n, down);
    }

    private double limited(double now, int n, double wanted, Behavior behavior) {
        double ceiling = Double.NEGATIVE_INFINITY;
        double floor = Double.POSITIVE_INFINITY;
        for (var policy : behavior.scaleUp().policies()) {
            double base = base(now, n, policy);
            boolean pods = policy.kind() == Behavior.Policy.Kind.PODS;
            ceiling = Math.max(ceiling, pods ? base + policy.value() : Math.ceil(base * (1 + policy.value() / 100.0)));
        }
        for (var policy : behavior.scaleDown().policies()) {
            double base = base(now, n, policy);
            boolean pods = policy.kind() == Behavior.Policy.Kind.PODS;
            floor = Math.min(floor, pods ? base - policy.value() : Math.floor(base * (1 - policy.value() / 100.0)));
        }
        return wanted > n ? Math.min(wanted, Math.max(n, ceiling)) : Math.max(wanted, Math.min(n, floor));
    }

    private double base(double now, int n, Behavior.Policy policy) {
        double base = n;
        for (double[] change : changes) {
            if (change[0] > now - policy.periodSeconds() + NEAR) {
                base -= change[1];
            }
        }
        return base;
    }
}
