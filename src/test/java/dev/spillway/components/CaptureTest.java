package dev.spillway.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.intake.GraphJson;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Profile;
import dev.spillway.model.CaptureSpec;
import dev.spillway.model.CaptureStorageSpec;
import dev.spillway.model.CaptureStorageSpec.Authentication;
import dev.spillway.model.CaptureStorageSpec.Redundancy;
import dev.spillway.model.HubOptions;
import dev.spillway.model.HubSpec;
import dev.spillway.model.PartitionGrowth;
import dev.spillway.model.Problems;
import dev.spillway.model.SizingProfile;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Settings;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Finding;
import dev.spillway.rules.Catalogue;
import dev.spillway.testsupport.Golden;
import dev.spillway.units.Bytes;
import dev.spillway.view.EventTopology;
import dev.spillway.view.HubView;
import dev.spillway.view.ResourceView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A namespace with a captured hub, as a Java program declares it. */
final class CaptureTest {
    private static final Path APPROVED = Path.of("src/test/resources/components");

    private static final CaptureSpec.On EVERYTHING = new CaptureSpec.On(
            Optional.of(Duration.ofMinutes(2)),
            Optional.of(Duration.ofMinutes(5)),
            Optional.of(Bytes.of(20_000_000)),
            Optional.of(true),
            Optional.of("{Namespace}_{EventHub}_{PartitionId}/{Year}{Month}{Day}/{Hour}{Minute}{Second}"),
            Optional.of("orders-files"));

    @Test
    void smallestCaptureRegistersTheApprovedResources() {
        Capture capture = run(args -> args.hub(hub("orders").with(CaptureSpec.On.DERIVED)));

        assertThat(capture.errors()).isEmpty();
        Golden.assertMatches(APPROVED.resolve("capture-smallest.approved.json"), GraphJson.write(capture.graph()));
    }

    @Test
    void largestCaptureRegistersTheApprovedResources() {
        Capture capture = run(CaptureTest::largest);

        assertThat(capture.errors()).isEmpty();
        Golden.assertMatches(APPROVED.resolve("capture-largest.approved.json"), GraphJson.write(capture.graph()));
    }

    @Test
    void twoRunsRegisterTheSame() {
        assertThat(GraphJson.write(run(CaptureTest::largest).graph()))
                .isEqualTo(GraphJson.write(run(CaptureTest::largest).graph()));
    }

    @Test
    void ourOwnRulesMissNothingButAlarmsAndSeeTheHubInEitherForm() {
        for (Authentication authentication : Authentication.values()) {
            EventTopology topology =
                    EventTopology.of(run(args -> args.hub(hub("orders").with(CaptureSpec.On.DERIVED))
                                    .captureStorage(storage(authentication)))
                            .graph());

            assertThat(topology.hubs()).singleElement().satisfies(hub -> {
                assertThat(hub.isCaptured().value()).isTrue();
                assertThat(hub.partitionCount().value()).isEqualTo(4);
            });
            assertThat(Judge.judge(Catalogue.rules(), topology, Deployed.NOTHING_KNOWN, Profile.STRICT)
                            .findings())
                    .extracting(Finding::rule)
                    .isSubsetOf("CX-020", "CP-001", "AL-001", "AL-004", "AL-005", "AL-010", "AL-014");
        }
    }

    @Test
    void anIdentityIsNeverSilentlyAKeyAndAKeyNeverAnIdentity() {
        ResourceView byIdentity = hubOf(Authentication.IDENTITY);
        ResourceView byKey = hubOf(Authentication.KEY);

        assertThat(byIdentity.type()).isEqualTo("azure-native:eventhub/v20240101:EventHub");
        assertThat(byIdentity.options().version()).isEqualTo("2.90.0");
        assertThat(byIdentity
                        .text("captureDescription.destination.identity.type")
                        .value())
                .isEqualTo("UserAssigned");
        assertThat(byKey.type()).isEqualTo("azure-native:eventhub:EventHub");
        assertThat(byKey.text("captureDescription.destination.identity.type").isAbsent())
                .isTrue();
        assertThat(account(Authentication.IDENTITY).flag("allowSharedKeyAccess").value())
                .isFalse();
        assertThat(account(Authentication.KEY).flag("allowSharedKeyAccess").value())
                .isTrue();
    }

