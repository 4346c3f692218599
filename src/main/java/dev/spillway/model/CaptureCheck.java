package dev.spillway.model;

import dev.spillway.facts.CaptureLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds everything wrong with what was asked of Capture from Java, where no reader of a file has looked at it. */
final class CaptureCheck {
    private static final Pattern CONTAINER = Pattern.compile("(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]{3,24}");
    private static final Pattern ACCOUNT_ID = Pattern.compile(
            "(?i)/subscriptions/[0-9a-f-]{36}/resourceGroups/[^/\\s]{1,90}/providers/Microsoft\\.Storage/storageAccounts/"
                    + "[a-z0-9]{3,24}");
    private static final int MOST_DAYS = 36_500;
    private static final int SHORTEST_REASON = 10;

    private final BiConsumer<String, String> report;

    /** @param report takes the argument and what is wrong with it */
    CaptureCheck(BiConsumer<String, String> report) {
        this.report = report;
    }

    void check(NamespaceSpec namespace) {
        namespace.hubs().forEach(this::hub);
        boolean isWanted = namespace.hubs().stream()
                .anyMatch(hub ->
                        hub.capture().filter(CaptureSpec.On.class::isInstance).isPresent());
        namespace.captureStorage().ifPresent(storage -> {
            if (!isWanted) {
                report.accept(
                        "captureStorage", "no hub of the namespace has capture, give it to one or leave this out");
            }
            storage(storage);
        });
    }

    private void hub(HubSpec hub) {
        String at = "hub." + hub.name() + ".";
        hub.partitionGrowth().ifPresent(growth -> {
            if (hub.partitionCount().orElse(0) != growth.to()) {
                report.accept(
                        at + "partitionGrowth",
                        "confirms a growth to " + growth.to() + ", give partitionCount " + growth.to()
                                + " with it or leave it out");
            }
        });
        hub.capture().ifPresent(capture -> {
            if (capture instanceof CaptureSpec.Off off && off.reason().strip().length() < SHORTEST_REASON) {
                report.accept(
                        at + "capture.reason",
                        "\"" + off.reason() + "\" is no reason, give why the hub may be the only place of its events");
            }
            if (capture instanceof CaptureSpec.On on) {
                capture(at + "capture.", on);
            }
        });
    }

    private void capture(String at, CaptureSpec.On asked) {
        asked.interval()
                .filter(interval -> !isWindow(interval))
                .ifPresent(interval -> report.accept(
                        at + "interval", interval.toSeconds() + " s is no window of Capture, give 60 to 900 s"));
        asked.toleratedTail()
                .filter(tail -> tail.compareTo(CaptureLimits.SHORTEST_WINDOW) < 0)
                .ifPresent(tail -> report.accept(
                        at + "toleratedTail",
                        tail.toSeconds() + " s is shorter than Capture's shortest window, give 60 s or more"));
        if (asked.interval().isPresent()
                && asked.toleratedTail().isPresent()
                && asked.interval().get().compareTo(asked.toleratedTail().get()) > 0) {
            report.accept(
                    at + "interval",
                    asked.interval().get().toSeconds() + " s is above toleratedTail, give "
                            + asked.toleratedTail().get().toSeconds() + " s or less");
        }
        asked.sizeLimit()
                .filter(size -> size.compareTo(CaptureLimits.SMALLEST_FILE) < 0
                        || size.compareTo(CaptureLimits.LARGEST_FILE) > 0)
                .ifPresent(size -> report.accept(
                        at + "sizeLimit",
                        size.count() + " bytes is no size of a captured file, give "
                                + CaptureLimits.SMALLEST_FILE.count() + " to " + CaptureLimits.LARGEST_FILE.count()));
        asked.archiveNameFormat()
                .map(CaptureLimits::missingTokens)
                .filter(missing -> !missing.isEmpty())
                .ifPresent(missing -> report.accept(
                        at + "archiveNameFormat",
                        "lacks " + String.join(", ", missing)
                                + ", without which files overwrite each other, give all nine tokens"));
        asked.containerName()
                .filter(name -> !CONTAINER.matcher(name).matches())
                .ifPresent(name -> report.accept(
                        at + "containerName",
                        "\"" + name + "\" is not a container name, give 3 to 63 lower-case letters, digits and single"
                                + " hyphens, no hyphen first or last"));
    }

    private static boolean isWindow(Duration interval) {
        return interval.compareTo(CaptureLimits.SHORTEST_WINDOW) >= 0
                && interval.compareTo(CaptureLimits.LONGEST_WINDOW) <= 0;
    }

    private void storage(CaptureStorageSpec storage) {
        storage.accountName()
                .filter(name -> !ACCOUNT.matcher(name).matches())
                .ifPresent(name -> report.accept(
                        "captureStorage.accountName",
                        "\"" + name + "\" is not a storage account name, give 3 to 24 lower-case letters and digits"));
        storage.existingAccountId()
                .filter(id -> !ACCOUNT_ID.matcher(id).matches())
                .ifPresent(id -> report.accept(
                        "captureStorage.existingAccountId",
                        "\"" + id
                                + "\" is not the id of a storage account, give /subscriptions/ID/resourceGroups/GROUP/"
                                + "providers/Microsoft.Storage/storageAccounts/NAME"));
        days("softDeleteDays", storage.softDeleteDays(), CaptureLimits.LONGEST_SOFT_DELETE_DAYS);
        days("coolAfterDays", storage.coolAfterDays(), MOST_DAYS);
        days("keepDays", storage.keepDays(), MOST_DAYS);
        days("immutableDays", storage.immutableDays(), CaptureLimits.LONGEST_IMMUTABLE_DAYS);
        if (storage.existingAccountId().isPresent()) {
            given(storage)
                    .forEach(argument -> report.accept(
                            "captureStorage." + argument,
                            "belongs to the account that exists, set it there and leave it out"));
        }
        ages(storage);
    }

    private void ages(CaptureStorageSpec storage) {
        if (storage.keepDays().isEmpty()) {
            return;
        }
        int keep = storage.keepDays().getAsInt();
        if (storage.coolAfterDays().orElse(0) >= keep) {
            report.accept("captureStorage.keepDays", keep + " is not above coolAfterDays, give more");
        }
        if (storage.immutableDays().orElse(0) > keep) {
            report.accept(
                    "captureStorage.keepDays",
                    keep + " is below immutableDays, until when nothing can be deleted, give "
                            + storage.immutableDays().getAsInt() + " or more");
        }
    }

    private static List<String> given(CaptureStorageSpec storage) {
        return Stream.of(
                        storage.accountName().map(any -> "accountName"),
                        storage.redundancy().map(any -> "redundancy"),
                        named("softDeleteDays", storage.softDeleteDays()),
                        named("coolAfterDays", storage.coolAfterDays()),
                        named("keepDays", storage.keepDays()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> named(String argument, OptionalInt value) {
        return value.isPresent() ? Optional.of(argument) : Optional.empty();
    }

    private void days(String argument, OptionalInt days, int most) {
        if (days.isPresent() && (days.getAsInt() < 1 || days.getAsInt() > most)) {
            report.accept(
                    "captureStorage." + argument, days.getAsInt() + " is not possible, give 1 to " + most + " days");
        }
    }
}
