package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.components.EventGridArgs.GridScope;
import dev.spillway.plan.MonitoredResource;
import java.util.Map;

/**
 * A system topic, which tells of what happens to a resource of Azure, with its subscriptions.
 *
 * <p>Children, by logical name: {@code <name>} the system topic, {@code <name>-<subscription>} a subscription, {@code
 * <name>-dead-letters} the account for what cannot be delivered, {@code <name>-dead-lettered} and {@code <name>-dropped}
 * the alerts. These names are part of the contract.
 */
public final class EventGridSystemTopic extends Component implements EventGridComponent {
    public static final String TYPE = "spillway:index:EventGridSystemTopic";

    private final GridSource source;

    public EventGridSystemTopic(String name, EventGridArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        GridScope scope = args.scope(name, this);
        this.source = new GridSource(name, scope, scope.plan().source(name));
        registerOutputs(outputs());
    }

    /** Everything that it publishes, by name. */
    @Override
    public Map<String, Output<?>> outputs() {
        return source.outputs();
    }

    /** What there is to watch, with Azure's id of each. */
    @Override
    public Map<MonitoredResource, Output<String>> watched() {
        return source.watched();
    }

    /** Azure's resource id. */
    public Output<String> id() {
        return source.id();
    }
}
