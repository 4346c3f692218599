package dev.spillway.components;

import com.pulumi.azurenative.storage.BlobContainer;
import com.pulumi.azurenative.storage.BlobContainerArgs;
import com.pulumi.azurenative.storage.StorageAccount;
import com.pulumi.azurenative.storage.StorageAccountArgs;
import com.pulumi.azurenative.storage.enums.PublicAccess;
import com.pulumi.azurenative.storage.inputs.SkuArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.facts.Region;
import dev.spillway.facts.Regions;
import dev.spillway.plan.NamespacePlan;
import dev.spillway.plan.WorkloadPlan;
import java.util.Locale;

/** Where readers keep how far they have read: a container of blobs, one for each partition. */
final class CheckpointStore {
    private static final String CONTAINER = "checkpoints";
    private static final int READABLE_LETTERS = 12;
    private static final int HASH_DIGITS = 10;

    private CheckpointStore() {}

    /** A container by its account. */
    record Place(String account, String container) {}

    /** A container that was declared, or is there. */
    record Container(Place place, Output<String> id) {}

    /** Where a workload's checkpoints are, as given or as it will be declared. */
    static Place placeOf(WorkloadPlan plan) {
        return plan.spec()
                .checkpoints()
                .map(given -> new Place(given.storageAccount(), given.container()))
                .orElseGet(() -> new Place(accountName(plan), CONTAINER));
    }

    /** Readers on lag need one for their scaler; of others only their owner knows. */
    static boolean isWanted(WorkloadPlan plan) {
        return plan.lag().isPresent() || plan.spec().checkpoints().isPresent();
    }

    /** Declares an account and a container unless they were given. */
    static Container of(WorkloadPlan plan, EventHubsNamespace component, Resource parent) {
        Place place = placeOf(plan);
        NamespacePlan namespace = component.plan();
        Output<String> resourceGroup = component.resourceGroupName();
        if (plan.spec().checkpoints().isPresent()) {
            String group = plan.spec().checkpoints().get().resourceGroup();
            return new Container(
                    place,
                    component.id().applyValue(id -> subscriptionOf(id) + "/resourceGroups/" + group + idOf(place)));
        }
        CustomResourceOptions kept = CustomResourceOptions.builder()
                .parent(parent)
                .protect(namespace.protect().value())
                .build();
        boolean hasZones =
                Regions.find(namespace.location()).map(Region::hasZones).orElse(false);
        StorageAccount account = new StorageAccount(
                plan.name() + "-checkpoints",
                StorageAccountArgs.builder()
                        .resourceGroupName(resourceGroup)
                        .accountName(place.account())
                        .location(namespace.location())
                        .kind("StorageV2")
                        .sku(SkuArgs.builder()
                                .name(hasZones ? "Standard_ZRS" : "Standard_LRS")
                                .build())
                        .minimumTlsVersion("TLS1_2")
                        .enableHttpsTrafficOnly(true)
                        .allowBlobPublicAccess(false)
                        .allowSharedKeyAccess(false)
                        .tags(namespace.tags())
                        .build(),
                kept);
        BlobContainer container = new BlobContainer(
                plan.name() + "-checkpoints",
                BlobContainerArgs.builder()
                        .resourceGroupName(resourceGroup)
                        .accountName(account.name())
                        .containerName(place.container())
                        .publicAccess(PublicAccess.None)
                        .build(),
                kept);
        return new Container(place, container.id());
    }

    /** {@code /subscriptions/...} of any resource's id. */
    private static String subscriptionOf(String id) {
        int end = id.indexOf("/resourceGroups/");
        return end < 0 ? id : id.substring(0, end);
    }

    private static String idOf(Place place) {
        return "/providers/Microsoft.Storage/storageAccounts/" + place.account() + "/blobServices/default/containers/"
                + place.container();
    }

    /** Unique in the world as long as the namespace is, and the same at every run. */
    private static String accountName(WorkloadPlan plan) {
        String letters = plan.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return "ck" + letters.substring(0, Math.min(READABLE_LETTERS, letters.length()))
                + Checksum.of(plan.fullyQualifiedNamespace() + "/" + plan.name())
                        .substring(0, HASH_DIGITS);
    }
}
