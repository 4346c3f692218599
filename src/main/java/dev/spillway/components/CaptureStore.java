package dev.spillway.components;

import com.pulumi.azurenative.managedidentity.UserAssignedIdentity;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentityArgs;
import com.pulumi.azurenative.storage.BlobContainer;
import com.pulumi.azurenative.storage.BlobContainerArgs;
import com.pulumi.azurenative.storage.BlobContainerImmutabilityPolicy;
import com.pulumi.azurenative.storage.BlobContainerImmutabilityPolicyArgs;
import com.pulumi.azurenative.storage.enums.PublicAccess;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.facts.DataRole;
import dev.spillway.plan.CapturePlan;
import dev.spillway.plan.CaptureStoragePlan;
import dev.spillway.plan.HubPlan;
import dev.spillway.plan.NamespacePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the captured files of a namespace go: an account, a container for each captured hub, and the right to write into it.
 *
 * <p>Everything here is made before the namespace, so that the role, which takes its time to be known everywhere, is old when
 * the first file is due; and every hub waits for it, because the service refuses a hub whose files cannot be written.
 *
 * <p>Children: {@code <name>-capture} the account, its blob service, its lifecycle and the identity, {@code
 * <name>-<hub>-capture} a container, its immutability and its role assignment.
 */
final class CaptureStore {
    private final Output<String> accountId;
    private final Optional<UserAssignedIdentity> identity;
    private final Map<String, Output<String>> containers = new TreeMap<>();
    private final List<Resource> ready = new ArrayList<>();

    private CaptureStore(Output<String> accountId, Optional<UserAssignedIdentity> identity) {
        this.accountId = accountId;
        this.identity = identity;
    }

    /** Empty where no hub of the namespace is captured. */
    static Optional<CaptureStore> declare(NamespaceSite site) {
        NamespacePlan plan = site.plan();
        return plan.captureStorage().map(storage -> declare(site.parent(), site.name(), site.group(), plan, storage));
    }

    private static CaptureStore declare(
            Resource parent, String name, Output<String> group, NamespacePlan plan, CaptureStoragePlan storage) {
        CaptureAccount account = CaptureAccount.of(parent, name + "-capture", group, plan, storage);
        CaptureStore store = new CaptureStore(
                account.id(),
                storage.byIdentity() ? Optional.of(identity(parent, name, group, plan)) : Optional.empty());
        for (HubPlan hub : plan.hubs()) {
            hub.capture()
                    .ifPresent(capture -> store.container(parent, name + "-" + hub.name(), account, plan, capture));
        }
        return store;
    }

    /** The identity that writes, for the namespace to have. */
    Optional<Output<String>> identityId() {
        return identity.map(UserAssignedIdentity::id);
    }

    /** What has to be there before the first file can be written. */
    List<Resource> ready() {
        return List.copyOf(ready);
    }

    Output<String> accountId() {
        return accountId;
    }

    /** Where the files of each captured hub are, by hub. */
    Map<String, Output<String>> containers() {
        return Map.copyOf(containers);
    }

    private static UserAssignedIdentity identity(
            Resource parent, String name, Output<String> group, NamespacePlan plan) {
        return new UserAssignedIdentity(
                name + "-capture",
                UserAssignedIdentityArgs.builder()
                        .resourceGroupName(group)
                        .resourceName(plan.azureName() + "-capture")
                        .location(plan.location())
                        .tags(plan.tags())
                        .build(),
                CustomResourceOptions.builder().parent(parent).build());
    }

    private void container(
            Resource parent, String hub, CaptureAccount account, NamespacePlan plan, CapturePlan capture) {
        BlobContainer container = new BlobContainer(
                hub + "-capture",
                BlobContainerArgs.builder()
                        .resourceGroupName(account.group())
                        .accountName(account.name())
                        .containerName(capture.containerName())
                        .publicAccess(PublicAccess.None)
                        .build(),
                CustomResourceOptions.builder()
                        .parent(parent)
                        .protect(plan.protect().value())
                        .dependsOn(account.settings())
                        .build());
        containers.put(
                hub,
                Output.tuple(account.name(), container.name())
                        .applyValue(names -> "https://" + names.t1 + ".blob.core.windows.net/" + names.t2));
        ready.add(container);
        plan.captureStorage()
                .orElseThrow()
                .immutableDays()
                .ifPresent(days -> immutability(parent, hub, account, container, days));
        identity.ifPresent(writer -> ready.add(right(parent, hub, container, writer)));
    }

    private static void immutability(
            Resource parent, String hub, CaptureAccount account, BlobContainer container, int days) {
        new BlobContainerImmutabilityPolicy(
                hub + "-capture",
                BlobContainerImmutabilityPolicyArgs.builder()
                        .resourceGroupName(account.group())
                        .accountName(account.name())
                        .containerName(container.name())
                        .immutabilityPolicyName("default")
                        .immutabilityPeriodSinceCreationInDays(days)
                        .allowProtectedAppendWrites(false)
                        .build(),
                CustomResourceOptions.builder().parent(parent).build());
    }

    private static Resource right(Resource parent, String hub, BlobContainer container, UserAssignedIdentity writer) {
        return Grant.of(DataRole.STORAGE_BLOB_CONTRIBUTOR, "capture/" + hub)
                .at(container.id())
                .to(Later.of(writer, writer.principalId()))
                .declare(
                        hub + "-capture",
                        CustomResourceOptions.builder().parent(parent).build());
    }
}
