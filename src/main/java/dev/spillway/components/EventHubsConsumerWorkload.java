package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.facts.DataRole;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Pods that read an event hub, never more than it has partitions, scaling on CPU or on what waits to be read, with a place for
 * their checkpoints and an identity that may read that hub and write there.
 *
 * <p>Children, by logical name: {@code <name>} the {@link AutoscaledWorkload}, its service account, the managed identity and its
 * federated credential, {@code <name>-keda} the credential of the scaler, {@code <name>-hub} the role on the hub, {@code
 * <name>-checkpoints} storage account, container and the role on it. These names are part of the contract.
 */
public final class EventHubsConsumerWorkload extends Component {
    public static final String TYPE = "spillway:index:EventHubsConsumerWorkload";

    private final AutoscaledWorkload workload;
    private final Map<String, Output<?>> outputs;

    public EventHubsConsumerWorkload(
            String name, EventHubsConsumerWorkloadArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        HubWorkload wanted = args.workload();
        Optional<CheckpointStore.Container> checkpoints = CheckpointStore.isWanted(wanted.workload())
                ? Optional.of(CheckpointStore.of(wanted.workload(), wanted.namespace(), this))
                : Optional.empty();
        WorkloadAccess access =
                wanted.access(DataRole.EVENT_HUBS_RECEIVER, checkpoints.map(CheckpointStore.Container::id), this);
        this.workload = new AutoscaledWorkload(
                name,
                wanted.as(access),
                ComponentResourceOptions.builder().parent(this).build());
        this.outputs = new TreeMap<>(workload.outputs());
        access.clientId().ifPresent(id -> outputs.put("identityClientId", id));
        checkpoints.ifPresent(store -> {
            outputs.put("checkpointStorageAccount", Output.of(store.place().account()));
            outputs.put("checkpointContainer", Output.of(store.place().container()));
        });
        registerOutputs(outputs);
    }

    /** Everything that it publishes, by name. */
    public Map<String, Output<?>> outputs() {
        return Map.copyOf(outputs);
    }

    public Output<String> deploymentName() {
        return workload.deploymentName();
    }

    /** What each client library is told, as {@link AutoscaledWorkload#clientSettings()} says it. */
    public Output<Map<String, Map<String, String>>> clientSettings() {
        return workload.clientSettings();
    }

    /** Every setting as {@code {value, unit, source, reason}}, by its key in {@code stack.yaml}. */
    public Output<Map<String, Map<String, String>>> effectiveSettings() {
        return workload.effectiveSettings();
    }

    AutoscaledWorkload autoscaled() {
        return workload;
    }
}
