package dev.spillway.components;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.sdk.SettledInputs;

/** What all components have in common: no child loses a dependency on the way to the engine. */
abstract sealed class Component extends ComponentResource
        permits AksCluster,
                AutoscaledWorkload,
                EventGridDomain,
                EventGridFailoverPair,
                EventGridNamespace,
                EventGridSystemTopic,
                EventGridTopic,
                EventHubsConsumerWorkload,
                EventHubsGeoDisasterRecoveryPair,
                EventHubsNamespace,
                EventPipelineMonitoring,
                EventProducerWorkload {
    Component(String type, String name, ComponentResourceOptions options) {
        super(type, name, isBelowAnother(options) ? options : SettledInputs.below(options));
    }

    /** The SDK hands down what a parent does to its children. */
    private static boolean isBelowAnother(ComponentResourceOptions options) {
        return options.getParent().filter(Component.class::isInstance).isPresent();
    }
}