    @Test
    void eitherFormIsTheOtherOneUnderAnAlias() {
        assertThat(hubOf(Authentication.IDENTITY).options().aliases()).contains("type=azure-native:eventhub:EventHub");
        assertThat(hubOf(Authentication.KEY).options().aliases())
                .contains("type=azure-native:eventhub/v20240101:EventHub");
    }

    @Test
    void theRightToWriteIsThereBeforeTheNamespaceAndTheHub() {
        Capture capture = run(args -> args.hub(hub("orders").with(CaptureSpec.On.DERIVED)));

        String right = only(capture, "authorization:RoleAssignment").urn();
        assertThat(only(capture, "eventhub:Namespace").dependencies()).contains(right);
        assertThat(only(capture, "EventHub").dependencies()).contains(right);
        assertThat(only(capture, "storage:BlobContainer").dependencies())
                .contains(
                        only(capture, "storage:BlobServiceProperties").urn(),
                        only(capture, "storage:ManagementPolicy").urn());
    }

    @Test
    void anAccountOfSomebodyElseGetsContainersAndNothingMore() {
        String id = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-files/providers/"
                + "Microsoft.Storage/storageAccounts/files";
        Capture capture = run(args -> args.hub(hub("orders").with(CaptureSpec.On.DERIVED))
                .captureStorage(new CaptureStorageSpec(
                        Optional.empty(),
                        Optional.of(id),
                        Optional.empty(),
                        Authentication.IDENTITY,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty())));

        assertThat(capture.graph().resources())
                .extracting(ResourceView::type)
                .filteredOn(type -> type.contains(":storage:"))
                .containsExactly("azure-native:storage:BlobContainer");
        assertThat(only(capture, "storage:BlobContainer").text("accountName").value())
                .isEqualTo("files");
        assertThat(only(capture, "storage:BlobContainer")
                        .text("resourceGroupName")
                        .value())
                .isEqualTo("rg-files");
        assertThat(only(capture, "EventHub")
                        .text("captureDescription.destination.storageAccountResourceId")
                        .value())
                .isEqualTo(id);
    }

    @Test
    void everyImpossibleArgumentIsNamedAtOnce() {
        Capture capture = run(args -> args.hub(hub("quiet").with(new CaptureSpec.Off("no")))
                .hub(hub("wrong")
                        .with(new CaptureSpec.On(
                                Optional.of(Duration.ofSeconds(901)),
                                Optional.of(Duration.ofSeconds(59)),
                                Optional.of(Bytes.of(1)),
                                Optional.empty(),
                                Optional.of(
                                        "{Namespace}/{EventHub}/{PartitionId}/{Year}/{Month}/{Day}/{Hour}/{Minute}"),
                                Optional.of("-x"))))
                .hub(new HubSpec(
                        "growing",
                        Optional.empty(),
                        OptionalInt.of(8),
                        Optional.empty(),
                        List.of(),
                        HubOptions.NONE,
                        Optional.empty(),
                        Optional.of(new PartitionGrowth(16, "billing at lag 0, A. Meier")),
                        Optional.empty()))
                .captureStorage(new CaptureStorageSpec(
                        Optional.of("Files"),
                        Optional.of("files"),
                        Optional.of(Redundancy.ZONE),
                        Authentication.KEY,
                        OptionalInt.of(0),
                        OptionalInt.of(20),
                        OptionalInt.of(10),
                        OptionalInt.of(146_001))));

        assertThat(capture.failure(Problems.class).orElseThrow().problems())
                .extracting(problem -> problem.path() + ": " + problem.message())
                .containsExactly(
                        "captureStorage.accountName: \"Files\" is not a storage account name, give 3 to 24 lower-case"
                                + " letters and digits",
                        "captureStorage.accountName: belongs to the account that exists, set it there and leave it out",
                        "captureStorage.coolAfterDays: belongs to the account that exists, set it there and leave it out",
                        "captureStorage.existingAccountId: \"files\" is not the id of a storage account, give"
                                + " /subscriptions/ID/resourceGroups/GROUP/providers/Microsoft.Storage/storageAccounts/NAME",
                        "captureStorage.immutableDays: 146001 is not possible, give 1 to 146000 days",
                        "captureStorage.keepDays: 10 is below immutableDays, until when nothing can be deleted, give"
                                + " 146001 or more",
                        "captureStorage.keepDays: 10 is not above coolAfterDays, give more",
                        "captureStorage.keepDays: belongs to the account that exists, set it there and leave it out",
                        "captureStorage.redundancy: belongs to the account that exists, set it there and leave it out",
                        "captureStorage.softDeleteDays: 0 is not possible, give 1 to 365 days",
                        "captureStorage.softDeleteDays: belongs to the account that exists, set it there and leave it out",
                        "hub.growing.partitionGrowth: confirms a growth to 16, give partitionCount 16 with it or leave it"
                                + " out",
                        "hub.quiet.capture.reason: \"no\" is no reason, give why the hub may be the only place of its"
                                + " events",
                        "hub.wrong.capture.archiveNameFormat: lacks {Second}, without which files overwrite each other,"
                                + " give all nine tokens",
                        "hub.wrong.capture.containerName: \"-x\" is not a container name, give 3 to 63 lower-case letters,"
                                + " digits and single hyphens, no hyphen first or last",
                        "hub.wrong.capture.interval: 901 s is above toleratedTail, give 59 s or less",
                        "hub.wrong.capture.interval: 901 s is no window of Capture, give 60 to 900 s",
                        "hub.wrong.capture.sizeLimit: 1 bytes is no size of a captured file, give 10485760 to 524288000",
                        "hub.wrong.capture.toleratedTail: 59 s is shorter than Capture's shortest window, give 60 s or"
                                + " more");
    }

