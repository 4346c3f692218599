package dev.spillway.provider;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.components.EventHubsNamespace;
import dev.spillway.components.EventPipeline;
import dev.spillway.components.EventPipelineMonitoring;
import dev.spillway.model.StackSpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An {@link EventPipeline} as a component, for programs in other languages: they know no statement that is none. Its children
 * have it for a parent, and so other URNs than those of the same stack in Java.
 */
final class PipelineResource extends ComponentResource {
    static final String TYPE = "spillway:index:EventPipeline";

    private final Map<String, Output<?>> outputs = new TreeMap<>();

    PipelineResource(
            String name,
            Output<String> resourceGroupName,
            StackSpec stack,
            Clock clock,
            ComponentResourceOptions options) {
        super(TYPE, name, options);
        EventPipeline pipeline = EventPipeline.below(this, resourceGroupName, stack, clock);
        outputs.put(
                "fullyQualifiedNamespaces", byName(pipeline.namespaces(), EventHubsNamespace::fullyQualifiedNamespace));
        outputs.put("lossForecasts", byName(pipeline.namespaces(), EventHubsNamespace::lossForecast));
        outputs.put(
                "alertThresholds",
                pipeline.monitoring().map(EventPipelineMonitoring::thresholds).orElseGet(() -> Output.of(Map.of())));
        pipeline.cluster().ifPresent(cluster -> outputs.put("clusterName", cluster.clusterName()));
        registerOutputs(outputs);
    }

    /** Everything that it publishes, by name. */
    Map<String, Output<?>> outputs() {
        return Map.copyOf(outputs);
    }

    private static <T> Output<Map<String, T>> byName(
            List<EventHubsNamespace> namespaces, Function<EventHubsNamespace, Output<T>> value) {
        List<String> names = new ArrayList<>();
        List<Output<T>> values = new ArrayList<>();
        namespaces.forEach(namespace -> {
            names.add(namespace.pulumiResourceName());
            values.add(value.apply(namespace));
        });
        return Output.all(values).applyValue(all -> {
            Map<String, T> known = new TreeMap<>();
            for (int at = 0; at < names.size(); at++) {
                known.put(names.get(at), all.get(at));
            }
            return known;
        });
    }
}
