package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscaler;
import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscalerArgs;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.core.v1.ServiceAccount;
import com.pulumi.kubernetes.core.v1.ServiceAccountArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudget;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudgetArgs;
import com.pulumi.kubernetes.policy.v1.inputs.PodDisruptionBudgetSpecArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.plan.WorkloadPlan;
import java.util.Map;
import java.util.TreeMap;

/**
 * A workload that sends or reads events and scales: a Deployment whose replicas only the autoscaler sets, an autoscaler with
 * its behavior written out, a disruption budget, a service account, and the client's settings in a config map.
 *
 * <p>Children, by logical name: {@code <name>} for Deployment, HorizontalPodAutoscaler, PodDisruptionBudget and
 * ServiceAccount, {@code <name>-client} for the ConfigMap of the environment, {@code <name>-client-files} for that of the
 * libraries' files. These names are part of the contract.
 */
public final class AutoscaledWorkload extends ComponentResource {
    public static final String TYPE = "spillway:index:AutoscaledWorkload";

    private static final String NAME_LABEL = "app.kubernetes.io/name";
    private static final String CHECKSUM = "spillway.dev/client-settings-checksum";

    private final WorkloadPlan plan;
    private final Output<String> deploymentName;
    private final Output<Map<String, Map<String, String>>> clientSettings;
    private final Output<Map<String, Map<String, String>>> effectiveSettings;

    public AutoscaledWorkload(String name, AutoscaledWorkloadArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.plan = args.plan();
        Map<String, String> settings = ClientSettings.of(plan);
        CustomResourceOptions child =
                CustomResourceOptions.builder().parent(this).build();
        ServiceAccount account = new ServiceAccount(
                name,
                ServiceAccountArgs.builder()
                        .metadata(meta(name, name, Map.of()))
                        .build(),
                child);
        ConfigMap client = new ConfigMap(
                name + "-client",
                ConfigMapArgs.builder()
                        .metadata(meta(name + "-client", name, Map.of()))
                        .data(settings)
                        .build(),
                child);
        ConfigMap files = new ConfigMap(
                name + "-client-files",
                ConfigMapArgs.builder()
                        .metadata(meta(name + "-client-files", name, Map.of()))
                        .data(ClientFiles.of(plan))
                        .build(),
                child);
        Deployment deployment = new Deployment(
                name,
                DeploymentArgs.builder()
                        .metadata(meta(name, name, WorkloadFacts.ofDeployment(plan)))
                        .spec(deploymentSpec(name, plan, account, client, files))
                        .build(),
                child);
        new HorizontalPodAutoscaler(
                name,
                HorizontalPodAutoscalerArgs.builder()
                        .metadata(meta(name, name, Map.of()))
                        .spec(Autoscaling.spec(plan, nameOf(deployment)))
                        .build(),
                child);
        new PodDisruptionBudget(
                name,
                PodDisruptionBudgetArgs.builder()
                        .metadata(meta(name, name, Map.of()))
                        .spec(PodDisruptionBudgetSpecArgs.builder()
                                .maxUnavailable(1)
                                .unhealthyPodEvictionPolicy("AlwaysAllow")
                                .selector(selector(name))
                                .build())
                        .build(),
                child);
        this.deploymentName = nameOf(deployment);
        this.clientSettings = Output.of(ClientSettings.all(plan));
        this.effectiveSettings = Output.of(EffectiveSettings.of(args.stackPlan().settingsOf(plan)));
        registerOutputs(outputs());
    }

    /** Everything that it publishes, by name. */
    public Map<String, Output<?>> outputs() {
        return Map.of(
                "deploymentName", deploymentName,
                "clientSettings", clientSettings,
                "effectiveSettings", effectiveSettings);
    }

    public Output<String> deploymentName() {
        return deploymentName;
    }

    /**
     * What each client library is told, by its key and then by the library's own names: {@code azureSdkJava}, {@code
     * azureSdkDotNet}, {@code azureSdkPython}, {@code azureSdkNode}, {@code springCloudAzure}, {@code kafkaProducer} or {@code
     * kafkaConsumer}; under {@code env} the environment variables that the pods get.
     */
    public Output<Map<String, Map<String, String>>> clientSettings() {
        return clientSettings;
    }

    /** Every setting as {@code {value, unit, source, reason}}, by its key in {@code stack.yaml}. */
    public Output<Map<String, Map<String, String>>> effectiveSettings() {
        return effectiveSettings;
    }

    WorkloadPlan plan() {
        return plan;
    }

    /** Without {@code replicas}: the autoscaler owns the number, and a deploy must not set it back. */
    private static DeploymentSpecArgs deploymentSpec(
            String name, WorkloadPlan plan, ServiceAccount account, ConfigMap client, ConfigMap files) {
        Map<String, String> settings = new TreeMap<>(ClientSettings.of(plan));
        settings.putAll(ClientFiles.of(plan));
        Map<String, String> annotations = new TreeMap<>(WorkloadFacts.ofPod(plan));
        annotations.put(CHECKSUM, ClientSettings.checksum(settings));
        return DeploymentSpecArgs.builder()
                .selector(selector(name))
                .template(PodTemplateSpecArgs.builder()
                        .metadata(ObjectMetaArgs.builder()
                                .labels(Map.of(NAME_LABEL, name))
                                .annotations(annotations)
                                .build())
                        .spec(Pods.spec(
                                plan,
                                account.metadata()
                                        .applyValue(meta -> meta.name().orElseThrow()),
                                client.metadata().applyValue(meta -> meta.name().orElseThrow()),
                                files.metadata().applyValue(meta -> meta.name().orElseThrow()),
                                selector(name)))
                        .build())
                .build();
    }

    private static Output<String> nameOf(Deployment deployment) {
        return deployment.metadata().applyValue(meta -> meta.name().orElseThrow());
    }

    private static LabelSelectorArgs selector(String name) {
        return LabelSelectorArgs.builder().matchLabels(Map.of(NAME_LABEL, name)).build();
    }

    private static ObjectMetaArgs meta(String name, String workload, Map<String, String> annotations) {
        ObjectMetaArgs.Builder meta = ObjectMetaArgs.builder().name(name).labels(Map.of(NAME_LABEL, workload));
        if (!annotations.isEmpty()) {
            meta.annotations(annotations);
        }
        return meta.build();
    }
}
