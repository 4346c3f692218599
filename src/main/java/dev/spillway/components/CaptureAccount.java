package dev.spillway.components;

import com.pulumi.azurenative.storage.BlobServiceProperties;
import com.pulumi.azurenative.storage.BlobServicePropertiesArgs;
import com.pulumi.azurenative.storage.ManagementPolicy;
import com.pulumi.azurenative.storage.ManagementPolicyArgs;
import com.pulumi.azurenative.storage.StorageAccount;
import com.pulumi.azurenative.storage.StorageAccountArgs;
import com.pulumi.azurenative.storage.inputs.DateAfterModificationArgs;
import com.pulumi.azurenative.storage.inputs.DeleteRetentionPolicyArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyActionArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyBaseBlobArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyDefinitionArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyFilterArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyRuleArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicySchemaArgs;
import com.pulumi.azurenative.storage.inputs.SkuArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.plan.CapturePlan;
import dev.spillway.plan.CaptureStoragePlan;
import dev.spillway.plan.NamespacePlan;
import java.util.List;

/**
 * The account of captured files, ours or somebody else's.
 *
 * @param settings what is set before a container is made, so that no file is ever without it
 */
record CaptureAccount(Output<String> id, Output<String> name, Output<String> group, List<Resource> settings) {
    private static final int GROUP_SEGMENT = 4;

    static CaptureAccount of(
            Resource parent, String name, Output<String> group, NamespacePlan plan, CaptureStoragePlan storage) {
        return storage.existingAccountId()
                .map(CaptureAccount::existing)
                .orElseGet(() -> own(parent, name, group, plan, storage));
    }

    private static CaptureAccount existing(String id) {
        String[] segments = id.split("/", -1);
        return new CaptureAccount(
                Output.of(id), Output.of(segments[segments.length - 1]), Output.of(segments[GROUP_SEGMENT]), List.of());
    }

    private static CaptureAccount own(
            Resource parent, String name, Output<String> group, NamespacePlan plan, CaptureStoragePlan storage) {
        StorageAccount account = new StorageAccount(
                name,
                StorageAccountArgs.builder()
                        .resourceGroupName(group)
                        .accountName(storage.accountName().value())
                        .location(plan.location())
                        .kind("StorageV2")
                        .sku(SkuArgs.builder().name(storage.sku().value()).build())
                        .accessTier(com.pulumi.azurenative.storage.enums.AccessTier.Hot)
                        .allowBlobPublicAccess(false)
                        .allowSharedKeyAccess(!storage.byIdentity())
                        .defaultToOAuthAuthentication(true)
                        .enableHttpsTrafficOnly(true)
                        .minimumTlsVersion("TLS1_2")
                        .tags(plan.tags())
                        .build(),
                CustomResourceOptions.builder()
                        .parent(parent)
                        .protect(plan.protect().value())
                        .build());
        return new CaptureAccount(
                account.id(),
                account.name(),
                group,
                List.of(
                        softDelete(parent, name, group, account, storage),
                        lifecycle(parent, name, group, account, plan, storage)));
    }

    private static BlobServiceProperties softDelete(
            Resource parent, String name, Output<String> group, StorageAccount account, CaptureStoragePlan storage) {
        return new BlobServiceProperties(
                name,
                BlobServicePropertiesArgs.builder()
                        .resourceGroupName(group)
                        .accountName(account.name())
                        .blobServicesName("default")
                        .deleteRetentionPolicy(deleted(storage))
                        .containerDeleteRetentionPolicy(deleted(storage))
                        .build(),
                CustomResourceOptions.builder().parent(parent).build());
    }

    private static DeleteRetentionPolicyArgs deleted(CaptureStoragePlan storage) {
        return DeleteRetentionPolicyArgs.builder()
                .enabled(true)
                .days(storage.softDeleteDays().value())
                .build();
    }

    /** Nothing is deleted unless an age was given. */
    private static ManagementPolicy lifecycle(
            Resource parent,
            String name,
            Output<String> group,
            StorageAccount account,
            NamespacePlan plan,
            CaptureStoragePlan storage) {
        ManagementPolicyBaseBlobArgs.Builder files = ManagementPolicyBaseBlobArgs.builder()
                .tierToCool(after(storage.coolAfterDays().value()));
        storage.keepDays().ifPresent(days -> files.delete(after(days)));
        List<String> prefixes = plan.hubs().stream()
                .flatMap(hub -> hub.capture().stream())
                .map(CapturePlan::containerName)
                .map(container -> container + "/")
                .toList();
        return new ManagementPolicy(
                name,
                ManagementPolicyArgs.builder()
                        .resourceGroupName(group)
                        .accountName(account.name())
                        .managementPolicyName("default")
                        .policy(ManagementPolicySchemaArgs.builder()
                                .rules(ManagementPolicyRuleArgs.builder()
                                        .name("captured-events")
                                        .type("Lifecycle")
                                        .enabled(true)
                                        .definition(ManagementPolicyDefinitionArgs.builder()
                                                .filters(ManagementPolicyFilterArgs.builder()
                                                        .blobTypes("blockBlob")
                                                        .prefixMatch(prefixes)
                                                        .build())
                                                .actions(ManagementPolicyActionArgs.builder()
                                                        .baseBlob(files.build())
                                                        .build())
                                                .build())
                                        .build())
                                .build())
                        .build(),
                CustomResourceOptions.builder().parent(parent).build());
    }

    private static DateAfterModificationArgs after(int days) {
        return DateAfterModificationArgs.builder()
                .daysAfterModificationGreaterThan((double) days)
                .build();
    }
}
