package dev.spillway.components;

import com.pulumi.core.Output;
import dev.spillway.plan.MonitoredResource;
import java.util.Map;

/** What the components of Event Grid have in common, for whoever composes them. */
public sealed interface EventGridComponent
        permits EventGridTopic, EventGridDomain, EventGridSystemTopic, EventGridNamespace, EventGridFailoverPair {
    /** Everything that it publishes, by name. */
    Map<String, Output<?>> outputs();

    /** What there is to watch, with Azure's id of each. */
    Map<MonitoredResource, Output<String>> watched();

    /** The name that its program gave it. */
    String pulumiResourceName();
}
