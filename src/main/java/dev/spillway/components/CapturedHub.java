package dev.spillway.components;

import com.pulumi.azurenative.eventhub.EventHubArgs;
import com.pulumi.azurenative.eventhub.enums.EncodingCaptureDescription;
import com.pulumi.azurenative.eventhub.inputs.CaptureDescriptionArgs;
import com.pulumi.azurenative.eventhub.inputs.DestinationArgs;
import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.internal.Codegen;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import dev.spillway.plan.CapturePlan;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hub whose files are written by an identity of its namespace.
 *
 * <p>Only the API of 2024-01-01 and later knows that, and neither the Java SDK nor the provider of its age does: the type is
 * written by hand and asks for a provider that has it. An alias tells the engine that it is the same hub as one that was
 * declared without, so that switching between them replaces nothing.
 */
final class CapturedHub extends CustomResource {
    static final String TYPE = "azure-native:eventhub/v20240101:EventHub";

    /** The last provider of the second generation; 2.39.0 of April 2024 is the first that is known to have the API. */
    static final String PROVIDER_VERSION = "2.90.0";

    private static final String PLAIN_TYPE = "azure-native:eventhub:EventHub";

    @Export(name = "name", refs = String.class, tree = "[0]")
    private @Nullable Output<String> name;

    private CapturedHub(String name, Args args, CustomResourceOptions options) {
        super(TYPE, name, args, options);
    }

    /**
     * The hub.
     *
     * @param hub without a capture description
     */
    static CapturedHub declare(
            String name, EventHubArgs hub, CapturePlan capture, CaptureStore store, CustomResourceOptions options) {
        return new CapturedHub(
                name,
                new Args(hub, Output.of(description(capture, store))),
                CustomResourceOptions.merge(
                        options,
                        CustomResourceOptions.builder()
                                .version(PROVIDER_VERSION)
                                .aliases(alias(PLAIN_TYPE))
                                .build()));
    }

    /** What a hub that is not captured by an identity is called when it was before. */
    static Output<Alias> formerly() {
        return alias(TYPE);
    }

    Output<String> name() {
        return Codegen.optional(name).applyValue(Optional::orElseThrow);
    }

    /** The same with the key of the account, which every API knows. */
    static CaptureDescriptionArgs byKey(CapturePlan capture, CaptureStore store) {
        return CaptureDescriptionArgs.builder()
                .enabled(true)
                .encoding(EncodingCaptureDescription.Avro)
                .intervalInSeconds((int) capture.interval().value().toSeconds())
                .sizeLimitInBytes(capture.sizeLimitBytes())
                .skipEmptyArchives(capture.skipEmptyArchives().value())
                .destination(DestinationArgs.builder()
                        .name(CapturePlan.DESTINATION)
                        .storageAccountResourceId(store.accountId())
                        .blobContainer(capture.containerName())
                        .archiveNameFormat(capture.archiveNameFormat().value())
                        .build())
                .build();
    }

    private static Output<Alias> alias(String type) {
        return Output.of(Alias.builder().type(type).build());
    }

    /** What is known is known before deployment, whatever an id inside will be. */
    private static Map<String, Object> description(CapturePlan capture, CaptureStore store) {
        return Map.of(
                "enabled",
                true,
                "encoding",
                "Avro",
                "intervalInSeconds",
                (int) capture.interval().value().toSeconds(),
                "sizeLimitInBytes",
                capture.sizeLimitBytes(),
                "skipEmptyArchives",
                capture.skipEmptyArchives().value(),
                "destination",
                Map.of(
                        "name", CapturePlan.DESTINATION,
                        "storageAccountResourceId", store.accountId(),
                        "blobContainer", capture.containerName(),
                        "archiveNameFormat", capture.archiveNameFormat().value(),
                        "identity",
                                Map.of(
                                        "type",
                                        "UserAssigned",
                                        "userAssignedIdentity",
                                        store.identityId().orElseThrow())));
    }

    /** What the SDK's own arguments say, and what they cannot say. */
    @SuppressWarnings("unused") // the SDK reads the fields
    private static final class Args extends ResourceArgs {
        @Import(name = "captureDescription")
        private final Output<?> captureDescription;

        @Import(name = "eventHubName")
        private final @Nullable Output<?> eventHubName;

        @Import(name = "namespaceName", required = true)
        private final Output<?> namespaceName;

        @Import(name = "partitionCount")
        private final @Nullable Output<?> partitionCount;

        @Import(name = "resourceGroupName", required = true)
        private final Output<?> resourceGroupName;

        @Import(name = "retentionDescription")
        private final @Nullable Output<?> retentionDescription;

        @Import(name = "status")
        private final @Nullable Output<?> status;

        Args(EventHubArgs hub, Output<?> captureDescription) {
            this.captureDescription = captureDescription;
            this.eventHubName = hub.eventHubName().orElse(null);
            this.namespaceName = hub.namespaceName();
            this.partitionCount = hub.partitionCount().orElse(null);
            this.resourceGroupName = hub.resourceGroupName();
            this.retentionDescription = hub.retentionDescription().orElse(null);
            this.status = hub.status().orElse(null);
        }
    }
}
