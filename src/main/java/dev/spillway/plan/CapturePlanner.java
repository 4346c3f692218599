package dev.spillway.plan;

import dev.spillway.facts.CaptureLimits;
import dev.spillway.facts.Region;
import dev.spillway.facts.Regions;
import dev.spillway.model.CaptureSpec;
import dev.spillway.model.CaptureStorageSpec;
import dev.spillway.model.CaptureStorageSpec.Authentication;
import dev.spillway.model.CaptureStorageSpec.Redundancy;
import dev.spillway.model.HubSpec;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.units.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Plans how events are written to storage, and where to. */
final class CapturePlanner {
    private static final Duration USUAL_WINDOW = Duration.ofMinutes(5);
    private static final Bytes USUAL_FILE = Bytes.of(314_572_800);
    private static final String USUAL_NAME =
            "{Namespace}/{EventHub}/{PartitionId}/{Year}/{Month}/{Day}/{Hour}/{Minute}/{Second}";
    private static final int COOL_AFTER_DAYS = 30;
    private static final int SPOKEN_LETTERS = 13;
    private static final int HASH_DIGITS = 8;
    private static final int LONGEST_CONTAINER = 63;

    private final StackSpec stack;
    private final NamespaceSpec namespace;
    private final CaptureStorageSpec storage;

    CapturePlanner(StackSpec stack, NamespaceSpec namespace) {
        this.stack = stack;
        this.namespace = namespace;
        this.storage = namespace.captureStorage().orElse(CaptureStorageSpec.DERIVED);
    }

    /** Empty where no hub is captured. */
    Optional<CaptureStoragePlan> storage() {
        if (namespace.hubs().stream().noneMatch(CapturePlanner::isCaptured)) {
            return Optional.empty();
        }
        return Optional.of(new CaptureStoragePlan(
                Planned.orElse(
                        storage.accountName(),
                        () -> Planned.derived(accountName(), "the namespace's name, and a sum over it")),
                storage.existingAccountId(),
                Planned.orElse(storage.redundancy().map(Redundancy::sku), this::sku),
                storage.authentication() == Authentication.KEY
                        ? Planned.given(Authentication.KEY)
                        : Planned.byDefault(
                                Authentication.IDENTITY, "no key that opens the whole account; hubs by API 2024-01-01"),
                Planned.orElse(storage.softDeleteDays(), () -> SoftDelete.days(stack.profile())),
                Planned.orElse(
                        storage.coolAfterDays(),
                        () -> Planned.byDefault(COOL_AFTER_DAYS, "a replay asks for newer files")),
                storage.keepDays(),
                storage.immutableDays()));
    }

    /** Empty where the hub is not captured. */
    Optional<CapturePlan> ofHub(HubSpec hub) {
        return hub.capture()
                .filter(CaptureSpec.On.class::isInstance)
                .map(CaptureSpec.On.class::cast)
                .map(asked -> new CapturePlan(
                        asked.containerName().orElseGet(() -> containerName(hub)),
                        Planned.orElse(asked.interval(), () -> window(asked)),
                        Planned.orElse(
                                asked.sizeLimit(),
                                () -> Planned.byDefault(USUAL_FILE, "closes a file sooner, never later")),
                        Planned.orElse(
                                asked.skipEmptyArchives(),
                                () -> Planned.byDefault(false, "an empty file is the sign that Capture lives")),
                        Planned.orElse(
                                asked.archiveNameFormat(), () -> Planned.byDefault(USUAL_NAME, "all nine tokens")),
                        storage.authentication() == Authentication.IDENTITY));
    }

    static boolean isCaptured(HubSpec hub) {
        return hub.capture().filter(CaptureSpec.On.class::isInstance).isPresent();
    }

    private static Planned<Duration> window(CaptureSpec.On asked) {
        return asked.toleratedTail()
                .map(tail -> Planned.derived(
                        tail.compareTo(CaptureLimits.LONGEST_WINDOW) > 0 ? CaptureLimits.LONGEST_WINDOW : tail,
                        "events of " + tail.toSeconds() + " s may be in the hub alone"))
                .orElseGet(() -> Planned.byDefault(USUAL_WINDOW, "so long an event is in the hub alone"));
    }

    private Planned<String> sku() {
        Optional<Region> region = Regions.find(stack.location());
        boolean zones = region.map(Region::hasZones).orElse(false);
        boolean pair = region.flatMap(Region::pair).isPresent();
        if (zones && pair && stack.profile() == SizingProfile.MISSION_CRITICAL) {
            return Planned.byProfile(Redundancy.GEO_ZONE.sku(), "mission-critical: the files outlive the region");
        }
        if (zones) {
            return Planned.derived(
                    Redundancy.ZONE.sku(), stack.location() + " has zones: the files outlive one of them");
        }
        return pair
                ? Planned.derived(
                        Redundancy.GEO.sku(), stack.location() + " has no zones, so the files are copied to its pair")
                : Planned.derived(
                        "Standard_LRS", stack.location() + " is not known to have zones or a pair: one building");
    }

    /** 3 to 24 letters and digits, unique in the world as the namespace's name is. */
    private String accountName() {
        String azureName = namespace.azureNameIn(stack.name()).toLowerCase(Locale.ROOT);
        String spoken = azureName.replaceAll("[^a-z0-9]", "");
        return spoken.substring(0, Math.min(SPOKEN_LETTERS, spoken.length())) + "cap"
                + sum(azureName).substring(0, HASH_DIGITS);
    }

    private static String sum(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** A hub's name as a container's: no two hyphens in a row, at least three characters. */
    private static String containerName(HubSpec hub) {
        String name = "capture-" + hub.name().replaceAll("-+", "-");
        return name.substring(0, Math.min(LONGEST_CONTAINER, name.length()));
    }
}
