package dev.spillway.components;

import com.pulumi.azurenative.authorization.RoleAssignment;
import com.pulumi.azurenative.eventgrid.inputs.DeadLetterWithResourceIdentityArgs;
import com.pulumi.azurenative.eventgrid.inputs.EventSubscriptionIdentityArgs;
import com.pulumi.azurenative.eventgrid.inputs.StorageBlobDeadLetterDestinationArgs;
import com.pulumi.azurenative.storage.BlobContainer;
import com.pulumi.azurenative.storage.BlobContainerArgs;
import com.pulumi.azurenative.storage.BlobServiceProperties;
import com.pulumi.azurenative.storage.BlobServicePropertiesArgs;
import com.pulumi.azurenative.storage.ManagementPolicy;
import com.pulumi.azurenative.storage.ManagementPolicyArgs;
import com.pulumi.azurenative.storage.StorageAccount;
import com.pulumi.azurenative.storage.StorageAccountArgs;
import com.pulumi.azurenative.storage.enums.DefaultAction;
import com.pulumi.azurenative.storage.enums.PublicAccess;
import com.pulumi.azurenative.storage.inputs.DateAfterModificationArgs;
import com.pulumi.azurenative.storage.inputs.DeleteRetentionPolicyArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyActionArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyBaseBlobArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyDefinitionArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyFilterArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyRuleArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicySchemaArgs;
import com.pulumi.azurenative.storage.inputs.NetworkRuleSetArgs;
import com.pulumi.azurenative.storage.inputs.SkuArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.components.EventGridArgs.GridScope;
import dev.spillway.facts.DataRole;
import dev.spillway.model.DeadLetterSpec;
import dev.spillway.plan.GridStorePlan;
import dev.spillway.plan.MonitoredResource;
import dev.spillway.plan.MonitoredResource.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the dead letters of one Event Grid resource go: an account in its region that its identity may write to, and accounts
 * that were there before.
 *
 * <p>Children, by logical name: {@code <name>-dead-letters} the account, its lifecycle, how long deleted
 * blobs can be had back, and the right to write to it, {@code
 * <name>-dead-letters-<container>} a container.
 */
final class GridDeadLetters {
    private static final String IDENTITY = "SystemAssigned";

    private final String name;
    private final GridScope scope;
    private final Optional<Output<String>> principalId;
    private final Optional<StorageAccount> account;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, RoleAssignment> rights = new HashMap<>();
    private final boolean protect;

    /** A container, and the right to write to it where one is needed. */
    private record Place(Output<String> accountId, Output<String> container, Optional<RoleAssignment> right) {}

    /** @param principalId whose right it is to write; empty writes with the account's key */
    GridDeadLetters(
            String name,
            GridScope scope,
            Optional<GridStorePlan> store,
            Optional<Output<String>> principalId,
            boolean protect) {
        this.name = name + "-dead-letters";
        this.scope = scope;
        this.principalId = principalId;
        this.protect = protect;
        this.account = store.map(this::account);
    }

    private StorageAccount account(GridStorePlan plan) {
        StorageAccount made = new StorageAccount(
                name,
                StorageAccountArgs.builder()
                        .resourceGroupName(scope.resourceGroupName())
                        .accountName(plan.accountName())
                        .location(plan.location())
                        .kind("StorageV2")
                        .sku(SkuArgs.builder().name(plan.sku().value()).build())
                        .allowBlobPublicAccess(false)
                        .allowSharedKeyAccess(!plan.byIdentity())
                        .enableHttpsTrafficOnly(true)
                        .minimumTlsVersion("TLS1_2")
                        .networkRuleSet(NetworkRuleSetArgs.builder()
                                // An identity is let through the firewall as a trusted service; a key is not.
                                .bypass("AzureServices")
                                .defaultAction(plan.byIdentity() ? DefaultAction.Deny : DefaultAction.Allow)
                                .build())
                        .tags(scope.stack().tags())
                        .build(),
                stateful());
        Optional<RoleAssignment> right = principalId.map(principal ->
                GridRoles.grant(name, DataRole.STORAGE_BLOB_CONTRIBUTOR, principal, made.id(), scope.parent()));
        for (String container : plan.containers()) {
            places.put(container, container(made, container, right));
        }
        softDelete(made, plan);
        lifecycle(made, plan);
        return made;
    }

    private void softDelete(StorageAccount made, GridStorePlan plan) {
        DeleteRetentionPolicyArgs kept = DeleteRetentionPolicyArgs.builder()
                .enabled(true)
                .days(plan.softDeleteDays().value())
                .build();
        new BlobServiceProperties(
                name,
                BlobServicePropertiesArgs.builder()
                        .resourceGroupName(scope.resourceGroupName())
                        .accountName(made.name())
                        .blobServicesName("default")
                        .deleteRetentionPolicy(kept)
                        .containerDeleteRetentionPolicy(kept)
                        .build(),
                CustomResourceOptions.builder().parent(scope.parent()).build());
    }

