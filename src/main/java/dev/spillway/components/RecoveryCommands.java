package dev.spillway.components;

import dev.spillway.plan.NamespacePlan;
import java.util.List;

/** What an operator types about a pair, to the letter, and what has to be done afterwards. */
record RecoveryCommands(NamespacePlan primary, String alias) {
    /** Runs against the secondary: the primary may be gone. */
    String failOver(String group) {
        return "az eventhubs georecovery-alias fail-over" + arguments(group, primary.secondaryAzureName());
    }

    /** Runs against the primary, while it is there. */
    String breakPair(String group) {
        return "az eventhubs georecovery-alias break-pair" + arguments(group, primary.azureName());
    }

    List<String> afterFailover() {
        return List.of(
                "The alias points to " + primary.secondaryAzureName() + " in "
                        + primary.secondary().location()
                        + " after 5 to 10 minutes, and clients follow when their DNS entries expire.",
                "Events that " + primary.azureName()
                        + " had accepted and nobody had read stay in it: nothing was copied."
                        + " Read them there when the region is back.",
                "Checkpoints are offsets in the log of " + primary.azureName()
                        + " and mean nothing in the other one: give"
                        + " consumers a new checkpoint container, or delete the old checkpoints, and let them start at the"
                        + " earliest event. Starting at the latest skips what came in before they were restarted.",
                "Restart consumers; producers go on by themselves and may send again what was not confirmed, so let"
                        + " consumers drop repeats by event id.",
                "The pair is dissolved and does not come back by itself: declare a new secondary, under a name that was"
                        + " never used, before the next failover is needed.");
    }

    private String arguments(String group, String namespace) {
        return " --resource-group " + group + " --namespace-name " + namespace + " --alias " + alias;
    }
}
