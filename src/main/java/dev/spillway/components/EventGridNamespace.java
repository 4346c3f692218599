package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.components.EventGridArgs.GridScope;
import dev.spillway.plan.GridNamespacePlan;
import dev.spillway.plan.MonitoredResource;
import java.util.Map;

/**
 * A namespace of Event Grid: topics that are read out of queues or pushed, and an MQTT broker. Azure never fails one over:
 * {@link EventGridFailoverPair} makes two.
 *
 * <p>Children, by logical name: {@code <name>} the namespace, {@code <name>-<topic>} a topic, {@code
 * <name>-<topic>-<subscription>} a subscription, {@code <name>-dead-letters} the account for what cannot be delivered, and those
 * of the broker. These names are part of the contract.
 */
public final class EventGridNamespace extends Component implements EventGridComponent {
    public static final String TYPE = "spillway:index:EventGridNamespace";

    private final GridNamespaceParts parts;

    public EventGridNamespace(String name, EventGridArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        GridScope scope = args.scope(name, this);
        this.parts = new GridNamespaceParts(name, scope, scope.plan().namespace(name));
        registerOutputs(outputs());
    }

    /** One of a pair, in a region and under a name that the pair knows. */
    EventGridNamespace(String name, GridScope pair, GridNamespacePlan plan, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.parts = new GridNamespaceParts(name, pair.under(this), plan);
        registerOutputs(outputs());
    }

    /** Everything that it publishes, by name. */
    @Override
    public Map<String, Output<?>> outputs() {
        return parts.outputs();
    }

    /** What there is to watch, with Azure's id of each. */
    @Override
    public Map<MonitoredResource, Output<String>> watched() {
        return parts.watched();
    }

    /** Azure's resource id. */
    public Output<String> id() {
        return parts.id();
    }

    /** The host that publishers and pulling receivers talk to. */
    public Output<String> host() {
        return parts.host();
    }
}
