package dev.spillway.components;

import com.pulumi.exceptions.RunException;
import com.pulumi.resources.Resource;
import dev.spillway.plan.HubPlan;
import dev.spillway.plan.LivePartitions;
import dev.spillway.plan.NamespacePlan;
import dev.spillway.plan.Planned;
import dev.spillway.plan.Runbook;
import dev.spillway.plan.Source;
import java.util.List;

/** What the engine's output says about partitions: which counts are kept against the plan, and what to do when they grow. */
final class PartitionNotice {
    private PartitionNotice() {}

    /** Stops the program before anything is declared where a hub must not get the count that was written. */
    static void refuse(List<String> refusals) {
        if (!refusals.isEmpty()) {
            throw new RunException(String.join("\n", refusals));
        }
    }

    static void tell(NamespacePlan plan, Resource component) {
        plan.hubs().stream()
                .filter(hub -> hub.partitionCount().source() == Source.DEPLOYED)
                .forEach(hub -> EngineLog.info(words(hub), component));
        plan.hubs().stream()
                .filter(hub -> hub.live() instanceof LivePartitions.NotRead unread && unread.failed())
                .forEach(
                        hub -> EngineLog.warn(words(hub) + "; an update stops here until they can be read", component));
        for (Runbook runbook : plan.runbooks()) {
            EngineLog.info(String.join("\n", runbook.lines()), component);
        }
    }

    private static String words(HubPlan hub) {
        Planned<Integer> count = hub.partitionCount();
        return hub.name() + ": partitionCount " + count.value() + " ("
                + count.source().key() + "): " + count.reason();
    }
}