    private Place container(StorageAccount made, String container, Optional<RoleAssignment> right) {
        String child = name.endsWith("-" + container) ? name : name + "-" + container;
        BlobContainer blobs = new BlobContainer(
                child,
                BlobContainerArgs.builder()
                        .resourceGroupName(scope.resourceGroupName())
                        .accountName(made.name())
                        .containerName(container)
                        .publicAccess(PublicAccess.None)
                        .build(),
                stateful());
        return new Place(made.id(), blobs.name(), right);
    }

    private void lifecycle(StorageAccount made, GridStorePlan plan) {
        new ManagementPolicy(
                name,
                ManagementPolicyArgs.builder()
                        .resourceGroupName(scope.resourceGroupName())
                        .accountName(made.name())
                        .managementPolicyName("default")
                        .policy(ManagementPolicySchemaArgs.builder()
                                .rules(ManagementPolicyRuleArgs.builder()
                                        .name("dead-letters")
                                        .type("Lifecycle")
                                        .enabled(true)
                                        .definition(ManagementPolicyDefinitionArgs.builder()
                                                .filters(ManagementPolicyFilterArgs.builder()
                                                        .blobTypes("blockBlob")
                                                        .prefixMatch(plan.containers().stream()
                                                                .map(container -> container + "/")
                                                                .toList())
                                                        .build())
                                                .actions(ManagementPolicyActionArgs.builder()
                                                        .baseBlob(ManagementPolicyBaseBlobArgs.builder()
                                                                .delete(DateAfterModificationArgs.builder()
                                                                        .daysAfterModificationGreaterThan(
                                                                                plan.retentionDays()
                                                                                        .value()
                                                                                        .doubleValue())
                                                                        .build())
                                                                .build())
                                                        .build())
                                                .build())
                                        .build())
                                .build())
                        .build(),
                CustomResourceOptions.builder().parent(scope.parent()).build());
    }

    /** The dead-letter part of a subscription, and the right that has to be there before it. */
    DeadLetterTarget target(DeadLetterSpec spec, String container) {
        Place place = spec.createsStorage() ? made(container) : existing(spec, container);
        StorageBlobDeadLetterDestinationArgs blob = StorageBlobDeadLetterDestinationArgs.builder()
                .endpointType("StorageBlob")
                .resourceId(place.accountId())
                .blobContainerName(place.container())
                .build();
        return new DeadLetterTarget(blob, principalId.isPresent(), place.right());
    }

    private Place made(String container) {
        Place place = places.get(container);
        if (place == null) {
            throw new IllegalStateException(container + " was not planned");
        }
        return place;
    }

    /** Azure asks for the right on the account; it is given once, however many subscriptions write there. */
    private Place existing(DeadLetterSpec spec, String container) {
        String accountId = spec.storageAccountId().orElseThrow();
        return places.computeIfAbsent(
                accountId + "/" + container,
                any -> new Place(Output.of(accountId), Output.of(container), rightOn(accountId)));
    }

    private Optional<RoleAssignment> rightOn(String accountId) {
        String child = name + "-" + accountId.substring(accountId.lastIndexOf('/') + 1);
        return principalId.map(principal -> rights.computeIfAbsent(
                accountId,
                any -> GridRoles.grant(
                        child, DataRole.STORAGE_BLOB_CONTRIBUTOR, principal, Output.of(accountId), scope.parent())));
    }

    /** The address of every container of ours, by its name. */
    Map<String, Output<String>> containerUrls() {
        Map<String, Output<String>> urls = new TreeMap<>();
        account.ifPresent(made -> places.forEach((container, place) -> {
            if (!container.contains("/")) {
                urls.put(
                        container,
                        made.name().applyValue(host -> "https://" + host + ".blob.core.windows.net/" + container));
            }
        }));
        return urls;
    }

    /** What keeps the dead letters, to be watched: while it is away they are dropped. */
    Map<MonitoredResource, Output<String>> watched() {
        return account.map(made -> Map.<MonitoredResource, Output<String>>of(
                        new MonitoredResource(Kind.STORAGE_ACCOUNT, name, name), made.id()))
                .orElse(Map.of());
    }

    private CustomResourceOptions stateful() {
        return CustomResourceOptions.builder()
                .parent(scope.parent())
                .protect(protect)
                .build();
    }

    /**
     * What a subscription writes its dead letters to.
     *
     * @param right has to be there before the subscription
     */
    record DeadLetterTarget(
            StorageBlobDeadLetterDestinationArgs blob, boolean byIdentity, Optional<RoleAssignment> right) {
        DeadLetterWithResourceIdentityArgs withIdentity() {
            return DeadLetterWithResourceIdentityArgs.builder()
                    .identity(identity())
                    .deadLetterDestination(blob)
                    .build();
        }
    }

    static EventSubscriptionIdentityArgs identity() {
        return EventSubscriptionIdentityArgs.builder().type(IDENTITY).build();
    }
}
