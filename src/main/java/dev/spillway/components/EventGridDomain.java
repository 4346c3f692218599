package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.components.EventGridArgs.GridScope;
import dev.spillway.plan.GridSourcePlan;
import dev.spillway.plan.MonitoredResource;
import java.util.Map;

/**
 * A domain of Event Grid with its topics and subscriptions; a topic stays when its last subscription goes.
 *
 * <p>Children, by logical name: {@code <name>} the domain, {@code <name>-<topic>} a topic, {@code <name>-<subscription>} a subscription and {@code <name>-<topic>-<subscription>} one of a topic, {@code
 * <name>-dead-letters} the account for what cannot be delivered, {@code <name>-dead-lettered} and {@code <name>-dropped}
 * the alerts. These names are part of the contract.
 */
public final class EventGridDomain extends Component implements EventGridComponent {
    public static final String TYPE = "spillway:index:EventGridDomain";

    private final GridSource source;

    public EventGridDomain(String name, EventGridArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        GridScope scope = args.scope(name, this);
        this.source = new GridSource(name, scope, scope.plan().source(name));
        registerOutputs(outputs());
    }

    /** One of a pair, in a region and under a name that the pair knows. */
    EventGridDomain(String name, GridScope pair, GridSourcePlan plan, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.source = new GridSource(name, pair.under(this), plan);
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

    /** Where events are published to. */
    public Output<String> endpoint() {
        return source.endpoint();
    }

    /** Where the endpoint says how it is: 200 is healthy. */
    public Output<String> healthUrl() {
        return source.healthUrl();
    }
}
