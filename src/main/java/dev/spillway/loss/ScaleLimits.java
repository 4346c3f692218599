package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;

/** How far the rate policies of an autoscaler let it go, given what it changed lately. */
final class ScaleLimits {
    private static final double PERCENT = 100;

    private final Behavior behavior;
    private final double longestPeriodSeconds;
    private final List<Change> changes = new ArrayList<>();

    ScaleLimits(Behavior behavior) {
        this.behavior = behavior;
        this.longestPeriodSeconds = Math.max(
                behavior.scaleUp().longestPeriodSeconds(), behavior.scaleDown().longestPeriodSeconds());
    }

    /** The wanted replicas, or as near to them as the policies allow from the current ones. */
    int limited(double nowSeconds, int current, int wanted) {
        changes.removeIf(change -> !change.isYoungerThan(longestPeriodSeconds, nowSeconds));
        if (wanted > current) {
            return Math.min(wanted, Math.max(current, ceiling(nowSeconds, current)));
        }
        return wanted < current ? Math.max(wanted, Math.min(current, floor(nowSeconds, current))) : current;
    }

    void note(double nowSeconds, int fromReplicas, int toReplicas) {
        changes.add(new Change(nowSeconds, toReplicas - fromReplicas));
    }

    boolean remembersChanges() {
        return !changes.isEmpty();
    }

    private int ceiling(double nowSeconds, int current) {
        var rules = behavior.scaleUp();
        int most = 0;
        int least = Integer.MAX_VALUE;
        for (Behavior.Policy policy : rules.policies()) {
            int limit = highest(policy, nowSeconds, current);
            most = Math.max(most, limit);
            least = Math.min(least, limit);
        }
        return chosen(rules.selectPolicy(), most, least, current);
    }

    private int floor(double nowSeconds, int current) {
        var rules = behavior.scaleDown();
        int most = Integer.MIN_VALUE;
        int least = Integer.MAX_VALUE;
        for (Behavior.Policy policy : rules.policies()) {
            int limit = lowest(policy, nowSeconds, current);
            most = Math.max(most, limit);
            least = Math.min(least, limit);
        }
        return chosen(rules.selectPolicy(), least, most, current);
    }

    private static int chosen(Behavior.Select select, int furthest, int nearest, int current) {
        return switch (select) {
            case MAX -> furthest;
            case MIN -> nearest;
            case DISABLED -> current;
        };
    }

    private int highest(Behavior.Policy policy, double nowSeconds, int current) {
        int base = baseOf(policy, nowSeconds, current);
        return switch (policy.kind()) {
            case PODS -> base + policy.value();
            case PERCENT -> CpuWish.ceil(base * (1 + policy.value() / PERCENT));
            case TOTAL -> policy.value();
        };
    }

    private int lowest(Behavior.Policy policy, double nowSeconds, int current) {
        int base = baseOf(policy, nowSeconds, current);
        return switch (policy.kind()) {
            case PODS -> base - policy.value();
            case PERCENT -> (int) (base * (1 - policy.value() / PERCENT));
            case TOTAL -> policy.value();
        };
    }

    /** The replicas at the beginning of the policy's period. */
    private int baseOf(Behavior.Policy policy, double nowSeconds, int current) {
        int changed = 0;
        for (Change change : changes) {
            changed += change.isYoungerThan(policy.periodSeconds(), nowSeconds) ? change.pods() : 0;
        }
        return current - changed;
    }

    private record Change(double atSeconds, int pods) {
        boolean isYoungerThan(double periodSeconds, double nowSeconds) {
            return atSeconds > nowSeconds - periodSeconds + Simulation.INSTANT_SECONDS;
        }
    }
}
