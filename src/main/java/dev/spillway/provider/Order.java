package dev.spillway.provider;

import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Value;
import com.pulumi.core.Output;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.DependencyResource;
import com.pulumi.resources.Resource;
import dev.spillway.components.AksCluster;
import dev.spillway.components.AksClusterArgs;
import dev.spillway.components.AutoscaledWorkload;
import dev.spillway.components.AutoscaledWorkloadArgs;
import dev.spillway.components.EventGridArgs;
import dev.spillway.components.EventGridComponent;
import dev.spillway.components.EventGridDomain;
import dev.spillway.components.EventGridFailoverPair;
import dev.spillway.components.EventGridNamespace;
import dev.spillway.components.EventGridSystemTopic;
import dev.spillway.components.EventGridTopic;
import dev.spillway.components.EventHubsConsumerWorkload;
import dev.spillway.components.EventHubsConsumerWorkloadArgs;
import dev.spillway.components.EventHubsNamespace;
import dev.spillway.components.EventHubsNamespaceArgs;
import dev.spillway.components.EventPipelineMonitoring;
import dev.spillway.components.EventPipelineMonitoringArgs;
import dev.spillway.components.EventProducerWorkload;
import dev.spillway.components.EventProducerWorkloadArgs;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
    }

    /** A component of Event Grid, in a resource group that may not be known yet. */
    record GridOrder(String type, String name, Input resourceGroup, StackSpec spec, Clock clock) implements Order {
        @Override
        public Made make(ComponentResourceOptions options) {
            EventGridArgs args = EventGridArgs.of(output(resourceGroup), spec, clock);
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

    /** A workload of a namespace that was declared, or of none. */
    record WorkloadOrder(String name, WorkloadSpec spec, Optional<EventHubsNamespace> namespace) implements Order {
        @Override
        public Made make(ComponentResourceOptions options) {
            AutoscaledWorkloadArgs args = namespace
                    .map(known -> AutoscaledWorkloadArgs.of(spec, known))
                    .orElseGet(() -> AutoscaledWorkloadArgs.ofReceiver(spec));
            AutoscaledWorkload made = new AutoscaledWorkload(name, args, options);
            return new Made(made, made.outputs());
        }
    }

    /** A sender of a namespace, on a cluster where that is known. */
    record ProducerOrder(String name, WorkloadSpec spec, EventHubsNamespace namespace, Optional<AksCluster> cluster)
            implements Order {
        @Override
        public Made make(ComponentResourceOptions options) {
            EventProducerWorkloadArgs args = EventProducerWorkloadArgs.of(spec, namespace);
            EventProducerWorkload made = new EventProducerWorkload(
                    name,
                    cluster.map(args::on).orElse(args),
                    cluster.map(known -> known.hosting(options)).orElse(options));
            return new Made(made, made.outputs());
        }
    }

    /** A reader of a namespace, on a cluster where that is known. */
    record ConsumerOrder(String name, WorkloadSpec spec, EventHubsNamespace namespace, Optional<AksCluster> cluster)
            implements Order {
        @Override
        public Made make(ComponentResourceOptions options) {
            EventHubsConsumerWorkloadArgs args = EventHubsConsumerWorkloadArgs.of(spec, namespace);
            EventHubsConsumerWorkload made = new EventHubsConsumerWorkload(
                    name,
                    cluster.map(args::on).orElse(args),
                    cluster.map(known -> known.hosting(options)).orElse(options));
            return new Made(made, made.outputs());
        }
    }

    /** A cluster, new or there already. */
    record ClusterOrder(
            String name, Optional<Input> resourceGroup, StackSpec spec, Optional<EventHubsNamespace> namespace)
            implements Order {
        @Override
        public Made make(ComponentResourceOptions options) {
            AksClusterArgs.Builder args = AksClusterArgs.builder()
                    .location(spec.location())
                    .profile(spec.profile())
                    .cluster(spec.cluster().orElseThrow());
            resourceGroup.ifPresent(group -> args.resourceGroupName(output(group)));
            spec.tags().forEach(args::tag);
            namespace.ifPresent(args::workloadsOf);
            AksCluster made = new AksCluster(name, args.build(), options);
            return new Made(made, made.outputs());
        }
    }

    /** Monitoring of components that were declared, and of what is there besides. */
    record MonitoringOrder(
            String name,
            Input resourceGroup,
            StackSpec spec,
            List<ComponentResource> watched,
            List<Map<String, Input>> others)
            implements Order {
        @Override
        public Made make(ComponentResourceOptions options) {
            EventPipelineMonitoringArgs.Builder args = EventPipelineMonitoringArgs.builder()
                    .resourceGroupName(output(resourceGroup))
                    .location(spec.location())
                    .monitoring(spec.monitoring().orElseThrow())
                    .tags(spec.tags());
            watched.forEach(component -> watch(args, component));
            others.forEach(
                    other -> args.resource(text(other, "type"), text(other, "name"), output(input(other, "id"))));
            EventPipelineMonitoring made = new EventPipelineMonitoring(name, args.build(), options);
            return new Made(made, made.outputs());
        }

        private static void watch(EventPipelineMonitoringArgs.Builder args, ComponentResource component) {
            if (component instanceof EventHubsNamespace namespace) {
                args.namespace(namespace);
            } else if (component instanceof EventGridComponent grid) {
                args.eventGrid(grid);
            } else if (component instanceof AutoscaledWorkload workload) {
                args.workload(workload);
            } else if (component instanceof EventProducerWorkload sender) {
                args.workload(sender);
            } else if (component instanceof EventHubsConsumerWorkload reader) {
                args.workload(reader);
            }
        }

        private static String text(Map<String, Input> other, String key) {
            return input(other, key).value().map(Value::getStringValue).orElse("");
        }

        private static Input input(Map<String, Input> other, String key) {
            return Objects.requireNonNull(other.get(key), key);
        }
    }

    /** A whole stack as one component. */
    record PipelineOrder(String name, Input resourceGroup, StackSpec spec, Clock clock) implements Order {
        @Override
        public Made make(ComponentResourceOptions options) {
            PipelineResource made = new PipelineResource(name, output(resourceGroup), spec, clock, options);
            return new Made(made, made.outputs());
        }
    }

    private static Output<String> output(Input text) {
        ImmutableSet<Resource> from =
                text.dependencies().stream().map(DependencyResource::new).collect(ImmutableSet.toImmutableSet());
        return new OutputInternal<>(OutputData.ofNullable(
                from,
                text.value().map(value -> value.getStringValue()).orElse(null),
                text.value().isPresent(),
                text.isSecret()));
    }
}
