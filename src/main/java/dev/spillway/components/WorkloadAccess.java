package dev.spillway.components;

import com.pulumi.azurenative.managedidentity.FederatedIdentityCredential;
import com.pulumi.azurenative.managedidentity.FederatedIdentityCredentialArgs;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentity;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentityArgs;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.ServiceAccount;
import com.pulumi.kubernetes.core.v1.ServiceAccountArgs;
import com.pulumi.kubernetes.meta.v1.outputs.ObjectMeta;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.plan.NamespacePlan;
import dev.spillway.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * As whom the pods of a workload act.
 *
 * @param serviceAccount its name in Kubernetes
 * @param clientId of the identity in Entra ID; empty where none is declared
 * @param neededFirst what a pod needs to be let in: it starts after these
 */
record WorkloadAccess(Output<String> serviceAccount, Optional<Output<String>> clientId, List<Resource> neededFirst) {
    private static final String AUDIENCE = "api://AzureADTokenExchange";
    private static final String CLIENT_ID = "azure.workload.identity/client-id";

    /** The service account of AKS' KEDA add-on (https://learn.microsoft.com/azure/aks/keda-workload-identity, 2026-11-21). */
    private static final String KEDA = "system:serviceaccount:kube-system:keda-operator";

    WorkloadAccess {
        neededFirst = List.copyOf(neededFirst);
    }

    /** A right of the identity, by the logical name of its assignment. */
    record Right(String name, Grant grant) {}

    /** Where an identity is declared, and who vouches for its pods. */
    record Home(NamespacePlan namespace, Output<String> resourceGroup, Output<String> issuer) {}

    /** A service account that nobody in Azure knows. */
    static WorkloadAccess unknownToAzure(WorkloadPlan plan, Resource parent) {
        return new WorkloadAccess(serviceAccount(plan, Map.of(), parent).name(), Optional.empty(), List.of());
    }

    /** An identity of the workload's own, which its pods get by their service account, with no more than these roles. */
    static WorkloadAccess federated(WorkloadPlan plan, Home home, List<Right> rights, Resource parent) {
        String name = plan.name();
        CustomResourceOptions child =
                CustomResourceOptions.builder().parent(parent).build();
        UserAssignedIdentity identity = new UserAssignedIdentity(
                name,
                UserAssignedIdentityArgs.builder()
                        .resourceGroupName(home.resourceGroup())
                        .resourceName(home.namespace().azureName() + "-" + name)
                        .location(home.namespace().location())
                        .tags(home.namespace().tags())
                        .build(),
                child);
        Output<String> clientId = Later.of(identity, identity.clientId());
        Output<String> principalId = Later.of(identity, identity.principalId());
        Account account = serviceAccount(plan, Map.of(CLIENT_ID, clientId), parent);
        List<Resource> first = new ArrayList<>();
        FederatedIdentityCredential pods =
                credential(name, home, identity, account.namespace().applyValue(in -> subject(in, name)), child);
        first.add(pods);
        if (plan.lag().isPresent()) {
            // Azure refuses two writes to the credentials of one identity at a time.
            CustomResourceOptions afterPods = CustomResourceOptions.builder()
                    .parent(parent)
                    .dependsOn(pods)
                    .build();
            first.add(credential(name + "-keda", home, identity, Output.of(KEDA), afterPods));
        }
        rights.forEach(right -> first.add(right.grant().to(principalId).declare(right.name(), child)));
        return new WorkloadAccess(account.name(), Optional.of(clientId), first);
    }

    private static FederatedIdentityCredential credential(
            String name,
            Home home,
            UserAssignedIdentity identity,
            Output<String> subject,
            CustomResourceOptions options) {
        return new FederatedIdentityCredential(
                name,
                FederatedIdentityCredentialArgs.builder()
                        .resourceGroupName(home.resourceGroup())
                        .resourceName(identity.name())
                        .federatedIdentityCredentialResourceName(name)
                        .issuer(home.issuer())
                        .subject(subject)
                        .audiences(AUDIENCE)
                        .build(),
                options);
    }

    /** A service account by name and Kubernetes namespace, which the provider may have chosen. */
    private record Account(Output<String> name, Output<String> namespace) {}

    private static Account serviceAccount(WorkloadPlan plan, Map<String, Output<String>> annotations, Resource parent) {
        ServiceAccount account = new ServiceAccount(
                plan.name(),
                ServiceAccountArgs.builder()
                        .metadata(new Labels(plan.name()).meta(plan.name(), annotations))
                        .automountServiceAccountToken(false)
                        .build(),
                CustomResourceOptions.builder().parent(parent).build());
        Output<ObjectMeta> metadata = Later.of(account, account.metadata());
        return new Account(
                metadata.applyValue(meta -> meta.name().orElseThrow()),
                metadata.applyValue(meta -> meta.namespace().orElse("default")));
    }

    private static String subject(String kubernetesNamespace, String account) {
        return "system:serviceaccount:" + kubernetesNamespace + ":" + account;
    }
}
