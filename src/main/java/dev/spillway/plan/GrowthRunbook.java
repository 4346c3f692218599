package dev.spillway.plan;

import dev.spillway.facts.KafkaSetting;
import dev.spillway.model.ConsumerKind;
import dev.spillway.model.HubSpec;
import dev.spillway.model.Ordering;
import dev.spillway.model.PartitionGrowth;
import dev.spillway.model.SendMode;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.model.WorkloadSpec.Role;
import dev.spillway.plan.Runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people do when a hub gets more partitions: who is interrupted, who has to be restarted, who learns when, and how to
 * check, for the senders and readers that the stack declares.
 */
final class GrowthRunbook {
    private static final int METADATA_MAX_AGE_SECONDS = KafkaSetting.figure("metadata.max.age.ms") / 1000;

    private final String resourceGroup;
    private final String namespace;
    private final HubSpec hub;
    private final List<WorkloadSpec> workloads;

    /**
     * @param resourceGroup empty where it is not known before deployment
     * @param workloads those that send to or read from the hub
     */
    GrowthRunbook(String resourceGroup, String namespace, HubSpec hub, List<WorkloadSpec> workloads) {
        this.resourceGroup = resourceGroup.isEmpty() ? "RESOURCE-GROUP" : resourceGroup;
        this.namespace = namespace;
        this.hub = hub;
        this.workloads = List.copyOf(workloads);
    }

    Runbook of(int from, int to) {
        List<Step> steps = new ArrayList<>();
        steps.add(keys());
        steps.add(new Step(
                "See what is there: the answer has to be " + from + ".",
                List.of(command("az eventhubs eventhub show", "--query partitionCount"))));
        steps.add(new Step(
                "Add the partitions: this update does it in place. By hand it is one of these, and then partitionCount: "
                        + to
                        + " in stack.yaml and pulumi refresh; the template replaces the whole hub's settings, so keep"
                        + " the others in it.",
                ways(to)));
        senders().forEach(text -> steps.add(new Step(text, List.of())));
        readers().forEach(steps::add);
        steps.add(new Step(
                "Check: the count is " + to + ", every partition from " + from + " to " + (to - 1)
                        + " gets events and is read, and no reader's lag grows.",
                List.of(
                        command("az eventhubs eventhub show", "--query \"[partitionCount, partitionIds]\""),
                        "az monitor metrics list --resource $(az eventhubs namespace show --resource-group "
                                + resourceGroup + " --name " + namespace + " --query id --output tsv) --metric"
                                + " IncomingMessages OutgoingMessages UserErrors --interval PT1M")));
        return new Runbook("Partitions of " + namespace + "/" + hub.name() + ": " + from + " to " + to, steps);
    }

    private Step keys() {
        Optional<PartitionGrowth> drained = hub.partitionGrowth();
        if (hub.ordering().filter(Ordering.PER_KEY::equals).isPresent()) {
            return new Step(
                    "The keys will move, and the hub was confirmed to be empty: \""
                            + drained.map(PartitionGrowth::drained).orElse("")
                            + "\". Keep the senders stopped until the partitions are there.",
                    List.of());
        }
        String said = hub.ordering().isPresent() ? "Ordering is none" : "No ordering is declared";
        return new Step(
                "Events of one key will be in two partitions: what is there stays, what comes is spread anew. " + said
                        + ", so nothing has to be drained; whoever relies on the order of a key has to say so first"
                        + " (ordering: perKey).",
                List.of());
    }

    private List<String> ways(int to) {
        return List.of(
                command("az eventhubs eventhub update", "--partition-count " + to),
                "Set-AzEventHub -ResourceGroupName " + resourceGroup + " -NamespaceName " + namespace + " -Name "
                        + hub.name() + " -PartitionCount " + to,
                "az deployment group create --resource-group " + resourceGroup + " --template-file hub.json"
                        + "   # Microsoft.EventHub/namespaces/eventhubs, properties.partitionCount: " + to,
                "kafka-topics.sh --bootstrap-server " + namespace + ".servicebus.windows.net:9093 --command-config"
                        + " client.properties --alter --topic " + hub.name() + " --partitions " + to);
    }

    private String command(String verb, String more) {
        return verb + " --resource-group " + resourceGroup + " --namespace-name " + namespace + " --name " + hub.name()
                + " " + more;
    }

    // ---- senders