    @Test
    void storageForNothingIsRefused() {
        Capture capture = run(args -> args.hub(hub("orders")).captureStorage(CaptureStorageSpec.DERIVED));

        assertThat(capture.failure(Problems.class).orElseThrow())
                .hasMessage(
                        "EventHubsNamespace orders: captureStorage: no hub of the namespace has capture, give it to one"
                                + " or leave this out");
    }

    private static void largest(EventHubsNamespaceArgs.Builder args) {
        args.profile(SizingProfile.MISSION_CRITICAL)
                .tags(Map.of("team", "orders"))
                .hub(hub("orders").with(EVERYTHING))
                .hub(hub("payments").with(CaptureSpec.On.DERIVED))
                .hub(hub("debug").with(new CaptureSpec.Off("Nobody misses a debug event")))
                .captureStorage(new CaptureStorageSpec(
                        Optional.of("contosocaptured"),
                        Optional.empty(),
                        Optional.of(Redundancy.GEO_ZONE),
                        Authentication.IDENTITY,
                        OptionalInt.of(20),
                        OptionalInt.of(10),
                        OptionalInt.of(400),
                        OptionalInt.of(90)));
    }

    private static CaptureStorageSpec storage(Authentication authentication) {
        return new CaptureStorageSpec(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                authentication,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static ResourceView hubOf(Authentication authentication) {
        return EventTopology.of(graphOf(authentication).graph()).hubs().stream()
                .map(HubView::resource)
                .findFirst()
                .orElseThrow();
    }

    private static ResourceView account(Authentication authentication) {
        return only(graphOf(authentication), "storage:StorageAccount");
    }

    private static Capture graphOf(Authentication authentication) {
        return run(
                args -> args.hub(hub("orders").with(CaptureSpec.On.DERIVED)).captureStorage(storage(authentication)));
    }

    private static ResourceView only(Capture capture, String type) {
        List<ResourceView> found = capture.graph().resources().stream()
                .filter(resource -> resource.type().endsWith(":" + type))
                .toList();
        assertThat(found).as(type).hasSize(1);
        return found.get(0);
    }

    private static HubSpec hub(String name) {
        return new HubSpec(name, Optional.empty(), OptionalInt.empty(), Optional.empty(), List.of("billing"));
    }

    private static Capture run(Consumer<EventHubsNamespaceArgs.Builder> more) {
        Consumer<Context> program = context -> {
            EventHubsNamespaceArgs.Builder args = EventHubsNamespaceArgs.builder()
                    .resourceGroupName("rg-orders")
                    .namespaceName("contoso-orders")
                    .location("westeurope");
            more.accept(args);
            new EventHubsNamespace("orders", args.build(), ComponentResourceOptions.Empty);
        };
        return EmbeddedMonitor.run(program, new Settings("test", "test", Map.of()));
    }
}
