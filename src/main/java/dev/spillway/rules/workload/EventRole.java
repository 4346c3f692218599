package dev.spillway.rules.workload;

import dev.spillway.rule.Verdict;
import dev.spillway.view.Role;
import dev.spillway.view.WorkloadView;
import java.util.function.Function;

/** Leaves workloads alone that have nothing to do with events. */
final class EventRole {
    private EventRole() {}

    static Verdict judge(WorkloadView workload, Function<Role, Verdict> judge) {
        return workload.role().isAbsent()
                ? Verdict.notApplicable("the workload has no event role")
                : Verdict.on(workload, workload.role(), judge);
    }
}
