package dev.spillway.provider;

import com.google.common.collect.ImmutableSet;
import com.pulumi.core.Output;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.DependencyResource;
import com.pulumi.resources.Resource;
import dev.spillway.components.AutoscaledWorkload;
import dev.spillway.components.AutoscaledWorkloadArgs;
import dev.spillway.components.EventGridArgs;
import dev.spillway.components.EventGridDomain;
import dev.spillway.components.EventGridFailoverPair;
import dev.spillway.components.EventGridNamespace;
import dev.spillway.components.EventGridSystemTopic;
import dev.spillway.components.EventGridTopic;
import dev.spillway.components.EventHubsNamespace;
import dev.spillway.components.EventHubsNamespaceArgs;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import java.time.Clock;
import java.util.Map;

/** A component that was asked for and judged possible, and can now be declared. */
sealed interface Order {
    /** Declares the component; to be called where the SDK runs. */
    Made make(ComponentResourceOptions options);

    /** A component and what it publishes. */
    record Made(ComponentResource component, Map<String, Output<?>> outputs) {}

    /** A namespace, in a resource group that may not be known yet. */
    record NamespaceOrder(String name, Input resourceGroup, StackSpec spec, StackDocument stack) implements Order {
        @Override
        public Made make(ComponentResourceOptions options) {
            EventHubsNamespace made =
                    new EventHubsNamespace(name, EventHubsNamespaceArgs.of(output(resourceGroup), spec), options);
            return new Made(made, made.outputs());
        }

        static Output<String> output(Input text) {
            ImmutableSet<Resource> from =
                    text.dependencies().stream().map(DependencyResource::new).collect(ImmutableSet.toImmutableSet());
            return new OutputInternal<>(OutputData.ofNullable(
                    from,
                    text.value().map(value -> value.getStringValue()).orElse(null),
                    text.value().isPresent(),
                    text.isSecret()));
        }
    }

    /** A component of Event Grid, in a resource group that may not be known yet. */
    record GridOrder(String type, String name, Input resourceGroup, StackSpec spec, Clock clock) implements Order {
        @Override
        public Made make(ComponentResourceOptions options) {
            EventGridArgs args = EventGridArgs.of(NamespaceOrder.output(resourceGroup), spec, clock);
            return switch (type) {
                case EventGridTopic.TYPE -> {
                    EventGridTopic made = new EventGridTopic(name, args, options);
                    yield new Made(made, made.outputs());
                }
                case EventGridDomain.TYPE -> {
                    EventGridDomain made = new EventGridDomain(name, args, options);
                    yield new Made(made, made.outputs());
                }
                case EventGridSystemTopic.TYPE -> {
                    EventGridSystemTopic made = new EventGridSystemTopic(name, args, options);
                    yield new Made(made, made.outputs());
                }
                case EventGridNamespace.TYPE -> {
                    EventGridNamespace made = new EventGridNamespace(name, args, options);
                    yield new Made(made, made.outputs());
                }
                default -> {
                    EventGridFailoverPair made = new EventGridFailoverPair(name, args, options);
                    yield new Made(made, made.outputs());
                }
            };
        }
    }

    /** A workload of a namespace that was declared. */
    record WorkloadOrder(String name, WorkloadSpec spec, EventHubsNamespace namespace) implements Order {
        @Override
        public Made make(ComponentResourceOptions options) {
            AutoscaledWorkload made = new AutoscaledWorkload(name, AutoscaledWorkloadArgs.of(spec, namespace), options);
            return new Made(made, made.outputs());
        }
    }
}
