package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentStrategyArgs;
import com.pulumi.kubernetes.apps.v1.inputs.RollingUpdateDeploymentArgs;
import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscaler;
import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscalerArgs;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.core.v1.Service;
import com.pulumi.kubernetes.core.v1.ServiceArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServicePortArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServiceSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.networking.v1.NetworkPolicy;
import com.pulumi.kubernetes.networking.v1.NetworkPolicyArgs;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudget;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudgetArgs;
import com.pulumi.kubernetes.policy.v1.inputs.PodDisruptionBudgetSpecArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.model.WorkloadSpec.Role;
import dev.spillway.plan.WorkloadPlan;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A workload that sends, reads or receives events and scales: a Deployment whose replicas only the autoscaler sets, one
 * autoscaler with its behavior written out, a disruption budget, a service account, a network policy, and the client's settings
 * in a config map.
 *
 * <p>Children, by logical name: {@code <name>} for Deployment, HorizontalPodAutoscaler or ScaledObject with
 * TriggerAuthentication, PodDisruptionBudget, NetworkPolicy, ServiceAccount and a receiver's Service, {@code <name>-client} for
 * the ConfigMap of the environment, {@code <name>-client-files} for that of the libraries' files. These names are part of the
 * contract.
 */
public final class AutoscaledWorkload extends Component {
    public static final String TYPE = "spillway:index:AutoscaledWorkload";

    private static final String CHECKSUM = "spillway.dev/client-settings-checksum";
    private static final Map<String, String> USES_IDENTITY = Map.of("azure.workload.identity/use", "true");
    private static final String REPLICAS = "spec.replicas";
    private static final int HTTP = 80;

    private final WorkloadPlan plan;
    private final Labels labels;
    private final WorkloadAccess access;
    private final CustomResourceOptions child;
    private final Output<String> deploymentName;
    private final Output<Map<String, Map<String, String>>> clientSettings;
    private final Output<Map<String, Map<String, String>>> effectiveSettings;

    public AutoscaledWorkload(String name, AutoscaledWorkloadArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.plan = args.plan();
        this.labels = new Labels(name);
        this.child = CustomResourceOptions.builder().parent(this).build();
        this.access = args.access().orElseGet(() -> WorkloadAccess.unknownToAzure(plan, this));
        Notices.warn(Notices.of(plan, access.clientId().isPresent()), this);
        Map<String, String> settings = ClientSettings.of(plan);
        this.deploymentName = declareDeployment(settings, ClientFiles.of(plan));
        declareScaler();
        declareBudget();
        if (plan.spec().networkPolicy()) {
            declareNetworkPolicy();
        }
        if (plan.spec().role() == Role.RECEIVER) {
            declareService();
        }
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

    /**
     * Without {@code replicas}: the autoscaler owns the number, and a deploy must not set it back. Whatever kubectl set the provider
     * takes over as its own, and takes away what we do not declare; told to ignore the number, it keeps the one that is there.
     */
    private Output<String> declareDeployment(Map<String, String> settings, Map<String, String> files) {
        String name = plan.name();
        Map<String, String> annotations = new TreeMap<>(WorkloadFacts.ofPod(plan));
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(files);
        if (!all.isEmpty()) {
            annotations.put(CHECKSUM, ClientSettings.checksum(all));
        }
        Deployment deployment = new Deployment(
                name,
                DeploymentArgs.builder()
                        .metadata(labels.meta(name, WorkloadFacts.ofDeployment(plan)))
                        .spec(DeploymentSpecArgs.builder()
                                .selector(labels.selector())
                                .strategy(newBeforeOld())
                                .template(PodTemplateSpecArgs.builder()
                                        .metadata(ObjectMetaArgs.builder()
                                                .labels(labels.with(
                                                        access.clientId().isPresent() ? USES_IDENTITY : Map.of()))
                                                .annotations(annotations)
                                                .build())
                                        .spec(Pods.spec(
                                                plan,
                                                access.serviceAccount(),
                                                configMap("-client", settings),
                                                configMap("-client-files", files),
                                                labels.selector()))
                                        .build())
                                .build())
                        .build(),
                CustomResourceOptions.builder()
                        .parent(this)
                        .ignoreChanges(REPLICAS)
                        .dependsOn(access.neededFirst())
                        .build());
        return deployment.metadata().applyValue(meta -> meta.name().orElseThrow());
    }

    /**
     * Its name carries what it holds: pods of the old generation keep the old one until they are gone, and new settings are
     * there before the pods that need them.
     */
    private Optional<Output<String>> configMap(String suffix, Map<String, String> data) {
        if (data.isEmpty()) {
            return Optional.empty();
        }
        String name = plan.name() + suffix;
        ConfigMap client = new ConfigMap(
                name,
                ConfigMapArgs.builder()
                        .metadata(labels.meta(name + "-" + ClientSettings.checksum(data)))
                        .data(data)
                        .immutable(true)
                        .build(),
                child);
        return Optional.of(client.metadata().applyValue(meta -> meta.name().orElseThrow()));
    }

    /** A release takes no pod away before its successor is ready. */
    private static DeploymentStrategyArgs newBeforeOld() {
        return DeploymentStrategyArgs.builder()
                .type("RollingUpdate")
                .rollingUpdate(RollingUpdateDeploymentArgs.builder()
                        .maxSurge("25%")
                        .maxUnavailable(0)
                        .build())
                .build();
    }

    /** Exactly one: two would fight over the replicas. */
    private void declareScaler() {
        if (plan.lag().isPresent()) {
            LagScaling.declare(
                    plan, plan.lag().get(), CheckpointStore.placeOf(plan), access.clientId(), deploymentName, this);
            return;
        }
        new HorizontalPodAutoscaler(
                plan.name(),
                HorizontalPodAutoscalerArgs.builder()
                        .metadata(labels.meta(plan.name()))
                        .spec(Autoscaling.spec(plan, deploymentName))
                        .build(),
                child);
    }

    /** With a single pod there is no budget that both protects it and lets a drain pass. */
    private void declareBudget() {
        plan.pods()
                .maxUnavailable()
                .ifPresent(budget -> new PodDisruptionBudget(
                        plan.name(),
                        PodDisruptionBudgetArgs.builder()
                                .metadata(labels.meta(plan.name()))
                                .spec(PodDisruptionBudgetSpecArgs.builder()
                                        .maxUnavailable(budget.value())
                                        .unhealthyPodEvictionPolicy("AlwaysAllow")
                                        .selector(labels.selector())
                                        .build())
                                .build(),
                        child));
    }

    private void declareNetworkPolicy() {
        boolean needsTokens = access.clientId().isPresent() || plan.lag().isPresent();
        new NetworkPolicy(
                plan.name(),
                NetworkPolicyArgs.builder()
                        .metadata(labels.meta(plan.name()))
                        .spec(Traffic.policy(plan.spec(), needsTokens))
                        .build(),
                child);
    }

    /** By which an ingress finds the pods. */
    private void declareService() {
        new Service(
                plan.name(),
                ServiceArgs.builder()
                        .metadata(labels.meta(plan.name()))
                        .spec(ServiceSpecArgs.builder()
                                .type("ClusterIP")
                                .selector(labels.with(Map.of()))
                                .ports(ServicePortArgs.builder()
                                        .name(Pods.PORT)
                                        .port(HTTP)
                                        .targetPort(Pods.PORT)
                                        .build())
                                .build())
                        .build(),
                child);
    }
}