    private List<String> senders() {
        List<String> said = new ArrayList<>();
        of(
                        Role.PRODUCER,
                        spec -> spec.sendMode()
                                .filter(SendMode.PARTITION::equals)
                                .isPresent())
                .ifPresent(names -> said.add(names + " (to named partitions): an error, the link is reopened, and the"
                        + " sends go on to the partitions that were named. The new ones stay empty until the program"
                        + " reads the list again: restart the pods."));
        of(Role.PRODUCER, spec -> spec.sendMode().filter(SendMode.KEY::equals).isPresent())
                .ifPresent(
                        names -> said.add(names + " (by key): an error, the link is reopened, and the service spreads"
                                + " the keys over all partitions at once. Nothing to restart."));
        of(
                        Role.PRODUCER,
                        spec -> spec.sendMode()
                                .filter(SendMode.ROUND_ROBIN::equals)
                                .isPresent())
                .ifPresent(names -> said.add(names + " (round robin): an error, the link is reopened, and the new"
                        + " partitions get events within seconds. Nothing to restart."));
        of(Role.PRODUCER, spec -> spec.sendMode().isEmpty())
                .ifPresent(
                        names -> said.add(names + " (no sendMode declared): restart the pods if they name partitions;"
                                + " by key and round robin need nothing."));
        said.add(
                "Kafka producers choose the partition themselves, and learn of new ones when their metadata is older than"
                        + " metadata.max.age.ms: " + METADATA_MAX_AGE_SECONDS
                        + " s as clientSettings has it. Until then two"
                        + " producers may place one key in two partitions: where that matters, restart all of them at once.");
        return said;
    }

    // ---- readers

    private List<Step> readers() {
        List<Step> said = new ArrayList<>();
        reader(ConsumerKind.PROCESSOR)
                .ifPresent(names -> said.add(new Step(
                        names
                                + " (event processor): it goes on with the partitions it knows and never sees the new ones."
                                + " Restart every instance, so that all of them share out the same list; checkpoints stay.",
                        restarts(ConsumerKind.PROCESSOR))));
        reader(ConsumerKind.LEGACY_PROCESSOR)
                .ifPresent(names -> said.add(new Step(
                        names + " (processor of the retired WindowsAzure.ServiceBus): at its restart it deletes"
                                + " checkpoints whose partition count is another. Copy the checkpoint container first,"
                                + " restart every instance, and put back the offsets that are missing, or it reads from"
                                + " its initial offset.",
                        restarts(ConsumerKind.LEGACY_PROCESSOR))));
        reader(ConsumerKind.DIRECT)
                .ifPresent(names -> said.add(new Step(
                        names + " (direct receivers): theirs go on. Nobody reads the new partitions until receivers are"
                                + " opened for them: deploy that before the partitions are added, or restart at once.",
                        restarts(ConsumerKind.DIRECT))));
        reader(ConsumerKind.KAFKA)
                .ifPresent(names -> said.add(new Step(
                        names + " (Kafka consumers): the first member whose metadata is refreshed, after "
                                + METADATA_MAX_AGE_SECONDS + " s at most, makes the group rebalance: a pause, and"
                                + " repeats of what was not committed. Give auto.offset.reset=earliest, or what came into"
                                + " the new partitions before is skipped.",
                        List.of())));
        of(Role.CONSUMER, spec -> spec.consumerKind().isEmpty())
                .ifPresent(names -> said.add(new Step(
                        names + " (no consumerKind declared): restart every pod; of readers other than Kafka consumers"
                                + " none finds the new partitions by itself.",
                        restarts(Optional.empty()))));
        return said;
    }

    private Optional<String> reader(ConsumerKind kind) {
        return of(
                Role.CONSUMER, spec -> spec.consumerKind().filter(kind::equals).isPresent());
    }

    private List<String> restarts(ConsumerKind kind) {
        return restarts(Optional.of(kind));
    }

    private List<String> restarts(Optional<ConsumerKind> kind) {
        return workloads.stream()
                .filter(spec ->
                        spec.role() == Role.CONSUMER && spec.consumerKind().equals(kind))
                .map(spec -> "kubectl rollout restart deployment/" + spec.name())
                .toList();
    }

    private Optional<String> of(Role role, java.util.function.Predicate<WorkloadSpec> which) {
        String names = workloads.stream()
                .filter(spec -> spec.role() == role)
                .filter(which)
                .map(WorkloadSpec::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
