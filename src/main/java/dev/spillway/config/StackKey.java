package dev.spillway.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One key of {@code stack.yaml} as its reader has it, for pages about it.
 *
 * @param right what it takes, as messages say it
 * @param message what is said to a value that it does not take, with {@code ...} for the value
 */
public record StackKey(String name, boolean required, String right, String message) {
    /** The sections by the names that their types have in the package's schema. */
    private static final Map<String, Keys> SECTIONS = Map.ofEntries(
            Map.entry("LoadProfile", LoadSection.KEYS),
            Map.entry("RecoveryTarget", RecoverySection.KEYS),
            Map.entry("EventHubsNamespace", NamespaceSection.KEYS),
            Map.entry("Hub", HubSection.KEYS),
            Map.entry("Workload", WorkloadSection.KEYS),
            Map.entry("AutoscaledWorkload", WorkloadSection.KEYS),
            Map.entry("EventProducerWorkload", WorkloadSection.KEYS),
            Map.entry("EventHubsConsumerWorkload", WorkloadSection.KEYS),
            Map.entry("Health", HealthSection.KEYS),
            Map.entry("Checkpoints", CheckpointSection.KEYS),
            Map.entry("AksCluster", KubernetesSection.KEYS),
            Map.entry("ExistingCluster", ExistingClusterSection.KEYS),
            Map.entry("NewCluster", NewClusterSection.KEYS),
            Map.entry("Maintenance", MaintenanceSection.KEYS),
            Map.entry("Client", ClientSection.KEYS),
            Map.entry("DedicatedCluster", ClusterSection.KEYS),
            Map.entry("Network", NetworkSection.KEYS),
            Map.entry("PrivateEndpoint", EndpointSection.KEYS),
            Map.entry("Encryption", EncryptionSection.KEYS),
            Map.entry("Access", AccessSection.KEYS),
            Map.entry("SasRule", SasRuleSection.KEYS),
            Map.entry("SchemaGroup", SchemaGroupSection.KEYS),
            Map.entry("ApplicationGroup", ApplicationGroupSection.KEYS),
            Map.entry("Diagnostics", DiagnosticsSection.KEYS),
            Map.entry("DisasterRecovery", DisasterRecoverySection.KEYS),
            Map.entry("EventGridTopic", GridTopicSection.KEYS),
            Map.entry("GridTopicSpec", GridTopicSection.KEYS),
            Map.entry("EventGridDomain", GridDomainSection.KEYS),
            Map.entry("GridDomainSpec", GridDomainSection.KEYS),
            Map.entry("EventGridSystemTopic", SystemTopicSection.KEYS),
            Map.entry("EventGridNamespace", GridNamespaceSection.KEYS),
            Map.entry("GridNamespaceSpec", GridNamespaceSection.KEYS),
            Map.entry("GridSubscription", GridSubscriptionSection.KEYS),
            Map.entry("GridDestination", GridDestinationSection.KEYS),
            Map.entry("GridNetwork", GridNetworkSection.KEYS),
            Map.entry("DeadLetter", DeadLetterSection.KEYS),
            Map.entry("AcceptedLoss", AcceptedLossSection.KEYS),
            Map.entry("AdvancedFilter", AdvancedFilterSection.KEYS),
            Map.entry("DomainTopic", DomainTopicSection.KEYS),
            Map.entry("NamespaceTopic", NamespaceTopicSection.KEYS),
            Map.entry("NamespaceSubscription", NamespaceSubscriptionSection.KEYS),
            Map.entry("Concierge", ConciergeSection.KEYS),
            Map.entry("Mqtt", MqttSection.KEYS),
            Map.entry("MqttClient", MqttClientSection.KEYS),
            Map.entry("MqttBinding", MqttBindingSection.KEYS),
            Map.entry("ExistingNamespace", ExistingSection.KEYS),
            Map.entry("EventPipeline", StackSection.KEYS),
            Map.entry("EventPipelineMonitoring", MonitoringSection.KEYS),
            Map.entry("Monitoring", MonitoringSection.KEYS),
            Map.entry("PipelineNamespace", NamespaceSection.KEYS),
            Map.entry("PipelineCluster", KubernetesSection.KEYS),
            Map.entry("PipelineEventGrid", EventGridSection.KEYS),
            Map.entry("PipelineTopic", GridTopicSection.KEYS),
            Map.entry("PipelineDomain", GridDomainSection.KEYS),
            Map.entry("PipelineSystemTopic", SystemTopicSection.KEYS),
            Map.entry("PipelineGridNamespace", GridNamespaceSection.KEYS));

    /** The keys of a section, in the order in which they are declared; empty where nobody reads one of that name. */
    public static List<StackKey> of(String section) {
        // A component alone is a stack of its own, and has what stands at the top of one.
        Stream<Key<?>> around =
                section.equals("EventHubsNamespace") ? StackSection.KEYS.all().stream() : Stream.empty();
        Stream<Key<?>> own = Stream.ofNullable(SECTIONS.get(section)).flatMap(keys -> keys.all().stream());
        return Stream.concat(own, around).map(StackKey::of).toList();
    }

    private static StackKey of(Key<?> key) {
        Form<?> form = key.form();
        return new StackKey(
                key.name(), key.required(), form.wholeRight(), "... is not " + form.noun() + ", give " + form.right());
    }
}
