package dev.spillway.components;

import com.pulumi.azurenative.containerservice.inputs.GetManagedClusterPlainArgs;
import com.pulumi.azurenative.containerservice.inputs.ListManagedClusterUserCredentialsArgs;
import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.InvokeArgs;
import dev.spillway.model.ClusterSpec;
import dev.spillway.plan.ClusterPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The cluster that workloads run on: one of its own, which can grow in time over three zones, or one that is there. Either way
 * pods that do nothing keep room on its nodes where a burst could not wait for a new one.
 *
 * <p>Children, by logical name: {@code <name>} cluster, maintenance window, diagnostics and Kubernetes provider, {@code
 * <name>-workload} the pool of the workloads, {@code <name>-logs} the workspace, {@code <name>-insights} what fills it, {@code
 * <name>-headroom} the placeholder pods. These names are part of the contract.
 */
public final class AksCluster extends Component {
    public static final String TYPE = "spillway:index:AksCluster";

    private static final String GET_CLUSTER = "azure-native:containerservice:getManagedCluster";
    private static final String GET_CREDENTIALS = "azure-native:containerservice:listManagedClusterUserCredentials";

    private final ClusterPlan plan;
    private final Output<String> clusterName;
    private final Output<String> oidcIssuerUrl;
    private final Map<String, Output<?>> outputs = new TreeMap<>();
    private final Optional<Provider> kubernetes;

    /** A cluster with a Kubernetes provider of its own where it is a new one. */
    public AksCluster(String name, AksClusterArgs args, ComponentResourceOptions options) {
        this(name, args, true, options);
    }

    /** @param ownProvider whether a new cluster's credentials are used, or those that the program was configured with */
    AksCluster(String name, AksClusterArgs args, boolean ownProvider, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.plan = args.plan(name);
        if (plan.spec() instanceof ClusterSpec.Existing existing) {
            this.clusterName = Output.of(existing.name());
            this.oidcIssuerUrl = existing.oidcIssuerUrl().map(Output::of).orElseGet(() -> issuerOf(existing));
            this.kubernetes = Optional.empty();
        } else {
            NewCluster declared = NewCluster.declare(name, plan, args.resourceGroupName(), this);
            this.clusterName = declared.name();
            this.oidcIssuerUrl = declared.issuer();
            outputs.put("id", declared.id());
            Output<String> kubeconfig = kubeconfig(args.resourceGroupName());
            outputs.put("kubeconfig", kubeconfig);
            this.kubernetes = ownProvider ? Optional.of(provider(name, kubeconfig)) : Optional.empty();
        }
        if (plan.placeholders().pods().value() > 0) {
            HeadroomPods.declare(name + "-headroom", plan.placeholders(), kubernetes, this);
        }
        outputs.put("clusterName", clusterName);
        outputs.put("oidcIssuerUrl", oidcIssuerUrl);
        outputs.put("effectiveSettings", Output.of(EffectiveSettings.of(AksClusterArgs.settingsOf(plan))));
        registerOutputs(outputs);
    }

    /** Everything that it publishes, by name. */
    public Map<String, Output<?>> outputs() {
        return Map.copyOf(outputs);
    }

    public Output<String> clusterName() {
        return clusterName;
    }

    /** Who vouches for the cluster's service accounts. */
    public Output<String> oidcIssuerUrl() {
        return oidcIssuerUrl;
    }

    /** Options for what runs on it: with its own credentials where it is new, else with those of the program. */
    public ComponentResourceOptions hosting(ComponentResourceOptions options) {
        return kubernetes
                .map(provider -> ComponentResourceOptions.merge(
                        options,
                        ComponentResourceOptions.builder()
                                .providers(List.of(provider))
                                .build()))
                .orElse(options);
    }

    private Output<String> issuerOf(ClusterSpec.Existing existing) {
        return invoke(
                        GET_CLUSTER,
                        GetManagedClusterPlainArgs.builder()
                                .resourceGroupName(existing.resourceGroup())
                                .resourceName(existing.name())
                                .build())
                .applyValue(found -> text(found, "oidcIssuerProfile", "issuerURL"));
    }

    private static String text(Map<String, Object> found, String profile, String key) {
        Object value = found.get(profile) instanceof Map<?, ?> inner ? inner.get(key) : null;
        if (value == null) {
            throw new IllegalArgumentException("the cluster has no " + profile + "." + key
                    + ": let it issue OIDC tokens (az aks update --enable-oidc-issuer --enable-workload-identity), or give"
                    + " cluster.existing.oidcIssuerUrl");
        }
        return value.toString();
    }

    /** Of whoever deploys: Entra ID says what they may do, since the cluster has no accounts of its own. */
    private Output<String> kubeconfig(Output<String> resourceGroup) {
        return invoke(
                        GET_CREDENTIALS,
                        ListManagedClusterUserCredentialsArgs.builder()
                                .resourceGroupName(resourceGroup)
                                .resourceName(clusterName)
                                .build())
                .applyValue(Kubeconfig::of)
                .asSecret();
    }

    private Output<Map<String, Object>> invoke(String token, InvokeArgs args) {
        return Deployment.getInstance()
                .invoke(
                        token,
                        TypeShape.map(String.class, Object.class),
                        args,
                        com.pulumi.azurenative.Utilities.withVersion(
                                InvokeOptions.builder().parent(this).build()));
    }

    private Provider provider(String name, Output<String> kubeconfig) {
        return new Provider(
                name,
                ProviderArgs.builder()
                        .kubeconfig(kubeconfig)
                        .enableServerSideApply(true)
                        .build(),
                CustomResourceOptions.builder().parent(this).build());
    }
}
