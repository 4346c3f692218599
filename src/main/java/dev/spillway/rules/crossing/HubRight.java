package dev.spillway.rules.crossing;

import dev.spillway.facts.DataRight;
import dev.spillway.rule.Context;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Fact;
import dev.spillway.view.HubView;
import dev.spillway.view.ResourceView;
import dev.spillway.view.WorkloadView;

/** Whether the identity of a workload has a right on its hub. */
final class HubRight {
    private HubRight() {}

    static Verdict judge(WorkloadView workload, DataRight right, Context context) {
        if (workload.role().isUnknown()) {
            return Verdict.unknown(workload, workload.role());
        }
        Fact<ResourceView> identity = context.topology().rights().of(workload).holder();
        return identity.isAbsent()
                ? Verdict.notApplicable("its pods sign in with no managed identity of the stack")
                : Verdict.on(workload, identity, holder -> judge(workload, holder, right, context));
    }

    private static Verdict judge(WorkloadView workload, ResourceView holder, DataRight right, Context context) {
        Fact<HubView> hub = workload.hub().isAbsent()
                ? Fact.unknown(workload.hubName().path(), "its hub is not in the stack")
                : workload.hub();
        return Verdict.on(
                workload,
                hub,
                known -> Verdict.on(
                        context.topology().rights().granted(holder, right, known.target()),
                        Verdict::pass,
                        () -> Verdict.violation(
                                "spec.template.spec.serviceAccountName",
                                holder.name() + " has no role on " + known.name(),
                                right.leastRole() + " on " + known.name())));
    }
}
