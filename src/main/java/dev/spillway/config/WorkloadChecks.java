package dev.spillway.config;

import dev.spillway.model.WorkloadSpec.Role;
import dev.spillway.model.WorkloadSpec.Signal;
import java.time.Duration;
import java.util.Map;

/** What a workload's keys about its pods say about each other. */
final class WorkloadChecks {
    /** What an upgrade waits for a pod (https://learn.microsoft.com/azure/aks/upgrade-aks-cluster, 2026-11-20). */
    static final Duration LONGEST_DRAIN = Duration.ofMinutes(30);

    /** Hook and margin that a derived grace period adds to the flush. */
    private static final Duration BESIDE_FLUSH = Duration.ofSeconds(15);

    private static final Map<Key<?>, String> OF_CONSUMERS = Map.of(
            WorkloadSection.LAG_THRESHOLD, "only what reads has a lag, leave it out",
            WorkloadSection.CHECKPOINTS, "only what reads has checkpoints, leave it out");

    private final Fields fields;

    private WorkloadChecks(Fields fields) {
        this.fields = fields;
    }

    static void check(Fields fields) {
        WorkloadChecks checks = new WorkloadChecks(fields);
        checks.checkSignal();
        checks.checkCallers();
        checks.checkStop();
        checks.checkBudget();
    }

    private boolean isKnownToBe(Role role) {
        return fields.get(WorkloadSection.ROLE).holds(role::equals);
    }

    private boolean isKnownNotToRead() {
        return isKnownToBe(Role.PRODUCER) || isKnownToBe(Role.RECEIVER);
    }

    private void checkSignal() {
        boolean onLag = fields.get(WorkloadSection.SCALE_ON).holds(Signal.LAG::equals);
        if (isKnownNotToRead()) {
            if (onLag) {
                fields.report(WorkloadSection.SCALE_ON, "only what reads has a lag, give cpu");
            }
            OF_CONSUMERS.forEach((key, message) -> {
                if (!fields.get(key).isAbsent()) {
                    fields.report(key, message);
                }
            });
            return;
        }
        boolean onCpu = fields.get(WorkloadSection.SCALE_ON).orGiven(Signal.CPU).holds(Signal.CPU::equals);
        if (onCpu && !fields.get(WorkloadSection.LAG_THRESHOLD).isAbsent()) {
            fields.report(WorkloadSection.LAG_THRESHOLD, "nothing scales on lag, give scaleOn: lag or leave it out");
        }
        if (onLag && !fields.get(WorkloadSection.CPU_TARGET).isAbsent()) {
            fields.report(WorkloadSection.CPU_TARGET, "nothing scales on CPU, give scaleOn: cpu or leave it out");
        }
    }

    private void checkCallers() {
        if (isKnownToBe(Role.CONSUMER)
                && !fields.get(WorkloadSection.UPSTREAM_TIMEOUT).isAbsent()) {
            fields.report(WorkloadSection.UPSTREAM_TIMEOUT, "nobody calls a consumer, leave it out");
        }
        if (isKnownToBe(Role.RECEIVER) && !fields.get(WorkloadSection.CLIENT).isAbsent()) {
            fields.report(WorkloadSection.CLIENT, "a receiver is pushed to, leave it out");
        }
    }

    /** A grace period that is given is judged by its rule; one that is derived must not outlast a drain. */
    private void checkStop() {
        var flush = fields.get(WorkloadSection.FLUSH).held();
        if (flush.isEmpty() || !fields.get(WorkloadSection.TERMINATION_GRACE).isAbsent()) {
            return;
        }
        var beside = fields.get(WorkloadSection.PRE_STOP)
                .held()
                .map(hook -> hook.plus(Duration.ofSeconds(10)))
                .orElse(BESIDE_FLUSH);
        var most = LONGEST_DRAIN.minus(beside);
        if (flush.get().compareTo(most) > 0) {
            fields.report(
                    WorkloadSection.FLUSH,
                    Figures.plain(flush.get()) + " seconds with " + Figures.plain(beside)
                            + " for hook and margin outlast the " + Figures.plain(LONGEST_DRAIN)
                            + " that the drain of a node waits, give at most "
                            + Figures.plain(most.isNegative() ? Duration.ZERO : most));
        }
    }

    private void checkBudget() {
        var least = fields.get(WorkloadSection.MIN_REPLICAS).held();
        var away = fields.get(WorkloadSection.MAX_UNAVAILABLE).held();
        if (least.isPresent() && away.isPresent() && away.get() >= least.get()) {
            fields.report(
                    WorkloadSection.MAX_UNAVAILABLE,
                    away.get() + " of at least " + least.get() + " pods protects nothing, "
                            + (least.get() > 1
                                    ? "give 1 to " + (least.get() - 1)
                                    : "raise minReplicas or leave it out"));
        }
    }
}
