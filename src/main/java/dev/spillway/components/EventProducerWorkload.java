package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.facts.DataRole;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Pods that send to an event hub, with retries that outlast what the namespace refuses, and an identity that may send to that
 * hub and do nothing else.
 *
 * <p>Children, by logical name: {@code <name>} the {@link AutoscaledWorkload}, its service account, the managed identity and its
 * federated credential, {@code <name>-hub} the role. These names are part of the contract.
 */
public final class EventProducerWorkload extends Component {
    public static final String TYPE = "spillway:index:EventProducerWorkload";

    private final AutoscaledWorkload workload;
    private final Map<String, Output<?>> outputs;

    public EventProducerWorkload(String name, EventProducerWorkloadArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        HubWorkload wanted = args.workload();
        WorkloadAccess access = wanted.access(DataRole.EVENT_HUBS_SENDER, Optional.empty(), this);
        this.workload = new AutoscaledWorkload(
                name,
                wanted.as(access),
                ComponentResourceOptions.builder().parent(this).build());
        this.outputs = new TreeMap<>(workload.outputs());
        access.clientId().ifPresent(id -> outputs.put("identityClientId", id));
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
